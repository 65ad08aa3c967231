// Real: the process, its threads, the rules, Postgres, nats-server, the content store. The histories are synthetic.
import {
  addCorrections,
  type CorrectionRequest,
  correctionsFile,
  correctionsPage,
  determinationsPage,
  explanationOfConviction,
  importCorrections,
  undoCorrection,
  worklistOfRun,
} from '@clearway/contracts';
import { type QuestionClient } from '@clearway/messaging';
import { appendCorrections, type DraftCorrection, readCorrections } from '@clearway/record';
import { aPersonConvicted, type ServiceUnderTest } from '@clearway/testing';
import { OfficeUnderTest } from '../testing/office-under-test';

const office = 'test-da';
const actor = 'user:deputy';
const PEOPLE = 4;
/** Stands nowhere but in what somebody writes. */
const WORDS = 'ZQXKEVIDENCEVORP';
/** All were born on a day that nobody knows. */
const people = Array.from({ length: PEOPLE }, (_, n) => aPersonConvicted(n, '11358', { birthDates: [] }));

describe('corrections of the record', () => {
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

  /** A run that is made with the corrections, or the second revision of the first. */
  const decidedRun = (corrections: string | null, again?: string): Promise<string> =>
    under.decide({ people, settings: { corrections }, run: again, revision: again === undefined ? 1 : 2 });
  const rowsOf = async (run: string) =>
    (await questions.ask(determinationsPage, { office, run, limit: 100, cursor: null })).items;
  const list = (of = office) => questions.ask(correctionsPage, { office: of, state: null, limit: 100, cursor: null });
  const born = (person: string, value = '1980-01-01'): CorrectionRequest => ({
    kind: 'partial-date',
    person,
    key: '',
    field: 'birth-date',
    was: '',
    value,
    evidence: WORDS,
    by: '',
    on: 0,
  });
  const add = (...corrections: CorrectionRequest[]) =>
    questions.ask(addCorrections, { office, run: first, actor, corrections });
  const fileOf = async (): Promise<string> => under.textOf(await questions.ask(correctionsFile, { office }));

  it('become one chain, however many are recorded at the same time, and each has an audit row of its own', async () => {
    const made = await Promise.all(people.map(({ person }) => add(born(person))));
    expect(made.every(({ recorded, known }) => recorded === 1 && known === 0)).toBe(true);
    expect(await add(born(people[0]?.person ?? '', '1980-01-01'))).toMatchObject({ recorded: 0, known: 1 });

    const events = readCorrections(await fileOf());
    expect(events.map(({ by }) => by)).toEqual(people.map(() => 'deputy'));
    const stored = await eligibility.database.query('SELECT previous, hash FROM eligibility.correction ORDER BY seq');
    expect(stored.rows.map(({ previous }) => previous as string).slice(1)).toEqual(
      stored.rows.map(({ hash }) => hash as string).slice(0, -1),
    );
    const audit = await eligibility.database.query(
      "SELECT actor, after FROM eligibility.audit WHERE action = 'correction.recorded' ORDER BY seq",
    );
    expect(audit.rows.map(({ actor: who, after }) => [who, after])).toEqual(
      stored.rows.map(({ hash }) => [actor, hash]),
    );
    expect((await list('other-da')).items).toEqual([]);
    expect((await questions.ask(correctionsFile, { office: 'other-da' })).file).toBeNull();
  }, 120_000);

  it('are the bytes that the command line writes of the same drafts', async () => {
    const text = await fileOf();
    const [{ recordedAt: at, on } = { recordedAt: '', on: 0 }] = readCorrections(text);
    const drafts = readCorrections(text).flatMap(({ event }): DraftCorrection[] =>
      event.what === 'undo' ? [] : [{ ...event, by: '', on: 0 }],
    );
    const { text: written } = appendCorrections('', drafts.slice(0, 1), { by: 'deputy', at, day: on });
    expect(text.startsWith(written)).toBe(true);
  });

  it('are refused by their field when no record can say them, and nothing of them is taken', async () => {
    const person = people[0]?.person ?? '';
    for (const [field, wrong] of [
      ['value', { ...born(person), value: 'in May' }],
      ['field', { ...born(person), field: 'name' }],
      ['key', { ...born(person), field: 'severity', value: 'felony' }],
      ['key', { ...born(person), key: '0:999009009000', field: 'severity', value: 'felony' }],
      ['person', born('nobodyatall12345')],
      ['was', { ...born(person), was: '1970-01-01' }],
      ['value', born(person, '2099-05-05')],
      ['value', born(person, '1899-05-05')],
      ['value', born(person, '2025-05-05')],
      ['on', { ...born(person, '1990-02-02'), on: 20990101 }],
    ] as const)
      await expect(add(born(people[1]?.person ?? '', '1990-02-02'), wrong)).rejects.toMatchObject({
        code: 'correction.refused',
        fields: [`corrections.1.${field}`],
      });
    expect((await list()).counts).toEqual({ 'in-force': PEOPLE });
  });

  it('are decided with by a run that names them, and by a revision only for whom they touch', async () => {
    const before = await rowsOf(first);
    expect(before.map(({ outcome }) => outcome)).toEqual(people.map(() => 'review'));
    const { file } = await questions.ask(correctionsFile, { office });
    const whole = await decidedRun(file?.sha256 ?? null);
    const after = await rowsOf(whole);
    expect(after.map(({ outcome }) => outcome)).not.toContain('review');
    const [one] = after;
    const asked = { office, run: whole, person: one?.person ?? '', conviction: one?.conviction ?? '' };
    const explained = await questions.ask(explanationOfConviction, asked);
    expect([explained.outcome, explained.relief]).toEqual([one?.outcome, one?.relief]);
    expect(explained.words.join('\n')).toContain('1980-01-01');

    // One line of the file: one person.
    const part = `${(await fileOf()).split('\n')[0] ?? ''}\n`;
    const { sha256 } = await eligibility.store.put(Buffer.from(part), { pin: `${office}/${first}` });
    await decidedRun(sha256, first);
    const touched = await eligibility.database.query(
      'SELECT person, why FROM eligibility.touched_person WHERE run = $1 AND revision = 2',
      [first],
    );
    const [corrected] = readCorrections(part);
    expect(touched.rows).toEqual([
      { person: corrected?.event.what === 'correction' ? corrected.event.person : '', why: 'case-facts' },
    ]);
    expect((await rowsOf(first)).filter(({ outcome }) => outcome !== 'review')).toHaveLength(1);
  }, 120_000);

  it('are replaced by the next of the same place, and taken back by an event, once, by their own office only', async () => {
    const person = people[0]?.person ?? '';
    await add(born(person, '1990-02-02'));
    expect((await list()).counts).toEqual({ 'in-force': PEOPLE, replaced: 1 });
    const [{ id, value } = { id: '', value: '' }] = (await list()).items;
    expect(value).toBe('1990-02-02');
    const undo = { office, actor, id, reason: WORDS };
    await expect(questions.ask(undoCorrection, { ...undo, office: 'other-da' })).rejects.toMatchObject({
      code: 'correction.unknown',
    });
    expect(await questions.ask(undoCorrection, undo)).toMatchObject({
      known: false,
      event: { what: 'undo', of: id, state: 'recorded', person, reason: WORDS },
    });
    expect(await questions.ask(undoCorrection, undo)).toMatchObject({ known: true });
    expect((await list()).counts).toEqual({ 'in-force': PEOPLE, undone: 1, recorded: 1 });
    expect(readCorrections(await fileOf())).toHaveLength(PEOPLE + 2);
  });

  it('have no worklist of a kind that the run lacks, and a workbook that is none is told by its cell', async () => {
    const { sha256: rows } = await eligibility.store.put(
      Buffer.from(
        'Person,Name,CII,Subject ID,File,Line,Count,Charge,Court,Case Number,Kind,In Words,Field,Recorded Now,Or Field,Or Recorded Now,Value Wanted,Which\n',
      ),
      { pin: `${office}/${first}` },
    );
    expect(await questions.ask(worklistOfRun, { office, run: first, rows, kind: 'partial-date' })).toEqual({
      file: null,
      rows: 0,
      kinds: [],
    });
    await expect(
      questions.ask(importCorrections, { office: 'other-da', run: first, actor, workbook: rows, partial: false }),
    ).rejects.toMatchObject({ code: 'run.not-decided' });
  });

  it('stay while a run of the office holds the person, and leave hash and count behind', async () => {
    const { rows: runs } = await eligibility.database.query('SELECT DISTINCT run FROM eligibility.decided_run');
    const purge = (run: string): Promise<void> => under.purge(run, run === first ? 2 : 1);
    await purge(first);
    expect((await list()).counts).not.toHaveProperty('destroyed');
    for (const { run } of runs) if (run !== first) await purge(run as string);
    expect((await list()).counts).toEqual({ destroyed: PEOPLE + 2 });
    await expect(add(born('P1'))).rejects.toMatchObject({ code: 'run.purged' });
    const { rows } = await eligibility.database.query('SELECT * FROM eligibility.correction');
    expect(rows).toHaveLength(PEOPLE + 2);
    expect(JSON.stringify(rows)).not.toContain(WORDS);
    expect(await questions.ask(correctionsFile, { office })).toEqual({ file: null, events: 0 });
  }, 120_000);
});
