import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COLUMN_NAMES, CONDENSED_COLUMNS } from '@clearway/doj-bulk';
import { exitCodeOf } from '../exit-codes';
import { Progress } from '../terminal/progress';
import { type Terminal } from '../terminal/terminal';
import { compare, type CompareOptions } from './compare';

type Row = Readonly<Record<string, string>>;

const EARLIER = [
  'Case Number',
  '# of convictions on record',
  'Date of Conviction',
  'Years Since This Conviction',
  'Eligibility Determination',
  'Eligibility Reason',
];
const BASE: Row = {
  SUBJECT_ID: '1',
  CII_NUMBER: 'A1',
  PRI_NAME: 'DOE,JANE',
  PRI_DOB: '19700101',
  RACE_DESCR: 'HISPANIC',
  CNT_ORDER: '101002001000',
  CYC_DATE: '20050201',
  STP_EVENT_DATE: '20050301',
  STP_TYPE_DESCR: 'COURT ACTION',
  STP_ORI_DESCR: 'SC LOS ANGELES',
  STP_ORI_CNTY_NAME: 'LOS ANGELES',
  OFN: 'BA1',
  OFFENSE_DESCR: '11359 HS-SALE',
  OFFENSE_TOC: 'F',
  DISP_DESCR: 'CONVICTED',
  CONV_STAT_DESCR: 'FELONY',
};
/** Invented people: hand review then and lawful now, cleared without a birth date, the same, not seen by the old tool. */
const COUNTY: readonly Row[] = [
  { ...BASE, OFFENSE_DESCR: '11357 HS-POSSESS' },
  { ...BASE, SUBJECT_ID: '2', CII_NUMBER: 'A2', PRI_NAME: 'ROE,ANA', PRI_DOB: '' },
  {
    ...BASE,
    SUBJECT_ID: '2',
    CII_NUMBER: 'A2',
    PRI_NAME: 'ROE,ANA',
    PRI_DOB: '',
    CNT_ORDER: '102002001000',
    STP_EVENT_DATE: '20190101',
    OFFENSE_DESCR: '459 PC-BURGLARY',
  },
  {
    ...BASE,
    SUBJECT_ID: '3',
    CII_NUMBER: 'A3',
    PRI_NAME: 'POE,LI',
    PRI_DOB: '19980101',
    STP_EVENT_DATE: '20180101',
    CYC_DATE: '20180101',
  },
  { ...BASE, SUBJECT_ID: '4', CII_NUMBER: 'A4', PRI_NAME: 'LOE,MAX', OFFENSE_DESCR: '11358 HS-CULT' },
];
const ANSWERS: readonly Row[] = [
  { ...COUNTY[0], 'Eligibility Determination': 'Hand Review', 'Eligibility Reason': 'Other 11357' },
  { ...COUNTY[1], 'Eligibility Determination': 'Eligible for Dismissal', 'Eligibility Reason': '50 years or older' },
  { ...COUNTY[3], 'Eligibility Determination': 'Not eligible', 'Eligibility Reason': 'Occurred after 11/09/2016' },
].map((row): Row => ({ ...row, '# of convictions on record': '1' }));

const csv = (columns: readonly string[], rows: readonly Row[]): string =>
  [columns, ...rows.map((row) => columns.map((each) => row[each] ?? ''))]
    .map((fields) => `${fields.map((each) => (each.includes(',') ? `"${each}"` : each)).join(',')}\n`)
    .join('');

function quietTerminal(): Terminal & { readonly said: string[]; readonly results: unknown[] } {
  const said: string[] = [];
  const results: unknown[] = [];
  const progress = new Progress({ isTerminal: false, columns: 80, write: () => undefined, now: () => 0 });
  return {
    said,
    results,
    progress,
    json: false,
    signal: new AbortController().signal,
    say: (line) => said.push(line),
    warn: (line) => said.push(line),
    result: (value) => results.push(value),
  };
}

