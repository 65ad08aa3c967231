import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPdf } from '@clearway/pdf-reading';
import { type LinkedPersonTruth, type TruePerson } from '@clearway/synthetic-county';
import { clearway } from '../testing/run-clearway';
import { linkedTruth, mirrorOf, ownersOf, peopleTruth, type RecordOwners } from './testing/linked-truth';
import { type Row, tableOf } from './testing/read-results';

// A county of invented people in a state file, a court's export and RAP sheets, against the truth of the plan that made them.
jest.setTimeout(240_000);

const CANNABIS = /^HS 113(?:57|58|59|60)$/;
/** What a conviction is decided by; counters of the record may grow with what other sources have. */
const DECIDED = ['Outcome', 'Floor', 'Question', 'Eligibility Reason', 'Citation', 'Severity', 'Standing'];

describe('a linked county, against the truth', () => {
  let folder: string;
  let linked: readonly LinkedPersonTruth[];
  let people: readonly TruePerson[];
  let owners: RecordOwners;

  const at = (...names: readonly string[]): string => join(folder, ...names);
  const rows = (out: string, name: string): Row[] => tableOf(readFileSync(at(out, name), 'utf8'));
  async function analyze(out: string, files: readonly string[], ...more: string[]): Promise<void> {
    const run = ['--county', 'Fresno', '--policy', 'california-statute', '--as-of', '2026-11-23', '--out', at(out)];
    const { code, err } = await clearway('analyze', ...files, ...run, ...more);
    expect(`${code} ${code === 0 ? '' : err}`).toBe('0 ');
  }
  const byKey = (out: string): Map<string, Row> =>
    new Map(rows(out, 'Prop64_Results.csv').map((row) => [keyOf(row), row]));

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'clearway-linked-'));
    const beside = ['--court-extract', at('court.csv'), '--rap-sheets', at('sheets'), '--done-list', at('done.csv')];
    const { code } = await clearway(
      'synth',
      '--county',
      'FRESNO',
      '--rows',
      '9000',
      '--seed',
      '11',
      '--out',
      at('state.dat'),
      ...beside,
    );
    expect(code).toBe(0);
    linked = linkedTruth(at('state.dat.linked.jsonl'));
    people = peopleTruth(at('state.dat.truth.jsonl'));
    owners = ownersOf(linked, at('state.dat'));
    await analyze('state', [at('state.dat')]);
    const sheets = readdirSync(at('sheets')).map((name) => at('sheets', name));
    expect(sheets.length).toBeGreaterThan(4);
    const papers = ['--done', at('done.csv'), '--papers', 'per-case', '--letters'];
    await analyze('all', [at('state.dat'), at('court.csv'), ...sheets], ...papers);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('decides all the same beside an extract that says the same', async () => {
    mirrorOf(people, 'FRESNO', at('mirror.csv'));
    await analyze('mirrored', [at('state.dat'), at('mirror.csv')]);
    const [alone, mirrored] = [byKey('state'), byKey('mirrored')];
    expect(alone.size).toBeGreaterThan(80);
    expect([...mirrored.keys()]).toEqual([...alone.keys()]);
    for (const [key, row] of alone) expect(decided(mirrored.get(key))).toEqual(decided(row));
    expect(rows('mirrored', 'found_in_one_source.csv').filter((row) => row['Missing From'] === 'state-file')).toEqual(
      [],
    );
    expect(rows('mirrored', 'same_person.csv')).toEqual([]);
  });

  it('says in the summary what every file holds', () => {
    const summary = readPdf(readFileSync(at('all', 'Summary_Report.pdf')));
    const words = summary.pages.flatMap(({ texts }) => texts.map(({ text }) => text)).join(' ');
    const { outputs } = JSON.parse(readFileSync(at('all', 'run.json'), 'utf8')) as { outputs: { path: string }[] };
    const names = outputs.map(({ path }) => path).filter((path) => !path.includes('/') && !path.startsWith('Summary'));
    expect(names.length).toBeGreaterThan(25);
    expect(names.filter((name) => !words.includes(name))).toEqual([]);
  });

  it('decides what the state has otherwise only where another source says something else of the person', () => {
    const [alone, all] = [byKey('state'), byKey('all')];
    expect([...all.keys()]).toEqual([...alone.keys()]);
    const granted = new Set(
      linked.flatMap(({ counts }) => counts.filter((each) => each.grantedOn).map(({ state }) => state)),
    );
    const asked = new Set(rows('all', 'same_person.csv').flatMap((row) => [row['Person 1'], row['Person 2']]));
    const births = owners.birthsAtCourt(at('court.csv'));
    const unnamed: string[] = [];
    const names = new Set<string>();
    for (const [key, row] of alone) {
      const other = all.get(key);
      for (const column of DECIDED) {
        if (row[column] === other?.[column]) continue;
        const truth = people.find((each) => each.subjectId === row['SUBJECT_ID']);
        const name =
          column === 'Standing' && granted.has(row['CNT_ORDER'])
            ? 'a court granted it, says the list'
            : truth?.unknown.includes('birth-date')
              ? 'the state does not know the birth date, the court does'
              : births.differs(owners.ofSubject(row['SUBJECT_ID'] ?? ''), truth?.birthDate ?? '')
                ? 'the court writes another birth date'
                : linked[owners.ofSubject(row['SUBJECT_ID'] ?? '') ?? -1]?.counts.some(
                      (each) => each.onlyIn === 'court-extract',
                    )
                  ? 'only the court has another conviction'
                  : asked.has(other?.['Person'])
                    ? 'who is who is open'
                    : undefined;
        if (name === undefined) unnamed.push(`${key} ${column}: ${row[column]} -> ${other?.[column]}`);
        else names.add(name);
      }
    }
    expect(unnamed).toEqual([]);
    expect(names.size).toBeGreaterThan(1);
  });

  it('joins no two people into one', () => {
    const joins = rows('all', 'people_joined.csv');
    expect(joins.length).toBeGreaterThan(500);
    // Rows of a list stand in no truth: they are held against it by what they do.
    const ofRecords = joins.filter((row) => ![row['First Source'], row['Second Source']].includes('done-list'));
    expect(new Set(ofRecords.map((row) => row['Joined By']))).toContain('number');
    const strangers = ofRecords.filter((row) => owners.of(row, 'First') !== owners.of(row, 'Second'));
    expect(strangers).toEqual([]);
    const owned = new Map<string, Set<number | undefined>>();
    for (const row of rows('all', 'source_results.csv'))
      for (const line of linesOfCourt(row)) {
        const known = owned.get(row['Person'] ?? '') ?? new Set();
        owned.set(row['Person'] ?? '', known.add(owners.ofLine(line)));
      }
    expect([...owned.values()].filter(({ size }) => size > 1)).toEqual([]);
  });

  it('finds just the convictions that the plan gave to the court alone', () => {
    const planned = linked
      .flatMap(({ counts }) => counts)
      .filter(
        ({ convicted, section, state, line }) =>
          convicted && CANNABIS.test(section) && state === undefined && line !== undefined,
      )
      .map(({ line }) => line);
    expect(planned.length).toBeGreaterThan(5);
    const found = rows('all', 'found_in_one_source.csv')
      .filter((row) => row['Missing From'] === 'state-file')
      .flatMap(linesOfCourt);
    expect(planned.filter((line) => !found.includes(line ?? 0))).toEqual([]);
    // What is found beside is of somebody about whom a question is open.
    const asked = rows('all', 'same_person.csv').flatMap((row) => [row['Person 1'], row['Person 2']]);
    const more = rows('all', 'found_in_one_source.csv').filter(
      (row) => row['Missing From'] === 'state-file' && !linesOfCourt(row).some((line) => planned.includes(line)),
    );
    expect(
      more.filter((row) => !linesOfCourt(row).every((line) => line > 0) || !asked.includes(row['Person'])),
    ).toEqual([]);
  });

  it('counts everybody once: one paper for a person in a case, one letter for a person', () => {
    const results = rows('all', 'source_results.csv');
    const places = results.flatMap((row) => (row['Places'] ?? '').split('; '));
    expect(places.filter((place, index) => places.indexOf(place) !== index)).toEqual([]);
    const letters = rows('all', 'mail_merge.csv').map((row) => row['letter_id']);
    expect(new Set(letters).size).toBe(letters.length);
    const cases = rows('all', 'mail_merge.csv').flatMap((row) => (row['case_numbers'] ?? '').split('; '));
    expect(cases.filter((number, index) => cases.indexOf(number) !== index)).toEqual([]);
    // While it is open who is who, one conviction can stand with both: whoever signs is told.
    const asked = new Set(rows('all', 'same_person.csv').flatMap((row) => [row['Name 1'], row['Name 2']]));
    const warned = rows('all', 'danger_list.csv').filter((row) => row['danger'] === 'who-is-who-open');
    expect(asked.size === 0 || warned.length > 0).toBe(true);
    const packets = new Map(rows('all', 'packets.csv').map((row) => [row['packet'], row['folder']]));
    expect(new Set(packets.values()).size).toBe(packets.size);
  });
});

function keyOf(row: Row): string {
  return [row['SUBJECT_ID'], row['CII_NUMBER'], row['CNT_ORDER']].join(' ');
}

function decided(row: Row | undefined): unknown {
  return DECIDED.map((column) => row?.[column]);
}

function linesOfCourt(row: Row): number[] {
  return [...(row['Places'] ?? '').matchAll(/court\.csv line (\d+)/g)].map(([, line]) => Number(line));
}
