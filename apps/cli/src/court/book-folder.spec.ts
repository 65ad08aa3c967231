import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { WriterLock } from '../append-only/writer-lock';
import { BookFolder } from './book-folder';

const note = (text: string) => () => [{ kind: 'note' as const, batch: '', ref: '', text }];

describe(BookFolder.name, () => {
  let folder: string;
  const book = (): string => join(folder, 'book.jsonl');
  const record = (text: string): Promise<unknown> =>
    BookFolder.record({ filingBook: folder, office: '' }, 'analyst', note(text));
  const texts = async (): Promise<string[]> =>
    (await BookFolder.open(folder)).events.map((event) => (event.kind === 'note' ? event.text : ''));
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'clearway-book-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('appends, readable by its owner only, also where somebody opened it to others', async () => {
    await record('one');
    chmodSync(book(), 0o644);
    await record('two');
    expect(await texts()).toEqual(['one', 'two']);
    expect(statSync(book()).mode & 0o777).toBe(0o600);
    expect(existsSync(join(folder, 'book.lock'))).toBe(false);
  });

  it('cures a last line that a crash tore off, and keeps what stood there', async () => {
    await record('one');
    appendFileSync(book(), '{"version":1,"kind":"no');
    expect((await BookFolder.open(folder)).torn).toBe(true);
    expect(await texts()).toEqual(['one']);
    await record('two');
    expect(await texts()).toEqual(['one', 'two']);
    expect(readFileSync(`${book()}.torn`, 'utf8')).toBe('{"version":1,"kind":"no\n');
    expect((await BookFolder.open(folder)).torn).toBe(false);
  });

  it('refuses a book whose lines were changed, and writes nothing into it', async () => {
    await record('one');
    await record('two');
    writeFileSync(book(), readFileSync(book(), 'utf8').replace('"one"', '"eno"'));
    const before = readFileSync(book(), 'utf8');
    await expect(record('three')).rejects.toMatchObject({ code: 'book.unusable', line: 1 });
    expect(readFileSync(book(), 'utf8')).toBe(before);
  });

  it('one writer at a time: of many at once each is written whole, or told that it is locked', async () => {
    const ended = await Promise.allSettled(Array.from({ length: 8 }, (_, i) => record(String(i))));
    const written = ended.filter(({ status }) => status === 'fulfilled').length;
    for (const each of ended)
      if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'book.locked' });
    expect(written).toBeGreaterThan(0);
    expect(await texts()).toHaveLength(written);
  });

  it('waits for nobody who is alive, and takes over from one who died', async () => {
    const lock = join(folder, 'book.lock');
    const held = await WriterLock.take(lock);
    await expect(record('one')).rejects.toMatchObject({ code: 'book.locked' });
    await held?.release();
    writeFileSync(
      lock,
      JSON.stringify({ pid: 2 ** 22 + 1, host: hostname(), id: '00000000-0000-4000-8000-000000000000' }),
    );
    // Two take over at once: only one of them gets it, or one after the other.
    await Promise.allSettled([record('one'), record('two')]);
    expect((await texts()).length).toBeGreaterThan(0);
    expect(existsSync(lock)).toBe(false);
    for (const content of [
      '',
      'x',
      JSON.stringify({ pid: 2 ** 22 + 1, host: 'another machine', id: '00000000-0000-4000-8000-000000000000' }),
    ]) {
      writeFileSync(lock, content);
      await expect(record('three')).rejects.toMatchObject({ code: 'book.locked' });
    }
  });

  it('an event that cannot be refuses all, and the lock goes', async () => {
    const wrong = BookFolder.record({ filingBook: folder, office: '' }, 'analyst', () => [
      { kind: 'note', batch: '', ref: '', text: 'fine' },
      { kind: 'batch-sent', batch: '0123456789abcdef', on: '2024-01-01', how: '' },
    ]);
    await expect(wrong).rejects.toMatchObject({ code: 'batch.unknown' });
    expect(existsSync(book())).toBe(false);
    expect(existsSync(join(folder, 'book.lock'))).toBe(false);
  });

  it('keeps one office to a book; an empty one is not mistaken for a book', async () => {
    await BookFolder.record({ filingBook: folder, office: 'fresno-da' }, 'analyst', note('one'));
    await expect(
      BookFolder.record({ filingBook: folder, office: 'kern-da' }, 'analyst', note('two')),
    ).rejects.toMatchObject({ code: 'book.other-office' });
    await record('two');
    expect((await BookFolder.open(folder)).state().office).toBe('fresno-da');
    const nothing = await BookFolder.open(join(folder, 'nothing'));
    expect(() => nothing.assertBegun()).toThrow(/no book of filings/);
  });
});
