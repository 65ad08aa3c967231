// Real: the process, its threads, the rules, Postgres, nats-server, the content store. The histories are synthetic.
import { unpackMembers } from '@clearway/content-store';
import {
  askedPair,
  askedPairsPage,
  decidePair,
  decisionsFile,
  decisionsPage,
  explanationOfConviction,
  reviewImport,
  reviewWorkbookOfRun,
  undoDecision,
} from '@clearway/contracts';
import { loadPolicy } from '@clearway/county-policy';
import { type QuestionClient } from '@clearway/messaging';
import { uuidV7 } from '@clearway/platform';
import { ReviewWriter } from '@clearway/reports';
import {
  type AskedPair,
  groupsOf,
  joinDecisionsOf,
  pairId,
  pairQuestions,
  printAskedPair,
  readDecisions,
  readReviewCsv,
  readSamePersonCsv,
  reviewWorkbook,
  samePersonCsv,
  type SeenRecord,
} from '@clearway/review';
import { type DecidedPerson } from '@clearway/rules';
import { allOf, rewritten } from '@clearway/spreadsheets';
import { aPersonConvicted, type ServiceUnderTest } from '@clearway/testing';
import { readFileSync } from 'node:fs';
import { OfficeUnderTest } from '../../testing/office-under-test';

const office = 'test-da';
const actor = 'user:deputy';
/** Stands nowhere but in what a person writes. */
const WORDS = 'ZQXKREASONVORP';

/** To the second another record may belong. */
const people = Array.from({ length: 4 }, (_, n) => aPersonConvicted(n, '11359', { incomplete: n === 1 }));

const seen = (n: number, given: Partial<SeenRecord> = {}): SeenRecord => ({
  id: `record${n}`,
  source: 'state-file',
  file: 'synthetic.csv',
  place: `line ${n}`,
  person: people[n]?.person ?? `ELSEWHERE${n}`,
  name: `NAME,${n}`,
  otherNames: [],
  births: [19800100],
  sex: 'F',
  cii: '',
  cases: ['0012'],
  convictions: 1,
  ...given,
});
const ask = (one: SeenRecord, other: SeenRecord): AskedPair => ({
  id: pairId(one.id, other.id),
  records: [one, other],
  odds: 3.5,
  why: 'weight',
  lines: [{ field: 'birth', level: 'month', words: 'year and month of birth are the same', weight: 5 }],
  guardWords: '',
});
/** For the second a conviction waits. The two records of the third have no conviction that was decided. */
const PAIRS = [ask(seen(2), seen(3)), ask(seen(0), seen(1)), ask(seen(8), seen(9, { source: 'rap-sheet' }))];
const JOINED: AskedPair = { ...ask(seen(6), seen(7)), why: 'joined' };
const NUMBERED: AskedPair = {
  ...ask(seen(4), seen(5)),
  why: 'numbered',
  odds: 0,
  lines: [],
  guardWords: 'the CII is the same',
};
const [LATER, FIRST, UNDECIDED] = PAIRS.map(({ id }) => id) as [string, string, string];

/** A further record of the first person. */
const OF_FIRST: AskedPair = {
  ...ask(seen(0), seen(10, { source: 'court-extract', person: people[0]!.person })),
  why: 'joined',
};

/** As ingestion keeps a join. */
const joinLine = ({ why, records, odds, lines, guardWords }: AskedPair): string =>
  JSON.stringify({ records, odds, lines, guardWords, by: why === 'joined' ? 'model' : 'number' });

