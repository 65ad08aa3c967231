import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const REGISTER = join(__dirname, '../../../../libs/platform/typescript-register.cjs');
const MODULE = join(__dirname, 'compiled-before.ts');

describe('what was compiled before', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'clearway-compiled-before-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const program = (): string => join(folder, 'program.js');
  const file = (role = ''): string => `${program()}${role}.compiled`;
  const LONG_AGO = new Date('2001-01-01T00:00:00Z');

  function run(flags: readonly string[] = [], role = ''): string {
    const script = `const { keepCompiled, runAsBefore } = require(${JSON.stringify(MODULE)});
      const { word } = runAsBefore(${JSON.stringify(program())}${role});
      process.stdout.write(word());
      keepCompiled();`;
    const ran = spawnSync(process.execPath, [...flags, '--require', REGISTER, '-e', script], { encoding: 'utf8' });
    expect([ran.status, ran.stderr]).toEqual([0, '']);
    return ran.stdout;
  }

  /** Writes what is kept as if it were old, runs, and says whether it was written anew. */
  function writesAnew(flags: readonly string[] = []): boolean {
    utimesSync(file(), LONG_AGO, LONG_AGO);
    run(flags);
    return statSync(file()).mtimeMs !== LONG_AGO.getTime();
  }

  function write(word: string): void {
    writeFileSync(join(folder, 'beside.js'), 'exports.here = __dirname;');
    writeFileSync(
      program(),
      `exports.word = () => ['${word}', require('./beside.js').here === __dirname, module.filename === __filename].join(' ');`,
    );
  }
  beforeEach(() => write('before'));

  it('is kept, and taken the next time', () => {
    expect(run()).toBe('before true true');
    expect(writesAnew()).toBe(false);
    expect(run()).toBe('before true true');
  });

  it('is read as UTF-8, in patterns too', () => {
    write('O’HARA');
    writeFileSync(
      program(),
      readFileSync(program(), 'utf8').replace("'O’HARA'", "'O’HARA'.replace(/[’]/u, '\\u00e9')"),
    );
    expect(run()).toBe('OéHARA true true');
    expect(run()).toBe('OéHARA true true');
  });

  it('is never taken for another text, of the same length too', () => {
    run();
    write('behind');
    expect(run()).toBe('behind true true');
    expect(writesAnew()).toBe(false);
  });

  it('is kept for each role by itself', () => {
    run([], ", 'one'");
    run([], ", 'another'");
    expect([existsSync(file('.one')), existsSync(file('.another')), existsSync(file())]).toEqual([true, true, false]);
  });

  it('is compiled anew where V8 with other flags made it, or where it is damaged', () => {
    run();
    expect(writesAnew(['--interrupt-budget=1000'])).toBe(true);
    run();
    const whole = readFileSync(file());
    const changed = Buffer.from(whole).fill(7, whole.length - 200);
    for (const damaged of [
      Buffer.from('nothing that was ever written\n'),
      whole.subarray(0, -1000),
      changed,
      Buffer.alloc(0),
    ]) {
      writeFileSync(file(), damaged);
      expect(run()).toBe('before true true');
      expect(readFileSync(file()).length).toBe(whole.length);
      expect(writesAnew()).toBe(false);
    }
  });

  it('runs where nothing can be kept, and leaves nothing behind', () => {
    mkdirSync(file());
    expect(run()).toBe('before true true');
    expect(readdirSync(folder).sort()).toEqual(['beside.js', 'program.js', 'program.js.compiled']);
  });
});