describe('clearway compare', () => {
  let folder: string;
  let county: string;
  const options = (given: Partial<CompareOptions>): CompareOptions => ({
    county: 'los angeles',
    policy: [],
    asOf: ['2026-11-01'],
    against: [],
    out: join(folder, 'out'),
    ...given,
  });
  const office = (name: string): string => readFileSync(join(folder, 'out', 'office', name), 'utf8');

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'clearway-compare-'));
    county = join(folder, 'county.csv');
    writeFileSync(county, csv(COLUMN_NAMES, COUNTY));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('two policies: lists and reports, whole and readable by the owner alone, the same bytes twice', async () => {
    const given = options({ policy: ['los-angeles-2020', 'california-statute'] });
    await compare([county], given, quietTerminal());
    expect(readdirSync(join(folder, 'out')).sort()).toEqual(['office', 'publish', 'run.json']);
    expect(office('people_by_outcome.csv').trim().split('\n')).toHaveLength(5);
    expect(office('moved.csv')).toContain('DOE,JANE');
    const record = JSON.parse(readFileSync(join(folder, 'out', 'run.json'), 'utf8')) as { outputs: { path: string }[] };
    const first = record.outputs.map(({ path }) => readFileSync(join(folder, 'out', path)));
    for (const { path } of record.outputs)
      expect([path, statSync(join(folder, 'out', path)).mode & 0o777]).toEqual([path, 0o600]);
    await compare([county], given, quietTerminal());
    record.outputs.forEach(({ path }, i) =>
      expect([path, readFileSync(join(folder, 'out', path)).equals(first[i]!)]).toEqual([path, true]),
    );
    for (const name of readdirSync(join(folder, 'out', 'publish'), { recursive: true, encoding: 'utf8' })) {
      const path = join(folder, 'out', 'publish', name);
      if (statSync(path).isFile())
        expect([name, /DOE|ROE|A1\b/.test(readFileSync(path, 'latin1'))]).toEqual([name, false]);
    }
  });

  it.each([
    ['a full file', [...COLUMN_NAMES, ...EARLIER]],
    ['a condensed file', [...CONDENSED_COLUMNS.map((each) => COLUMN_NAMES[each] as string), ...EARLIER]],
  ])('old results, %s: who is still owed relief, and why', async (_, columns) => {
    const old = join(folder, 'old.csv');
    writeFileSync(old, csv(columns, ANSWERS));
    const terminal = quietTerminal();
    await compare([county], options({ against: [old] }), terminal);
    expect(terminal.results).toMatchObject([
      {
        people: { decided: 4, owed: 2, dateMissing: 1 },
        classes: { 'still-owed': 1, 'date-missing': 1, same: 1, 'not-in-old': 1 },
        owed: 2,
      },
    ]);
    const owed = office('still_owed.csv');
    expect(owed).toContain('"DOE,JANE"');
    expect(owed).toMatch(/Hand Review,Other 11357,old\.csv,1,dismissed and sealed/);
    expect(owed).toContain('"LOE,MAX"');
    expect(owed).not.toContain('ROE,ANA');
    expect(office('still_owed_people.csv').trim().split('\n')).toHaveLength(3);
    expect(office('against.csv')).toMatch(/Cleared because a date was missing,,G6,/);
  });

  it('a full and a condensed file of the same results count once', async () => {
    const [full, condensed] = [join(folder, 'All_Results.csv'), join(folder, 'All_Results_Condensed.csv')];
    writeFileSync(full, csv([...COLUMN_NAMES, ...EARLIER], ANSWERS));
    writeFileSync(
      condensed,
      csv([...CONDENSED_COLUMNS.map((each) => COLUMN_NAMES[each] as string), ...EARLIER], ANSWERS),
    );
    const terminal = quietTerminal();
    await compare([county], options({ against: [full, condensed] }), terminal);
    expect(terminal.said.join('\n')).toContain('3 convictions with an answer, 3 found in the files, 0 not');
  });

  it('two days: whose outcome changes, on which day, by which rule', async () => {
    writeFileSync(
      county,
      csv(COLUMN_NAMES, [
        {
          ...BASE,
          STP_EVENT_DATE: '20161001',
          CYC_DATE: '20160901',
          SENT_LENGTH: '12',
          SENT_TIME_CODE: 'Y',
          SENT_LOC_DESCR: 'PRISON',
        },
      ]),
    );
    await compare([county], options({ asOf: ['2026-11-01', '2030-01-01'] }), quietTerminal());
    const [, row = ''] = office('moved.csv').trim().split('\n');
    expect(row).toContain('recall-and-resentence');
    expect(row).toContain('redesignate-misdemeanor');
    expect(row).toContain('2028-10-01');
    expect(row).toContain('sentence 12 years');
  });

  it.each<[string, Partial<CompareOptions>, RegExp]>([
    [
      'one policy',
      { policy: ['los-angeles'] },
      /needs two sides, and there is one --policy: give --policy twice, or --as-of twice, or --against/,
    ],
    ['nothing', {}, /needs two sides/],
    ['three policies', { policy: ['a', 'b', 'c'] }, /Two sides are compared at a time/],
    ['policies and days', { policy: ['a', 'b'], asOf: ['2026-01-01', '2027-01-01'] }, /which of them moved somebody/],
    [
      'the day of old results without them',
      { policy: ['a', 'b'], againstAsOf: '2020-07-01' },
      /give the old results with --against/,
    ],
    ['old results and two policies', { against: ['x'], policy: ['a', 'b'] }, /compared with one policy/],
  ])('says what is missing: %s', async (_, given, words) => {
    const error = await compare([county], options(given), quietTerminal()).catch((each: unknown) => each);
    expect((error as Error).message).toMatch(words);
    expect(exitCodeOf(error)).toBe(2);
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });

  it.each([
    ["the state's own file", (): string => csv(COLUMN_NAMES, COUNTY), /looks like the state's file itself/, 3],
    ['another table', (): string => 'Name,Case,Judge,Decision\nx,y,z,w\n', /Found: Name, Case, Judge, Decision/, 3],
    ['nothing at all', (): string => '', /no row of results/, 3],
    [
      'results of another day',
      (): string =>
        csv(
          [...COLUMN_NAMES, ...EARLIER],
          [{ ...ANSWERS[0], 'Date of Conviction': '03/01/2005', 'Years Since This Conviction': '14.7' }],
        ),
      /--against-as-of/,
      3,
    ],
  ])('refuses %s as old results, and leaves nothing behind', async (_, content, words, code) => {
    const old = join(folder, 'old.csv');
    writeFileSync(old, content());
    const error = await compare([county], options({ against: [old] }), quietTerminal()).catch((each: unknown) => each);
    expect((error as Error).message).toMatch(words);
    expect(exitCodeOf(error)).toBe(code);
    expect(existsSync(join(folder, 'out', 'run.json'))).toBe(false);
  });
});