describe('who is one person, asked of an office', () => {
  let under: OfficeUnderTest;
  let eligibility: ServiceUnderTest;
  let questions: QuestionClient;
  let run: string;

  beforeAll(async () => {
    under = await OfficeUnderTest.start();
    ({ service: eligibility, questions } = under);
    run = await decidedRun(null);
  }, 180_000);
  afterAll(() => under.close(), 180_000);

  /** As ingestion seals it: questions in the content store, their hash in the population. */
  async function decidedRun(
    decisions: string | null,
    asked = PAIRS,
    joins: Record<string, 'applied' | 'waiting' | 'contradicted'> = {},
  ): Promise<string> {
    const id = uuidV7();
    const pin = { pin: `${office}/${id}` };
    const put = async (texts: readonly string[]): Promise<string> => {
      const lines = texts.map((text) => `${text}\n`).join('');
      return (await eligibility.store.put(Buffer.from(lines), pin)).sha256;
    };
    const [asks, joined] = [
      await put(asked.map(printAskedPair)),
      await put([NUMBERED, JOINED, OF_FIRST].map(joinLine)),
    ];
    const sealed = await eligibility.store.putJson({ files: [], people: people.length, asks, joined, joins }, pin);
    return under.decide({ people, settings: { decisions }, population: sealed.sha256, run: id });
  }

  const list = (given: { person?: string; limit?: number; cursor?: string; run?: string } = {}) =>
    questions.ask(askedPairsPage, { office, run, limit: 100, cursor: null, person: null, ...given });
  const decide = (pair: string, kind: 'same-person' | 'different-people', reason = WORDS, on = run) =>
    questions.ask(decidePair, { office, run: on, actor, pair, kind, reason, signed: { by: 'P. Legal', on: 20261120 } });
  const undo = (id: string, reason = WORDS) => questions.ask(undoDecision, { office, actor, id, reason });
  const file = async (): Promise<string> => under.textOf(await questions.ask(decisionsFile, { office }));

  it('lists the questions with evidence and what waits, most convictions helped first, in pages', async () => {
    const { items, next, total, open } = await list();
    expect(items.map(({ id, waiting }) => [id, waiting.length])).toEqual([
      [FIRST, 1],
      [LATER, 0],
      [UNDECIDED, 0],
    ]);
    expect([next, total, open]).toEqual([null, 3, 3]);
    expect(items[0]).toMatchObject({
      records: [{ name: 'NAME,0', births: ['1980-01'] }, { name: 'NAME,1' }],
      oddsWords: 'about 11 to 1 that they are one person',
      evidence: [{ words: 'year and month of birth are the same', weight: 5 }],
      waiting: [{ person: people[1]?.person, section: 'HS 11359' }],
      decision: null,
    });
    const page = await list({ limit: 2 });
    expect([page.items.length, page.next]).toEqual([2, '2']);
    expect((await list({ limit: 2, cursor: '2' })).items.map(({ id }) => id)).toEqual([UNDECIDED]);
    expect((await list({ person: people[3]?.person ?? '' })).items.map(({ id }) => id)).toEqual([LATER]);
    const other = questions.ask(askedPairsPage, { office: 'other-da', run, limit: 10, cursor: null, person: null });
    await expect(other).rejects.toMatchObject({ code: 'run.not-decided' });
  });

  it('records a decision once, however many record it at the same time, and says whom it touches', async () => {
    const made = await Promise.all([1, 2, 3].map(() => decide(FIRST, 'same-person')));
    expect(made.map(({ known }) => known).sort()).toEqual([false, true, true]);
    expect(made[0]).toMatchObject({
      event: { kind: 'same-person', state: 'waiting', pair: FIRST, conviction: null, by: 'P. Legal', on: '2026-11-20' },
      touched: { people: [people[0]?.person, people[1]?.person].sort(), convictions: 2 },
    });
    expect((await list()).items[0]?.decision).toMatchObject({ kind: 'same-person', recordedBy: actor });
    expect((await list()).open).toBe(2);
    await expect(decide('0'.repeat(16), 'same-person')).rejects.toMatchObject({ code: 'same-person.unknown' });
    const { rows } = await eligibility.database.query(
      "SELECT person, other_person, conviction FROM eligibility.case_decision WHERE kind = 'same-person'",
    );
    const [one, other] = [people[0]?.person, people[1]?.person].sort();
    expect(rows).toEqual([{ person: one, other_person: other, conviction: FIRST }]);
  });

  it('gives identity what holds, keeps the history, and takes a decision back', async () => {
    const kinds = async (): Promise<string[]> => joinDecisionsOf(readDecisions(await file())).map(({ kind }) => kind);
    const [{ event }] = [await decide(FIRST, 'different-people')];
    expect(await kinds()).toEqual(['joined', 'refused']);
    const undone = await undo(event.id);
    expect(undone.event).toMatchObject({ kind: 'undo', pair: FIRST, people: event.people });
    expect(await kinds()).toEqual(['joined', 'refused', 'undone']);
    const { pair, history } = await questions.ask(askedPair, { office, run, pair: FIRST });
    expect(history.map(({ kind, state }) => [kind, state])).toEqual([
      ['undo', 'recorded'],
      ['different-people', 'undone'],
      ['same-person', 'waiting'],
    ]);
    expect(pair?.decision?.kind).toBe('same-person');
  });

  it('refuses a join that the weights made', async () => {
    expect((await list()).items.map(({ id }) => id)).not.toContain(JOINED.id);
    const { pair } = await questions.ask(askedPair, { office, run, pair: JOINED.id });
    expect(pair?.why).toBe('the weights joined them');
    expect((await decide(JOINED.id, 'different-people')).event).toMatchObject({
      kind: 'different-people',
      state: 'waiting',
    });
  });

  it('refuses a join that a number made, and takes the refusal back', async () => {
    const { pair } = await questions.ask(askedPair, { office, run, pair: NUMBERED.id });
    expect([pair?.why, pair?.oddsWords]).toEqual([
      'a number joined them; the CII is the same',
      'nothing was weighed: a number says that they are one person',
    ]);
    const { event } = await decide(NUMBERED.id, 'different-people');
    expect((await undo(event.id)).event).toMatchObject({ kind: 'undo', pair: NUMBERED.id });
  });

  it('is told by the explanation of a conviction: which record, where it stands, and why', async () => {
    const person = people[0]?.person ?? '';
    const { rows } = await eligibility.database.query<{ conviction: string }>(
      'SELECT conviction FROM eligibility.determination WHERE run = $1 AND person = $2',
      [run, person],
    );
    const asked = { office, run, person, conviction: rows[0]?.conviction ?? '' };
    const { words } = await questions.ask(explanationOfConviction, asked);
    expect(words.slice(-4)).toEqual([
      'synthetic.csv, line 10 (court-extract) is of the person of synthetic.csv, line 0 (state-file), by likeness',
      '  year and month of birth are the same (+5.0)',
      '  few pairs of records are one person, before anything is compared (-1.5)',
      '  all together +3.5: about 11 to 1 that they are one person',
    ]);
  });

  it('says what became of it in the run that was made with it', async () => {
    const { file: made } = await questions.ask(decisionsFile, { office });
    const [joined] = readDecisions(await file());
    const states = async (state: 'applied' | 'waiting' | 'contradicted'): Promise<string | undefined> => {
      const again = await decidedRun(made?.sha256 ?? null, [], { [joined?.id ?? '']: state });
      const { items } = await questions.ask(decisionsPage, {
        office,
        run: again,
        state: null,
        limit: 10,
        cursor: null,
      });
      return items.find(({ id }) => id === joined?.id)?.state;
    };
    expect([await states('applied'), await states('contradicted'), await states('waiting')]).toEqual([
      'applied',
      'contradicted',
      'waiting',
    ]);
  }, 120_000);

  it('writes the workbook of the command line, and takes it back once; a row of another run is refused', async () => {
    const { file: made, samePerson } = await questions.ask(reviewWorkbookOfRun, { office, run, all: false });
    const bytes = await eligibility.store.read(made.sha256);
    expect(samePerson).toBe(3);
    expect(Buffer.compare(bytes, await ofCommandLine())).toBe(0);
    const back = await filled(bytes, UNDECIDED, 'two people');
    const { sha256 } = await eligibility.store.put(back, { pin: `${office}/${run}` });
    const send = (to: string) =>
      questions.ask(reviewImport, { office, run: to, actor, workbook: sha256, partial: false });
    const other = await decidedRun(null, PAIRS.slice(0, 1));
    await expect(send(other)).rejects.toMatchObject({ code: 'review.other-run' });
    expect(await send(run)).toMatchObject({ taken: true, recorded: { 'different-people': 1 }, touched: 2, known: 0 });
    expect(await send(run)).toMatchObject({ taken: true, recorded: {}, touched: 0, known: 1 });
    const wrong = await filled(bytes, UNDECIDED, 'perhaps');
    const { sha256: unusable } = await eligibility.store.put(wrong, { pin: `${office}/${run}` });
    expect(await questions.ask(reviewImport, { office, run, actor, workbook: unusable, partial: false })).toMatchObject(
      { taken: false, problems: [{ sheet: 'One person', cell: expect.stringMatching(/^K\d+$/) }] },
    );
  }, 120_000);

  it('is destroyed with the last run that holds one of the people or both records, and nothing of it before', async () => {
    const events = readDecisions(await file());
    const { file: made } = await questions.ask(decisionsFile, { office });
    const last = events.find(({ key }) => key === UNDECIDED);
    const holder = await decidedRun(made?.sha256 ?? null, [], { [last?.id ?? '']: 'applied' });
    const runs = await eligibility.database.query<{ run: string }>('SELECT DISTINCT run FROM eligibility.decided_run');
    for (const { run: each } of runs.rows) if (each !== holder) await under.purge(each);
    // What was decided of the joins: no run is left that has its records.
    const left = readDecisions(await file()).map(({ id }) => id);
    expect(left).toEqual(events.filter(({ key }) => key !== JOINED.id && key !== NUMBERED.id).map(({ id }) => id));
    await under.purge(holder);
    expect(await file()).toBe('');
    const { rows } = await eligibility.database.query('SELECT * FROM eligibility.case_decision');
    expect(rows).toHaveLength(events.length);
    expect(JSON.stringify(rows)).not.toContain(WORDS);
    expect(rows.every(({ other_person: other, conviction }) => other === null && conviction === null)).toBe(true);
  }, 180_000);

  /** What `clearway review export` makes of `review.csv` and `same_person.csv`. */
  async function ofCommandLine(): Promise<Uint8Array> {
    const { rows } = await eligibility.database.query<{ blob: string }>(
      'SELECT blob FROM eligibility.decision_batch WHERE run = $1',
      [run],
    );
    const decided = unpackMembers(readFileSync(eligibility.store.pathOf(rows[0]?.blob ?? ''))) as DecidedPerson[];
    const writer = new ReviewWriter(loadPolicy('california-statute'), ['synthetic.csv']);
    const items = [...readReviewCsv(writer.header() + decided.map((person) => writer.rowsOf(person)).join(''))];
    const pairs = readSamePersonCsv([...samePersonCsv(PAIRS)].join(''));
    return allOf(reviewWorkbook(groupsOf(items), pairQuestions(pairs, items)));
  }
});

/** The workbook with an answer to one question. */
function filled(bytes: Uint8Array, pair: string, answer: string): Promise<Uint8Array> {
  return rewritten(bytes, (name, rows) => {
    const heads = rows[0] ?? [];
    const at = rows.findIndex((row) => row[heads.indexOf('Record id')] === pair && row[1] === 'compared') - 2;
    const row = name === 'One person' ? rows[at] : undefined;
    if (!row) return;
    row[heads.indexOf('One person?')] = answer;
    row[heads.indexOf('Reason')] = WORDS;
  });
}
