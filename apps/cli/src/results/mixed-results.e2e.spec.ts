import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { joinDraft, pairId, readSamePersonCsv, recordDecisions, shownHash } from '@clearway/review';
import { clearway } from '../testing/run-clearway';
import { hashes, type Row, tableOf } from './testing/read-results';
import { type Convicted, courtFile, sheetFile, stateFile } from './testing/mixed-files';

// The built program over files of every kind: one history, one paper for each case and one letter for each person.
jest.setTimeout(240_000);

const JANE: Convicted = {
  cii: 'A10000001',
  subject: '50000001',
  name: 'OKONKWO,JANE',
  born: '19600314',
  sex: 'F',
  caseNumber: 'F101',
  on: '19950607',
};
const ALONSO: Convicted = {
  cii: 'A10000002',
  subject: '50000002',
  name: 'QUIJANO,ALONSO',
  born: '19701212',
  caseNumber: 'F102',
  on: '19990909',
};
const STATE_ONLY: Convicted = {
  cii: 'A10000003',
  subject: '50000003',
  name: 'HALLORAN,BRIDGET',
  born: '19800229',
  sex: 'F',
  caseNumber: 'F103',
  on: '20010203',
};
const COURT_ONLY: Convicted = { name: 'ELSEWHERE,NOBODY', born: '19710505', caseNumber: 'F104', on: '20000101' };
/** Brothers to look at, or one person with a slip of the pen: the middle name differs, and no number agrees. */
const ASKED: Convicted = {
  cii: 'A10000005',
  subject: '50000005',
  name: 'FERREIRA,TOMAS LUIS',
  born: '19750808',
  caseNumber: 'F105',
  on: '19980101',
};
const ASKED_BY_COURT: Convicted = { name: 'FERREIRA,TOMAS RUI', born: '19750808', caseNumber: 'F106', on: '20020202' };

