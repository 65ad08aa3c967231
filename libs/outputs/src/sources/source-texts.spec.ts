import { type History } from '@clearway/record';
import { pairId } from '@clearway/review';
import { type DecidedConviction, type DecidedPerson } from '@clearway/rules';
import { peopleJoinedCsv } from './people-joined';
import { sourcesCsv } from './sources-csv';
import { type CoveredYears, SourceTexts } from './source-texts';
import { withNamedBy } from './named-by';

const KINDS = { kind: 'court-extract', histories: 1, rowsInHistories: 1, namedRows: 1, notes: 2, grants: 0 } as const;
const FILES = [
  { name: 'county.dat' },
  { name: 'court.csv', source: KINDS },
  { name: 'sheet.pdf', source: { ...KINDS, kind: 'rap-sheet' as const } },
];
const RUN = { asOf: 20261123, ruleSetHash: 'a'.repeat(64), policyHash: 'b'.repeat(64) };
const row = (file: number, line: number, page?: number) => ({
  file,
  row: line - 2,
  offset: 0,
  line,
  ...(page === undefined ? {} : { page }),
});

function conviction(key: string, changes: Partial<DecidedConviction> = {}): DecidedConviction {
  return {
    key,
    row: row(0, 2),
    offence: { code: 'HS', section: '11358', path: [], qualifiers: [] },
    citation: 'HS 11358',
    chargeText: 'CULTIVATION',
    severity: 'felony',
    convictedOn: 19990909,
    court: { ori: '', name: 'CASC FRESNO', county: 'FRESNO' },
    prosecutor: 'FRESNO COUNTY DISTRICT ATTORNEY',
    caseNumbers: [{ number: '=F1', from: 'OFN' }],
    caseEffect: 'one-count',
    determination: {
      outcome: 'not-eligible',
      relief: 'none',
      floor: 'none',
      questions: [],
      standing: 'open',
      determination: 'Not eligible',
      reason: 'x',
      decidedBy: [],
      authority: '',
      otherRemedies: [],
      trace: [],
    },
    ...changes,
  };
}

function person(convictions: readonly DecidedConviction[]): DecidedPerson {
  const facts = {
    convictions: 1,
    superStrikes: [],
    sexOffences: [],
    sexOffenderRegistration: false,
    lastConviction: 0,
    prop64: 1,
    bySection: { '11357': 0, '11358': 1, '11359': 0, '11360': 0 },
  };
  return {
    person: 'p1',
    name: 'DOE,JANE',
    otherNames: [],
    ciis: ['A1'],
    subjectIds: [],
    deceased: false,
    incomplete: false,
    problems: [],
    convictions,
    facts,
    record: [],
    notes: [],
  };
}

const texts = (
  covered: readonly CoveredYears[] = [{ county: 'FRESNO', from: 1990, to: 2000 }],
  files: readonly (typeof FILES)[number][] = FILES,
): SourceTexts => new SourceTexts(RUN, files, covered);
const missing = (source: SourceTexts, changes: Partial<DecidedConviction>): string =>
  source
    .rowsOf(person([conviction('0:1', changes)]))
    .foundInOne.split(',')
    .slice(4, 6)
    .join(' / ');

