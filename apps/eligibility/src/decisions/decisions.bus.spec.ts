// Real: the process, its threads, the rules, Postgres, nats-server, the content store. The histories are synthetic.
import { packBytes } from '@clearway/content-store';
import {
  addDecision,
  decisionsFile,
  decisionsPage,
  determinationsPage,
  explanationOfConviction,
  historyMembers,
  reviewImport,
  reviewWorkbookOfRun,
  undoDecision,
} from '@clearway/contracts';
import { QuestionClient } from '@clearway/messaging';
import { SERVICE_SETTINGS, readConfiguration, uuidV7 } from '@clearway/platform';
import { readDecisions } from '@clearway/review';
import { ServiceUnderTest, aCharge, aCount, aCycle, aHistory, aStep, someSettings } from '@clearway/testing';

const office = 'test-da';
const actor = 'user:deputy';
const PEOPLE = 6;
/** Stands nowhere but in what an attorney writes. */
const WORDS = 'ZQXKREASONVORP';
const FILING = {
  policy: { name: 'california-statute', text: 'california-statute', hash: 'c'.repeat(64) },
  asOf: 20261123,
};

/** The first was born on a day that nobody knows, and is asked of. */
const people = Array.from({ length: PEOPLE }, (_, n) =>
  aHistory(n, {
    birthDates: n === 0 ? [] : [19800101],
    cycles: [
      aCycle([
        aStep([
          aCount(n, {
            charged: aCharge('11358'),
            dispositions: [
              {
                kind: 'convicted',
                text: 'CONVICTED',
                date: 20050601,
                dispositionDate: 20050601,
                severity: 'felony',
                severityText: 'FELONY',
                row: 0,
              },
            ],
          }),
        ]),
      ]),
    ],
  }),
);

describe('decisions of attorneys', () => {
  let eligibility: ServiceUnderTest;
  let questions: QuestionClient;
  let first: string;

  beforeAll(async () => {
    eligibility = await ServiceUnderTest.create('eligibility', { CLEARWAY_THREADS: '1', CLEARWAY_MAX_ATTEMPTS: '3' });
    questions = new QuestionClient(readConfiguration(SERVICE_SETTINGS, eligibility.environment));
    await eligibility.start();
    first = await decidedRun(null);
  }, 180_000);
  afterAll(async () => {
    await questions.onApplicationShutdown();
    await eligibility.close();
  }, 180_000);

  async function decidedRun(decisions: string | null, histories = people): Promise<string> {
    const run = uuidV7();
    const { sha256: settings } = await eligibility.store.putJson(someSettings({ ...FILING, decisions }), {
      pin: `${office}/${run}`,
    });
    const { sha256: blob, bytes } = await eligibility.store.put(packBytes(historyMembers(histories)).blob, {
      pin: `${office}/${run}`,
    });
    const hash = 'e'.repeat(64);
    await eligibility.send(
      'histories.batch',
      run,
      {
        settings,
        blob,
        bytes,
        persons: histories.length,
        rows: histories.length,
        sources: null,
        before: null,
        listed: null,
      },
      { batch: 0 },
    );
    await eligibility.send('histories.sealed', run, {
      settings,
      batches: 1,
      persons: histories.length,
      manifest: hash,
      population: hash,
      rejectedRows: { name: 'rejected_rows.csv', sha256: hash, bytes: 1 },
      inputs: [],
      before: null,
    });
    await eligibility.until(() => eligibility.one(run, 'determinations.sealed'));
    return run;
  }
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
    const purge = async (run: string): Promise<void> => {
      await eligibility.send('run.purged', run, { reason: 'user.asked' });
      await eligibility.until(
        async () =>
          Number(
            (
              await eligibility.database.query('SELECT count(*) AS n FROM eligibility.determination WHERE run = $1', [
                run,
              ])
            ).rows[0].n,
          ) === 0,
      );
    };
    const all = runs.rows.map(({ run }) => run as string);
    for (const run of all.slice(0, -1)) await purge(run);
    const [last = ''] = all.slice(-1);
    // The last run is of somebody else.
    expect(await destroyed()).toBe(PEOPLE + 1);
    await purge(last);
    await expect(decide('P'.repeat(16), '0:1', WORDS, first)).rejects.toMatchObject({ code: 'run.purged' });
    const { rows } = await eligibility.database.query('SELECT * FROM eligibility.case_decision');
    expect(rows).toHaveLength(PEOPLE + 1);
    expect(JSON.stringify(rows)).not.toContain(WORDS);
    expect(await questions.ask(decisionsFile, { office })).toEqual({ file: null, events: 0 });
  }, 120_000);
});
