import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCorrections } from '@clearway/record';
import { correctionsText } from '../fix/corrections-file';

// Real: several processes and one file. No server.
const ROOT = join(__dirname, '..', '..', '..', '..');
const EACH = 15;

jest.setTimeout(120_000);

describe('one file that several processes append to', () => {
  let folder: string;
  const path = (): string => join(folder, 'corrections.jsonl');
  const children: ChildProcess[] = [];
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'clearway-append-only-'))));
  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  /** Runs a script that has `file`, the path, and both modules. */
  function start(script: string): ChildProcess {
    const modules = `
      const { appendTo } = require(${JSON.stringify(join(__dirname, 'append-only-file.ts'))});
      const { storeCorrections } = require(${JSON.stringify(join(__dirname, '..', 'fix', 'corrections-file.ts'))});
      const path = ${JSON.stringify(path())};`;
    const register = join(ROOT, 'libs', 'platform', 'typescript-register.cjs');
    const child = spawn(process.execPath, ['--require', register, '-e', `${modules}\n${script}`], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(child);
    return child;
  }

  const adding = (writer: string): string => `
    const draft = (value) => ({ kind: 'partial-date', person: 'p1', key: '', field: 'birth-date', was: '', value, evidence: '${writer}', by: '', on: 0 });
    (async () => {
      process.stdout.write('ready');
      while (!require('node:fs').existsSync(path + '.go')) await new Promise((resolve) => setTimeout(resolve, 1));
      for (let n = 0; n < ${EACH}; ) {
        try {
          await storeCorrections(path, [draft(String(1950 + n))]);
          n += 1;
        } catch (error) {
          if (error.code !== 'corrections.locked') throw error;
          await new Promise((resolve) => setTimeout(resolve, 1));
        }
      }
    })();`;

  it('has one chain with every line of both, whoever came first', async () => {
    const writers = ['one', 'other'].map((writer) => start(adding(writer)));
    await Promise.all(writers.map((child) => once(child.stdout as NodeJS.ReadableStream, 'data')));
    writeFileSync(`${path()}.go`, '');
    const codes = await Promise.all(writers.map(async (child) => (await once(child, 'close'))[0] as number | null));
    expect(codes).toEqual([0, 0]);
    const events = readCorrections(await correctionsText(path()));
    const written = events.map(({ event }) => (event.what === 'correction' ? event.evidence : ''));
    expect(['one', 'other'].map((writer) => written.filter((each) => each === writer).length)).toEqual([EACH, EACH]);
    expect(existsSync(`${path()}.lock`)).toBe(false);
  });

  it('is taken over from a writer that was killed while it held the file', async () => {
    const lock = `${path()}.lock`;
    const held = start(`
      const locked = { code: 'corrections.locked', doing: 'adding corrections' };
      setInterval(() => {}, 1_000);
      appendTo({ path, lock: ${JSON.stringify(lock)}, locked, isTorn: () => true, closed: false }, () => {
        process.stdout.write('held');
        return new Promise(() => {});
      });`);
    await once(held.stdout as NodeJS.ReadableStream, 'data');
    writeFileSync(`${path()}.go`, '');
    const waiting = start(adding('next'));
    await once(waiting.stdout as NodeJS.ReadableStream, 'data');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(existsSync(path())).toBe(false);
    held.kill('SIGKILL');
    await once(held, 'close');
    expect(await once(waiting, 'close')).toEqual([0, null]);
    expect(readCorrections(readFileSync(path(), 'utf8'))).toHaveLength(EACH);
    expect(existsSync(lock)).toBe(false);
  });
});
