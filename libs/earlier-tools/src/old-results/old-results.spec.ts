import { OldResultsError } from './errors';
import { CONDENSED_JOIN, recogniseLayout } from './layout';
import { OldResults } from './old-results';
import { optionsFromReasons } from './options-from-reasons';

const ANSWER = [
  '# of convictions on record',
  'Date of Conviction',
  'Years Since This Conviction',
  'Eligibility Determination',
  'Eligibility Reason',
];
const FULL = ['SUBJECT_ID', 'CII_NUMBER', 'PRI_NAME', 'CNT_ORDER', 'STP_EVENT_DATE', 'OFFENSE_DESCR', ...ANSWER];
const CONDENSED = ['CII_NUMBER', 'PRI_NAME', 'PRI_DOB', ...CONDENSED_JOIN, ...ANSWER];

function results(columns: readonly string[], ...rows: Readonly<Record<string, string>>[]): OldResults {
  const old = new OldResults();
  const layout = old.open('old.csv', columns);
  rows.forEach((row, i) =>
    old.add(
      layout,
      columns.map((each) => row[each] ?? ''),
      i + 1,
    ),
  );
  return old;
}

const DISMISSED = {
  '# of convictions on record': '1',
  'Eligibility Determination': 'Eligible for Dismissal',
  'Eligibility Reason': 'Deceased',
};

describe(recogniseLayout.name, () => {
  it.each([
    [['Occurred after 11/9/2016', ...FULL], 'desktop', 'full'],
    [FULL, 'los-angeles', 'full'],
    [CONDENSED, 'los-angeles', 'condensed'],
    [['Outcome', 'Floor', 'Standing', 'Rule Set', 'Occurred after 11/9/2016', ...FULL], 'clearway', 'full'],
    [[`\uFEFF${FULL[0]}`, ...FULL.slice(1)], 'los-angeles', 'full'],
  ] as const)('knows %j', (columns, tool, join) => expect(recogniseLayout('f', columns)).toMatchObject({ tool, join }));

  it("says that it is the state's own file, and what was found", () => {
    expect(() =>
      recogniseLayout('county.dat', ['RECORD_ID', 'SUBJECT_ID', 'CII_NUMBER', 'PRI_NAME', 'CNT_ORDER']),
    ).toThrow(/county\.dat: .*Found: RECORD_ID, SUBJECT_ID.*looks like the state's file itself/);
  });

  it('lists the columns of another table, and never a line of values', () => {
    expect(() => recogniseLayout('f', ['Name', 'Case', 'Judge', 'Decision'])).toThrow(
      'Found: Name, Case, Judge, Decision.',
    );
    const message = ((): string => {
      try {
        return String(recogniseLayout('f', ['DOE,JANE', '19700101', 'A1234567', 'x']));
      } catch (error) {
        return (error as OldResultsError).message;
      }
    })();
    expect(message).toContain('no line of column names');
    expect(message).not.toMatch(/DOE|1970|A123/);
  });
});

describe(OldResults.name, () => {
  const person = { cii: 'A1', names: ['DOE,JANE'] };

  it('hands an answer out once, to the person of the CII and not to another under the same SUBJECT_ID', () => {
    const old = results(FULL, {
      SUBJECT_ID: '1',
      CII_NUMBER: 'A1',
      PRI_NAME: 'DOE,JANE',
      CNT_ORDER: '101002001000',
      ...DISMISSED,
    });
    expect(old.take('1', '101002001000', { cii: 'B2', names: ['DOE,JANE'] })).toBeUndefined();
    expect(old.take('1', '101002001000', person)).toMatchObject({ worth: 'dismiss-and-seal', reason: 'Deceased' });
    expect(old.take('1', '101002001000', person)).toBeUndefined();
  });

  it('without a CII asks for the name, letters of another encoding or not', () => {
    const old = results(FULL, { SUBJECT_ID: '1', PRI_NAME: 'NU\uFFFDEZ,ANA', CNT_ORDER: '101002001000', ...DISMISSED });
    expect(old.take('1', '101002001000', { cii: 'A1', names: ['NUÑEZ,ANA'] })).toBeDefined();
  });

  it('takes rows without an answer for none, and an empty determination for one', () => {
    const old = results(
      FULL,
      { SUBJECT_ID: '1', CNT_ORDER: '1' },
      { SUBJECT_ID: '1', CNT_ORDER: '2', '# of convictions on record': '3' },
    );
    expect(old.answers).toBe(1);
  });

  it('counts what two files say twice, and what they say differently', () => {
    const row = { SUBJECT_ID: '1', CNT_ORDER: '1', ...DISMISSED };
    const old = results(FULL, row, row, { ...row, 'Eligibility Reason': 'Other 11357' });
    expect([old.answers, old.repeated, old.contradicted]).toEqual([1, 1, 1]);
  });

  it('finds a condensed row by all that it has; rows that are alike are handed out in order', () => {
    const row = {
      CII_NUMBER: 'A1',
      PRI_NAME: 'DOE,JANE',
      PRI_DOB: '19700101',
      STP_EVENT_DATE: '20010101',
      OFFENSE_DESCR: '11357 HS',
      ...DISMISSED,
    };
    const old = results(
      CONDENSED,
      row,
      { ...row, 'Eligibility Reason': 'second' },
      { ...row, STP_EVENT_DATE: '20020101', 'Eligibility Reason': 'other day' },
    );
    expect([old.takeCondensed(row)?.reason, old.takeCondensed(row)?.reason, old.takeCondensed(row)?.reason]).toEqual([
      'Deceased',
      'second',
      undefined,
    ]);
    expect(old.takeRest([], person, [row]).map((each) => each.reason)).toEqual(['other day']);
  });

  it('leaves over those whom nobody asked for', () => {
    const old = results(FULL, { SUBJECT_ID: '9', CNT_ORDER: '1', ...DISMISSED });
    expect([...old.left()].map((each) => each.subjectId)).toEqual(['9']);
  });

  it('says when the old results are of another day', () => {
    const old = results(FULL, {
      SUBJECT_ID: '1',
      CNT_ORDER: '1',
      'Date of Conviction': '11/11/2000',
      'Years Since This Conviction': '19.0',
      ...DISMISSED,
    });
    expect(() => old.checkAsOf(20191101)).not.toThrow();
    expect(() => old.checkAsOf(20200701)).toThrow(/not computed as of 2020-07-01.*about 2019-11-11.*--against-as-of/);
  });
});

it('reads the options of the desktop tool from its reasons', () => {
  const options = JSON.parse(
    optionsFromReasons([
      'Misdemeanor or Infraction',
      'Reduce all HS 11359 convictions',
      'Dismiss all HS 11357 convictions',
      '57 years or older',
      '21 years or younger',
      'No convictions in the past 5 years',
    ]),
  ) as object;
  expect(options).toEqual({
    baselineEligibility: { dismiss: ['11357'], reduce: ['11359'] },
    additionalRelief: {
      subjectUnder21AtConviction: true,
      subjectAgeThreshold: 57,
      yearsSinceConvictionThreshold: 0,
      yearsCrimeFreeThreshold: 5,
      subjectHasOnlyProp64Charges: false,
      subjectIsDeceased: false,
    },
  });
});
