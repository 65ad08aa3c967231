// Real: the process, its threads, the rules, Postgres, nats-server, the content store. The histories are synthetic.
import {
  addDecision,
  decisionsFile,
  decisionsPage,
  determinationsPage,
  explanationOfConviction,
  reviewImport,
  reviewWorkbookOfRun,
  undoDecision,
} from '@clearway/contracts';
import { type QuestionClient } from '@clearway/messaging';
import { readDecisions } from '@clearway/review';
import { aHistory, aPersonConvicted, type ServiceUnderTest } from '@clearway/testing';
import { OfficeUnderTest } from '../testing/office-under-test';

const office = 'test-da';
const actor = 'user:deputy';
const PEOPLE = 6;
/** Stands nowhere but in what an attorney writes. */
const WORDS = 'ZQXKREASONVORP';
/** The first was born on a day that nobody knows, and is asked of. */
const people = Array.from({ length: PEOPLE }, (_, n) =>
  aPersonConvicted(n, '11358', { birthDates: n === 0 ? [] : [19800101] }),
);

describe('decisions of attorneys', () => {
  let under: OfficeUnderTest;
  let eligibility: ServiceUnderTest;
  let questions: QuestionClient;
  let first: string;

  beforeAll(async () => {
    under = await OfficeUnderTest.start();
    ({ service: eligibility, questions } = under);
    first = await under.decide({ people });
  }, 180_000);
  afterAll(() => under.close(), 180_000);

  const decidedRun = (decisions: string | null, histories = people): Promise<string> =>
    under.decide({ people: histories, settings: { decisions } });
  const rowsOf = async (run: string) =>
    (await questions.ask(determinationsPage, { office, run, limit: 100, cursor: null })).items;
  const list = (run: string | null = null) =>
    questions.ask(decisionsPage, { office, run, state: null, limit: 100, cursor: null });
  const decide = (person: string, conviction: string, reason: string, run = first) =>
    questions.ask(addDecision, {
      office,
      run,
      actor,
      person,
      conviction,
      decision: { kind: 'override' as const, relief: 'dismiss-and-seal' as const, reason },
      signed: { by: '', on: 0 },
    });

  it('become one chain, however many are recorded at the same time, and each has an audit row of its own', async () => {
    const rows = await rowsOf(first);
    expect(rows).toHaveLength(PEOPLE);
    const made = await Promise.all(rows.map(({ person, conviction }) => decide(person, conviction, WORDS)));
    expect(made.every(({ known, event }) => !known && event.state === 'waiting')).toBe(true);
    expect(await decide(rows[0]?.person ?? '', rows[0]?.conviction ?? '', WORDS)).toMatchObject({ known: true });

    const { file, events } = await questions.ask(decisionsFile, { office });
    const text = (await eligibility.store.read(file?.sha256 ?? '')).toString('utf8');
    expect([events, readDecisions(text).map(({ by }) => by)]).toEqual([PEOPLE, rows.map(() => 'deputy')]);
    const stored = await eligibility.database.query(
      'SELECT seq, previous, hash FROM eligibility.case_decision ORDER BY seq',
    );
    expect(stored.rows.map(({ previous }) => previous as string).slice(1)).toEqual(
      stored.rows.map(({ hash }) => hash as string).slice(0, -1),
    );
    const audit = await eligibility.database.query(
      "SELECT actor, after FROM eligibility.audit WHERE action = 'decision.recorded' ORDER BY seq",
    );
    expect(audit.rows.map(({ actor: who, after }) => [who, after])).toEqual(
      stored.rows.map(({ hash }) => [actor, hash]),
    );
    expect((await questions.ask(decisionsFile, { office: 'other-da' })).file).toBeNull();
  }, 120_000);

  it('are applied by a run that is made with them, and are stale when the record says something else', async () => {
    const { file } = await questions.ask(decisionsFile, { office });
    const again = await decidedRun(file?.sha256 ?? null);
    expect((await list(again)).counts).toEqual({ applied: PEOPLE });
    expect((await list(first)).counts).toEqual({ waiting: PEOPLE });
    expect((await rowsOf(again)).map(({ relief }) => relief)).toEqual(
      (await rowsOf(first)).map(() => 'dismiss-and-seal'),
    );

    const changed = await decidedRun(
      file?.sha256 ?? null,
      people.map((each, n) => (n === 1 ? { ...each, birthDates: [19800101, 19900101] } : each)),
    );
    const { counts, items } = await list();
    expect(counts).toEqual({ applied: PEOPLE - 1, stale: 1 });
    const [stale] = items.filter(({ state }) => state === 'stale');
    const asked = { office, run: changed, person: stale?.person ?? '', conviction: stale?.conviction ?? '' };
    expect((await questions.ask(explanationOfConviction, asked)).relief).toBe(
      (await rowsOf(changed)).find(({ person }) => person === stale?.person)?.relief,
    );
  }, 120_000);

  it('are taken back by an event, once, and by their own office only', async () => {
    const [{ id } = { id: '' }] = (await list()).items;
    await expect(
      questions.ask(undoDecision, { office: 'other-da', actor, id, reason: 'not ours' }),
    ).rejects.toMatchObject({ code: 'decision.unknown' });
    expect(await questions.ask(undoDecision, { office, actor, id, reason: WORDS })).toMatchObject({
      known: false,
      event: { kind: 'undo' },
    });
    expect(await questions.ask(undoDecision, { office, actor, id, reason: WORDS })).toMatchObject({ known: true });
    expect((await list()).items.find((each) => each.id === id)?.state).toBe('undone');
  });

  it('are none where nothing is written in a workbook, and no office sees the run of another', async () => {
    const other = await decidedRun(null, [aHistory(50, { birthDates: [] })]);
    const { file } = await questions.ask(reviewWorkbookOfRun, { office, run: other, all: true });
    const before = (await list()).items.length;
    // As it was exported nothing is written in it, so nothing is decided, here and there.
    for (const run of [first, other])
      expect(
        await questions.ask(reviewImport, { office, run, actor, workbook: file.sha256, partial: false }),
      ).toMatchObject({ taken: true, recorded: {} });
    expect((await list()).items).toHaveLength(before);
    await expect(
      questions.ask(reviewWorkbookOfRun, { office: 'other-da', run: first, all: false }),
    ).rejects.toMatchObject({ code: 'run.not-decided' });
  });

  it('stay while a run of the office holds the person, and leave hash and count behind', async () => {
    const runs = await eligibility.database.query("SELECT run FROM eligibility.decided_run WHERE office = 'test-da'");
    const destroyed = async (): Promise<number> => (await list()).counts.destroyed ?? 0;
    const all = runs.rows.map(({ run }) => run as string);
    for (const run of all.slice(0, -1)) await under.purge(run);
    const [last = ''] = all.slice(-1);
    // The last run is of somebody else.
    expect(await destroyed()).toBe(PEOPLE + 1);
    await under.purge(last);
    await expect(decide('P'.repeat(16), '0:1', WORDS, first)).rejects.toMatchObject({ code: 'run.purged' });
    const { rows } = await eligibility.database.query('SELECT * FROM eligibility.case_decision');
    expect(rows).toHaveLength(PEOPLE + 1);
    expect(JSON.stringify(rows)).not.toContain(WORDS);
    expect(await questions.ask(decisionsFile, { office })).toEqual({ file: null, events: 0 });
  }, 120_000);
});
