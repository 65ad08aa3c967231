import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DraftCorrection, readCorrections } from '@clearway/record';
import { type DraftDecision, readDecisions } from '@clearway/review';
import { correctionsText, storeCorrections } from '../fix/corrections-file';
import { appendDecisions, decisionsText } from '../review/decisions-file';
import { WriterLock } from './writer-lock';

const SIGNED = { by: '', on: 0 };
const correction = (value: string): DraftCorrection => ({
  kind: 'partial-date',
  person: 'p1',
  key: '0:101002001000',
  field: 'conviction-date',
  was: '',
  value,
  evidence: 'docket',
  ...SIGNED,
});
const decision = (reason: string): DraftDecision => ({
  person: 'p1',
  key: '0:101002001000',
  basis: 'b1',
  decision: { kind: 'withdraw-challenge', reason },
  signed: SIGNED,
});

describe.each([
  {
    kind: 'corrections',
    add: async (path: string, words: string) => storeCorrections(path, [correction(words)]),
    read: async (path: string) => readCorrections(await correctionsText(path)).length,
    command: 'clearway fix',
  },
  {
    kind: 'decisions',
    add: async (path: string, words: string) => appendDecisions(path, [decision(words)]),
    read: async (path: string) => readDecisions(await decisionsText(path)).length,
    command: 'clearway review',
  },
])('a file of $kind', ({ kind, add, read, command }) => {
  let folder: string;
  const path = (): string => join(folder, `${kind}.jsonl`);
  const bytes = (): string => readFileSync(path(), 'utf8');
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'clearway-append-only-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is made readable by its owner only; the same words twice change nothing', async () => {
    await add(path(), '2005');
    const before = bytes();
    expect(await add(path(), '2005')).toMatchObject({ events: [], known: 1 });
    expect(bytes()).toBe(before);
    expect(statSync(path()).mode & 0o777).toBe(0o600);
    expect(existsSync(`${path()}.lock`)).toBe(false);
  });

  it('loses a last line that a crash tore off with the next that is added, and keeps beside it what stood there', async () => {
    await add(path(), '2005');
    const before = bytes();
    appendFileSync(path(), '{"format":1,"id":"half');
    expect(await read(path())).toBe(1);
    await add(path(), '2006');
    expect(bytes().startsWith(before)).toBe(true);
    expect(await read(path())).toBe(2);
    expect(readFileSync(`${path()}.torn`, 'utf8')).toBe('{"format":1,"id":"half\n');
  });

  it('keeps a whole last line that lost its line feed only', async () => {
    await add(path(), '2005');
    writeFileSync(path(), bytes().trimEnd());
    await add(path(), '2006');
    expect(await read(path())).toBe(2);
    expect(existsSync(`${path()}.torn`)).toBe(false);
  });

  it('is refused with its line and the cure where a line was changed or torn in the middle, and nothing is written', async () => {
    for (const words of ['2005', '2006', '2007']) await add(path(), words);
    const whole = bytes();
    for (const [broken, line, cure] of [
      [whole.replace('2005', '1995'), 2, `from the backup and add ${kind} only with ${command}`],
      [whole.split('\n').slice(1).join('\n'), 1, 'from the backup'],
      [whole.replace('"recordedAt"', '"recorded\n'), 1, 'take the file from the backup'],
    ] as const) {
      writeFileSync(path(), broken);
      const refused = { code: `${kind}.unusable`, line, message: expect.stringContaining(cure) };
      await expect(add(path(), '2008')).rejects.toMatchObject(refused);
      expect(bytes()).toBe(broken);
      expect(existsSync(`${path()}.lock`)).toBe(false);
    }
  });

  it('has one writer: whoever comes meanwhile is told what to wait for and what to remove', async () => {
    const held = await WriterLock.take(`${path()}.lock`);
    const locked = { code: `${kind}.locked`, message: expect.stringContaining(`adding ${kind}. Wait`) };
    await expect(add(path(), '2005')).rejects.toMatchObject(locked);
    await expect(add(path(), '2005')).rejects.toThrow(`remove ${path()}.lock.`);
    await held?.release();
    await add(path(), '2005');
    expect(await read(path())).toBe(1);
  });
});