describe('analyze with every kind of source', () => {
  let folder: string;
  let state: string;
  let court: string;
  let sheet: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'clearway-mixed-'));
    state = stateFile(folder, 'county.dat', [JANE, ALONSO, STATE_ONLY, ASKED]);
    const bad = 'A10000001,,"OKONKWO,JANE",1960-03-14,F,F109';
    court = courtFile(
      folder,
      'court.csv',
      [
        JANE,
        { ...JANE, caseNumber: 'F201', section: '11359', on: '20010101' },
        { ...ALONSO, cii: '' },
        COURT_ONLY,
        ASKED_BY_COURT,
      ],
      [bad],
    );
    sheet = sheetFile(folder, 'sheet.txt', JANE, [JANE]);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const analyze = (out: string, files: readonly string[], ...more: string[]): ReturnType<typeof clearway> =>
    clearway(
      'analyze',
      ...files,
      '--county',
      'Fresno',
      '--policy',
      'california-statute',
      '--as-of',
      '2026-11-23',
      '--out',
      join(folder, out),
      ...more,
    );
  const rows = (out: string, name: string): Row[] => tableOf(readFileSync(join(folder, out, name), 'utf8'));
  const summary = (out: string): Record<string, unknown> =>
    JSON.parse(readFileSync(join(folder, out, 'summary.json'), 'utf8')) as Record<string, unknown>;

  it('gives a person with rows in three sources one history, one paper for each case and one letter', async () => {
    const { code, out, err } = await analyze('all', [state, court, sheet], '--papers', 'per-case', '--letters');
    expect(err).toContain('1 question who is who waits');
    expect(code).toBe(0);
    expect(out).toContain("1 file of the state, 1 court's export, 1 RAP sheet");
    const results = rows('all', 'source_results.csv');
    const [id] = results.filter(({ Name }) => Name === JANE.name).map(({ Person }) => Person);
    expect(
      results
        .filter(({ Person }) => Person === id)
        .map((row) => [row['Found In'], row['Case Numbers'], row['# of convictions on record']]),
    ).toEqual([
      ['state-file; court-extract; rap-sheet', 'F101', '2'],
      ['court-extract', 'F201', '2'],
    ]);
    expect(results[0]!['Places']).toMatch(
      /^county\.dat line 2; .*sheet\.txt page 1 line \d+.*court\.csv line 2|^county\.dat line 2; court\.csv line 2; .*sheet\.txt page 1 line/,
    );
    const packets = new Map(rows('all', 'packets.csv').map(({ packet, folder: of }) => [packet, of?.split('/').pop()]));
    expect([...packets.values()].sort()).toEqual(['f101', 'f102', 'f103', 'f104', 'f105', 'f106', 'f201']);
    expect(
      rows('all', 'mail_merge.csv')
        .map((row) => row['case_numbers'])
        .sort(),
    ).toEqual(['F101; F201', 'F102', 'F103', 'F104', 'F105', 'F106']);
    expect(summary('all')).toMatchObject({
      people: 6,
      sources: {
        records: 9,
        people: 6,
        peopleJoined: 2,
        joinedByNumber: 2,
        joinedByLikeness: 1,
        asked: 1,
        peopleAsked: 2,
        missingFromState: 3,
      },
    });
  });

  it('lists what only one source has, and says why records were joined', () => {
    expect(
      rows('all', 'found_in_one_source.csv').map((row) => [row['Case Numbers'], row['Found In'], row['Missing From']]),
    ).toEqual([
      ['F201', 'court-extract', 'state-file'],
      ['F103', 'state-file', 'court-extract'],
      ['F105', 'state-file', 'court-extract'],
      ['F104', 'court-extract', 'state-file'],
      ['F106', 'court-extract', 'state-file'],
    ]);
    const joins = rows('all', 'people_joined.csv');
    const byNumber = { 'Joined By': 'number', 'Odds in Bits': '', Evidence: 'number: the CII is the same' };
    expect(joins).toMatchObject([
      { 'Joined By': 'likeness', 'First Name': ALONSO.name, 'Second Name': ALONSO.name },
      { ...byNumber, 'First Name': JANE.name, 'Second Name': JANE.name },
      byNumber,
    ]);
    expect(joins[0]!['Evidence']).toContain('birth: ');
    expect(joins.map((row) => row['Pair'])).toEqual(
      joins.map((row) => pairId(row['First Record']!, row['Second Record']!)),
    );
    expect(
      rows('all', 'sources.csv').map((row) => [
        row['File'],
        row['Kind'],
        row['Read'],
        row['Used'],
        row['Rejected'],
        row['Records Joined'],
        row['Questions Who Is Who'],
      ]),
    ).toEqual([
      ['county.dat', 'state-file', '4', '4', '0', '2', '1'],
      ['court.csv', 'court-extract', '6', '5', '1', '2', '1'],
      ['sheet.txt', 'rap-sheet', '9', '9', '0', '1', '0'],
    ]);
    expect(rows('all', 'rejected_rows.csv').map((row) => [row['File'], row['Line']])).toEqual([['court.csv', '7']]);
  });

  it('decides nothing by what is not on record of two people who may be one, until somebody answers', async () => {
    const incomplete = (out: string): unknown => summary(out)['peopleWithIncompleteRecord'];
    const [pair] = [...readSamePersonCsv(readFileSync(join(folder, 'all', 'same_person.csv'), 'utf8'))];
    expect(pair!.records.map(({ name }) => name).sort()).toEqual([ASKED.name, ASKED_BY_COURT.name]);
    expect(summary('all')['recordProblems']).toMatchObject({ 'possible-other-record': 2 });
    expect(incomplete('all')).toBe(2);
    const answer = (kind: 'same-person' | 'different-people'): string => {
      const path = join(folder, `${kind}.jsonl`);
      const about = {
        records: pair!.records.map(({ id }) => id) as [string, string],
        people: pair!.records.map(({ person }) => person) as [string, string],
        shown: shownHash(pair!),
      };
      const draft = joinDraft(about, { kind, reason: 'booking photo' }, { by: 'N. NAME', on: 20261123 });
      writeFileSync(
        path,
        recordDecisions('', [draft], { by: 'paralegal', at: '2026-11-23T10:00:00.000Z', day: 20261123 }).text,
      );
      return path;
    };
    expect((await analyze('same', [state, court, sheet], '--letters', '--decisions', answer('same-person'))).code).toBe(
      0,
    );
    expect(rows('same', 'mail_merge.csv').map((row) => row['case_numbers'])).toContain('F105; F106');
    expect([summary('same')['people'], incomplete('same'), rows('same', 'same_person.csv').length]).toEqual([5, 0, 0]);
    expect(rows('same', 'people_joined.csv').map((row) => row['Joined By'])).toEqual([
      'likeness',
      'decision',
      'number',
      'number',
    ]);
    expect(
      (await analyze('different', [state, court, sheet], '--letters', '--decisions', answer('different-people'))).code,
    ).toBe(0);
    expect([
      summary('different')['people'],
      incomplete('different'),
      rows('different', 'same_person.csv').length,
    ]).toEqual([6, 0, 0]);
    expect(
      rows('different', 'decisions.csv')
        .map((row) => Object.values(row))
        .flat(),
    ).toContain('applied');
  });

  it('gives the same bytes again, with other threads, and with the kinds in another order', async () => {
    await analyze('again', [state, court, sheet], '--papers', 'per-case', '--letters', '--threads', '3');
    await analyze('alone', [court, state, sheet], '--papers', 'per-case', '--letters', '--threads', '0');
    const first = hashes(join(folder, 'all'));
    expect(hashes(join(folder, 'again'))).toEqual(first);
    // Files of the state come first, whatever stands between them.
    expect(hashes(join(folder, 'alone'))).toEqual(first);
  });

  it('gives the same people, outcomes and letters when two other sources change places', async () => {
    await analyze('turned', [sheet, state, court], '--letters');
    const decided = (out: string): unknown[] =>
      rows(out, 'source_results.csv')
        .map(({ Person, Outcome, ...row }) => [Person, row['Case Numbers'], Outcome])
        .sort();
    expect(decided('turned')).toEqual(decided('all'));
    expect(
      rows('turned', 'mail_merge.csv')
        .map((row) => row['case_numbers'])
        .sort(),
    ).toEqual(
      rows('all', 'mail_merge.csv')
        .map((row) => row['case_numbers'])
        .sort(),
    );
  });

  it('runs without any file of the state', async () => {
    const { code, out } = await analyze('courts', [court, sheet], '--papers', 'per-case', '--letters', '--json');
    expect(code).toBe(0);
    expect((JSON.parse(out) as { files: string[] }).files.filter((name) => /^(All|Prop64)/.test(name))).toEqual([]);
    expect(summary('courts')).toMatchObject({ people: 4, sources: { missingFromState: 0 } });
    expect(
      rows('courts', 'mail_merge.csv')
        .map((row) => row['case_numbers'])
        .sort(),
    ).toEqual(['F101; F201', 'F102', 'F104', 'F106']);
  });

  it('leaves a run of state files alone as it was', async () => {
    await analyze('state', [state]);
    expect(readdirSync(join(folder, 'state')).filter((name) => /source|person|people/.test(name))).toEqual([]);
    expect(JSON.parse(readFileSync(join(folder, 'state', 'run.json'), 'utf8'))).toMatchObject({
      inputs: [{ name: 'county.dat', bytes: expect.any(Number) as number }],
    });
    expect(summary('state')['sources']).toBeUndefined();
  });

  it.each<[string, () => readonly string[], RegExp]>([
    [
      'the same export twice',
      () => [state, court, courtFile(folder, 'copy.csv', []) && copyOf(court, join(folder, 'copy.csv'))],
      /copy\.csv: it is the same file as court\.csv/,
    ],
    [
      'a table that nobody can read',
      () => [state, written(join(folder, 'what.csv'), 'a,b\n1,2\n3,4\n')],
      /what\.csv: this is no file of the state.*clearway sources guess/s,
    ],
    [
      'a list of what was done',
      () => [
        state,
        written(join(folder, 'grants.csv'), 'CII,Case Number,Section,Granted On,Destroyed\nA1,F1,11358,2020-01-01,\n'),
      ],
      /grants\.csv: this is a list of what was done.*--done/s,
    ],
    ['a scanned page', () => [state, written(join(folder, 'scan.pdf'), '%PDF-1.4\nnothing')], /scan\.pdf: /],
    [
      'a mapping for a file of the state',
      () => [state, court, '--mapping', `${state}=generic`],
      /county\.dat: a mapping was given for it, but it is a file of the state/,
    ],
    ['a mapping for no input', () => [state, '--mapping', 'other.csv=generic'], /no input has this name/],
  ])('refuses %s, and names the file and the cure', async (_, files, words) => {
    const { code, err } = await analyze('refused', files());
    expect(err).toMatch(words);
    expect([2, 3]).toContain(code);
  });

  it('explains somebody over all sources', async () => {
    const { out } = await clearway('explain', court, state, sheet, '--subject', JANE.cii!, '--as-of', '2026-11-23');
    expect(out).toContain('On record in county.dat, court.csv, sheet.txt');
    expect(out.match(/^FRESNO, as of/gm)).toHaveLength(2);
    for (const further of ['court.csv, line 2 (court-extract)', 'sheet.txt, page 1, line'])
      expect(out).toContain(`  ${further}`);
    expect(out.match(/of county.dat, line 2 \(state-file\), by a number\n {4}the CII is the same$/gm)).toHaveLength(2);
  });

  it('explains why records without a number were joined, field by field, on the page too', async () => {
    const pages = join(folder, 'pages.pdf');
    const explain = ['explain', court, state, '--subject', ALONSO.cii!, '--as-of', '2026-11-23'];
    const { out } = await clearway(...explain, '--pdf', pages);
    expect(out).toMatch(
      /court\.csv, line 4 \(court-extract\) is of the person of county\.dat, line \d+ \(state-file\), by likeness/,
    );
    expect(out).toContain('    the birth dates are the same (+14.3)');
    expect(out).toMatch(/ {4}all together \+[\d.]+: (about|more than)/);
    expect(readFileSync(pages).length).toBeGreaterThan(1000);
    const { joins } = JSON.parse((await clearway(...explain, '--json')).out) as { joins: unknown[] };
    expect(joins).toMatchObject([{ by: 'model', records: [{ name: ALONSO.name }, { name: ALONSO.name }] }]);
  });
});

function written(path: string, text: string): string {
  writeFileSync(path, text);
  return path;
}

function copyOf(path: string, to: string): string {
  return written(to, readFileSync(path, 'latin1'));
}
