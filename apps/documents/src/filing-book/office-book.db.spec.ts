// Real: Postgres, its roles, locks and indexes. The batches are synthetic.
import { uuidV7 } from '@clearway/platform';
import { type DraftEvent, readBook } from '@clearway/filing-book';
import { UnitOfWork } from '@clearway/messaging';
import { CrashPoints, TablesUnderTest } from '@clearway/testing';
import { type DataSource } from 'typeorm';
import { DATABASE } from '../database';
import { OfficeBook } from './office-book';
import { printedBook } from './printed-book';

const actor = 'user:analyst';
const NUMBER = 'BA123456';
const REF = 'm0123456789abcde';
const asked: DraftEvent = { kind: 'match-asked', test: false, refs: [REF], listSha256: 'a'.repeat(64) };
const note = (text: string): DraftEvent => ({ kind: 'note', batch: '', ref: '', text });
const answered = (answer: 'renumbered' | 'destroyed'): DraftEvent => ({
  kind: 'match-answered',
  fileSha256: 'b'.repeat(64),
  replies: [
    {
      ref: REF,
      answer,
      caseNumber: answer === 'renumbered' ? NUMBER : '',
      courthouse: '',
      on: '2026-12-01',
      note: NUMBER,
    },
  ],
});

describe(OfficeBook.name, () => {
  let tables: TablesUnderTest;
  let services: readonly DataSource[];
  const run = uuidV7();

  beforeAll(async () => {
    tables = await TablesUnderTest.create(DATABASE);
    await tables.migrate();
    services = [await tables.asService(), await tables.asService()];
  });
  afterAll(() => tables.close());

  /** A replica of the service with a connection of its own. */
  function book(replica = 0): OfficeBook {
    const outbox = { flush: () => Promise.resolve() } as unknown as ConstructorParameters<typeof UnitOfWork>[1];
    const units = new UnitOfWork(
      services[replica] as DataSource,
      outbox,
      new CrashPoints('documents', false, undefined),
    );
    let seconds = 0;
    return new OfficeBook(units, { now: () => new Date(Date.UTC(2026, 11, 1, 12, 0, seconds++)) });
  }
  const stored = (sql: string): Promise<Record<string, unknown>[]> =>
    (services[0] as DataSource).query(sql) as Promise<Record<string, unknown>[]>;

  it('has one chain, however many writers record at once, and an audit row for each event', async () => {
    const scope = { office: 'two-writers', run, actor };
    const replicas = [book(0), book(1)];
    await Promise.all(
      Array.from({ length: 24 }, (_, i) => (replicas[i % 2] as OfficeBook).record(scope, () => [note(`note ${i}`)])),
    );
    const { events, head } = await book().read('two-writers');
    expect(events).toHaveLength(24);
    expect(readBook(printedBook(events, true))).toMatchObject({ end: head, torn: false });
    expect(events.every(({ by }) => by === 'analyst')).toBe(true);
    const audit = await stored("SELECT before, after, actor FROM audit WHERE office = 'two-writers' ORDER BY seq");
    expect(audit).toEqual(events.map(({ prev, sha256 }) => ({ before: prev, after: sha256, actor })));
  });

  it('takes no second event that follows the same one, whatever a writer holds', async () => {
    const copied = `INSERT INTO filing_event SELECT office, seq + 1000, kind, batch, body, hash, previous, recorded_by, recorded_at FROM filing_event WHERE seq = 3`;
    await expect(stored(copied)).rejects.toMatchObject({ driverError: { code: '23505' } });
  });

  it('records nothing of what the book does not allow, and says why without a name', async () => {
    const scope = { office: 'refusing', run, actor };
    await book().record(scope, () => [asked, answered('destroyed')]);
    await expect(book().record(scope, () => [note('before'), answered('renumbered')])).rejects.toMatchObject({
      code: 'match.contradiction',
      kind: 'refused',
      message: expect.not.stringContaining(NUMBER) as string,
    });
    expect((await book().read('refusing')).events).toHaveLength(2);
  });

  it('keeps what courts and people wrote apart, puts it together as it was, and is read when it is destroyed', async () => {
    const scope = { office: 'words', run, actor };
    await book().record(scope, () => [asked, answered('renumbered'), note(`call about ${NUMBER}`)]);
    const whole = await book().read('words');
    expect(whole.state.replies.get(REF)?.caseNumber).toBe(NUMBER);
    expect(JSON.stringify(await stored("SELECT * FROM filing_event WHERE office = 'words'"))).not.toContain(NUMBER);

    const reader = book();
    await reader.read('words');
    await stored("UPDATE filing_words SET words = NULL WHERE office = 'words'");
    const left = await reader.read('words');
    expect([left.events.length, left.head, left.destroyed.size]).toEqual([3, whole.head, 2]);
    // "Renumbered" without the number would file under the old one: the court is asked again.
    expect(left.state.replies.size).toBe(0);
    const printed = printedBook(left.events, false);
    expect(readBook(printed).events.map(({ kind }) => kind)).toEqual(['match-asked', 'note']);
    expect(printed).not.toContain(NUMBER);
    // What is recorded afterwards follows the chain of what was recorded.
    await book().record(scope, () => [note('after')]);
    expect((await book().read('words')).events.at(-1)?.prev).toBe(whole.head);
  });

  it('refuses the role every change and every loss of an event', async () => {
    const refused = { driverError: { code: '42501' } };
    for (const change of ["body = ''", "hash = ''", "recorded_by = 'user:b'", 'seq = 2', 'recorded_at = now()'])
      await expect(stored(`UPDATE filing_event SET ${change}`)).rejects.toMatchObject(refused);
    for (const table of ['filing_event', 'filing_words'])
      for (const loss of [`DELETE FROM ${table}`, `TRUNCATE ${table}`])
        await expect(stored(loss)).rejects.toMatchObject(refused);
    await expect(stored('UPDATE filing_words SET seq = 9')).rejects.toMatchObject(refused);
  });

  it('shows what an administrator changed, moved or took out', async () => {
    const scope = { office: 'tampered', run, actor };
    await book().record(scope, () => [note('one'), note('two'), note('three')]);
    await tables.asAdministrator(
      'UPDATE documents.filing_words SET words = \'{"text":"other"}\' WHERE office = \'tampered\' AND seq = 2',
    );
    await expect(book().read('tampered')).rejects.toMatchObject({ code: 'book.unusable' });
    await expect(book().record(scope, () => [note('four')])).rejects.toMatchObject({ code: 'book.unusable' });
    await tables.asAdministrator("DELETE FROM documents.filing_event WHERE office = 'tampered' AND seq = 2");
    await expect(book().read('tampered')).rejects.toMatchObject({ code: 'book.unusable' });
  });
});