describe('what is written of several sources', () => {
  it('says of a conviction every place that names it, and what was decided', () => {
    const { sourceResults, counts } = texts().rowsOf(
      person([conviction('0:1', { namedBy: [row(0, 2), row(1, 7), row(2, 4, 3)] })]),
    );
    expect(sourceResults).toMatch(
      /^p1,"DOE,JANE",A1,state-file; court-extract; rap-sheet,county\.dat line 2; court\.csv line 7; sheet\.pdf page 3 line 4,FRESNO,CASC FRESNO,'=F1,HS 11358 CULTIVATION,/,
    );
    expect(sourceResults).toMatch(/,Not eligible,x,not-eligible,none,.*\n$/);
    expect(counts).toEqual({ sourceResults: 1, own: [], foundInOne: 0, missingFromState: 0, missingFromCourts: 0 });
  });

  it('counts a conviction where it stands, when no state file has it', () => {
    const { counts } = texts().rowsOf(
      person([
        conviction('0:1', { row: row(1, 7), namedBy: [row(1, 7)] }),
        conviction('0:2', { row: row(2, 7, 1), namedBy: [row(2, 7, 1)] }),
      ]),
    );
    expect(counts).toEqual({
      sourceResults: 2,
      own: [
        [1, 1],
        [2, 1],
      ],
      foundInOne: 2,
      missingFromState: 2,
      missingFromCourts: 1,
    });
  });

  it('lists what the state or a court lacks, and of courts only what their exports cover', () => {
    const all = texts();
    expect(missing(all, { namedBy: [row(1, 7)] })).toBe('court-extract / state-file');
    expect(missing(all, {})).toBe('state-file / court-extract');
    expect(missing(all, { convictedOn: 19891231 })).toBe('');
    expect(missing(all, { convictedOn: 20010101 })).toBe('');
    expect(missing(all, { convictedOn: 0 })).toBe('');
    expect(missing(all, { convictedOn: 19990000 })).toBe('state-file / court-extract');
    expect(missing(texts([]), {})).toBe('');
    expect(missing(texts([{ county: 'KINGS', from: 1990, to: 2000 }]), {})).toBe('');
    expect(missing(all, { namedBy: [row(2, 1, 1)] })).toBe('rap-sheet / state-file; court-extract');
    expect(missing(texts(undefined, FILES.slice(1)), { row: row(0, 7), namedBy: [row(0, 7)] })).toBe('');
  });

  it('judges by the courthouse where an export names some, and says what it judged by', () => {
    const years = { from: 1990, to: 2000 };
    const someOf = [{ county: 'FRESNO', ...years, courthouses: [{ courthouse: 'KERMAN', ...years }] }];
    const judged = (name: string, covered: readonly CoveredYears[] = someOf): string | undefined =>
      texts(covered)
        .rowsOf(person([conviction('0:1', { court: { ori: '', name, county: 'FRESNO' } })]))
        .foundInOne.trim()
        .split(',')
        .at(-1);
    expect(['CASC KERMAN', 'CASC FRESNO', 'CASC SANGER'].map((name) => judged(name))).toEqual([
      'courthouse',
      'county',
      '',
    ]);
    expect(judged('CASC SANGER', [{ county: 'FRESNO', ...years }])).toBe('county');
    expect(texts().heads().foundInOne).toMatch(/,Absence Judged By\r?\n$/);
  });

  it('finds the rows of a conviction by its key, and names nobody where the state alone has it', () => {
    const count = (order: string, rows: readonly object[]) => ({ order, rows });
    const history = (file: number): History =>
      ({
        subjects: [{ file: 0 }, { file }],
        cycles: [{ subject: 1, steps: [{ counts: [count('1', [row(0, 2), row(file, 9)]), count('2', [row(0, 3)])] }] }],
      }) as unknown as History;
    const two = person([conviction('1:1'), conviction('1:2')]);
    expect(
      withNamedBy(two, history(1), 1).convictions.map(({ namedBy }) => namedBy?.map(({ file, line }) => [file, line])),
    ).toEqual([
      [
        [0, 2],
        [1, 9],
      ],
      undefined,
    ]);
    expect(withNamedBy(two, history(0), 1)).toBe(two);
  });

  it('shows both records of a join side by side, with the reasons', () => {
    const record = (id: string, name: string) => ({
      id,
      source: 'court-extract' as const,
      file: 'court.csv',
      place: 'line 2',
      person: 'p1',
      name,
      otherNames: ['-X'],
      births: [19600101],
      sex: 'F',
      cii: '',
      cases: ['F1', 'F2'],
      convictions: 2,
    });
    const lines = [
      { field: 'birth', level: 'same', words: 'the births are the same', weight: 9.76 },
      { field: 'sex', level: 'different', words: 'the sexes differ', weight: -4 },
    ] as const;
    const [, text] = [
      ...peopleJoinedCsv([
        {
          records: [record('r1', 'DOE,JANE'), record('r2', 'DOE,JAN')],
          odds: 21.04,
          by: 'model',
          lines,
          guardWords: '',
        },
      ]),
    ];
    expect(text).toBe(
      `p1,likeness,21.0,r1,court-extract,court.csv,line 2,"DOE,JANE",'-X,1960-01-01,F,,F1; F2,2,r2,court-extract,court.csv,line 2,"DOE,JAN",'-X,1960-01-01,F,,F1; F2,2,birth: the births are the same (+9.8); sex: the sexes differ (-4.0),${pairId('r1', 'r2')}\n`,
    );
    const numbered = {
      records: [record('r1', 'DOE,JANE'), record('r2', 'ROE,J')] as const,
      odds: 0,
      by: 'number' as const,
      lines: [],
      guardWords: 'the CII is the same',
    };
    expect([...peopleJoinedCsv([numbered])][1]).toMatch(
      /^p1,number,,r1,.*,number: the CII is the same,[0-9a-f]{16}\n$/,
    );
  });

  it('says what became of each input', () => {
    const counts = {
      sha256: 'c'.repeat(64),
      bytes: 1,
      lines: 9,
      emptyLines: 0,
      filledLines: 8,
      continuationLines: 0,
      rowsRead: 8,
      rowsUsed: 7,
      rowsRejected: 1,
      people: 3,
    };
    const joining = {
      records: 5,
      people: 4,
      peopleJoined: 1,
      joinedByNumber: 1,
      joinedByLikeness: 0,
      joinedByDecision: 0,
      asked: 1,
      peopleAsked: 2,
      byFile: [
        { joined: 1, asked: 1 },
        { joined: 2, asked: 0 },
      ],
      decisionsWaiting: 0,
    };
    const files = [
      { name: 'county.dat', ...counts },
      {
        name: 'court.csv',
        ...counts,
        source: { ...KINDS, histories: 5, mapping: { name: 'ours', sha256: 'd'.repeat(64) } },
      },
    ];
    expect(sourcesCsv(files, joining).split('\n').slice(1, 3)).toEqual([
      `county.dat,state-file,,9,8,7,1,3,1,1,0,${'c'.repeat(64)}`,
      `court.csv,court-extract,mapping ours,9,8,7,1,5,2,0,2,${'c'.repeat(64)}`,
    ]);
  });
});
