import { readMapping, shippedMappingText } from '../mapping/read-mapping';
import { type FactKind } from './case-fact';
import { chooseFactsMapping } from './choose-facts-mapping';
import { type FactsReading, readFacts } from './read-facts';

function read(kind: FactKind, lines: readonly string[], mapping: string = kind): FactsReading {
  return readFacts(Buffer.from(lines.join('\n')), readMapping(shippedMappingText(mapping)), kind, 'list.csv');
}
const said = ({ facts }: FactsReading): string[] =>
  facts.map(
    ({ line, columns }) =>
      `${line}: ${Object.entries(columns)
        .filter(([, text]) => text !== '')
        .map(([key, text]) => `${key}=${text}`)
        .join(' ')}`,
  );

describe(readFacts.name, () => {
  it('takes each row of the state list as on it, with file and line', () => {
    const reading = read('state-list-2019', [
      'CII_NUMBER,SUBJECT_ID,CASE_NUMBER,OFFENSE_DESCR,CONVICTION_DATE',
      'a0000001,10000001,0012-B,11357(A)HS-POSSESS,19980506',
      'A0000001,,0013,,19980500',
      ',,0014,,19980506',
      'A0000002,,,,',
      'A0000002,,0015,11357/11358 HS,19980506',
      'A0000002,,0016,,1998-99-99',
      'A0000002,,1.2E+9,,19980506',
    ]);
    expect(said(reading)).toEqual([
      '2: cii=A0000001 subject_id=10000001 case_number=0012-B section=HS 11357(a) conviction_date=1998-05-06 on_list=yes source=list.csv line 2 (state-list-2019)',
      '3: cii=A0000001 case_number=0013 on_list=yes source=list.csv line 3 (state-list-2019)',
    ]);
    expect(reading.rejected.map(({ line, reason, column }) => `${line} ${reason} ${column}`.trim())).toEqual([
      '4 no-number-of-the-person',
      '5 no-case',
      '6 charge-not-one-section "OFFENSE_DESCR"',
      '7 day-not-readable "CONVICTION_DATE"',
      '8 case-number-lost "CASE_NUMBER"',
    ]);
    expect(reading.account).toEqual({ rows: 7, facts: 2, without: 0, rejected: 5 });
  });

  it('takes of filings only what a court did and whole challenges; the rest is still owed', () => {
    const reading = read('filings-2020', [
      'CII,Case Number,Section,Result,Result Date,Challenged On,Challenged By,Ground,Evidence,Evidence Kind',
      'A0000001,1,11359,Granted,6/1/2020,,,,,',
      'A0000001,2,11359,granted,,,,,,',
      'A0000001,3,11359,Filed,6/1/2020,,,,,',
      'A0000001,4,11359,denied,6/1/2020,,,,,',
      'A0000001,5,11359,challenged,,6/1/2020,Office,c2-criteria,Record,court-record',
      'A0000001,6,11359,challenged,,6/1/2020,Office,,,',
      'A0000001,7,11359,,,,,,,',
      'A0000001,8,11359,vacated,,,,,,',
      'A0000001,9,11359,purged,,,,,,',
    ]);
    expect(said(reading).map((each) => each.replace(/cii=A0000001 | section=HS 11359| source=.*/g, ''))).toEqual([
      '2: case_number=1 granted_on=2020-06-01',
      '3: case_number=2 granted_on=yes',
      '6: case_number=5 challenged_on=2020-06-01 challenged_by=Office ground=c2-criteria evidence=Record evidence_kind=court-record',
      '10: case_number=9 destroyed=yes',
    ]);
    expect(reading.without.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
      '4 filed-no-answer',
      '5 denied',
      '7 challenge-not-whole',
      '8 says-nothing',
    ]);
    expect(reading.rejected.map(({ line, reason }) => `${line} ${reason}`)).toEqual(['9 unknown-result']);
  });

  it('needs no column of challenges where nothing was challenged, and then none of them', () => {
    const rows = ['CII,Case Number,Section,Result,Result Date', 'A0000001,1,11359,granted,6/1/2020'];
    expect(read('filings-2020', rows).account).toEqual({ rows: 1, facts: 1, without: 0, rejected: 0 });
    expect(chooseFactsMapping(Buffer.from(rows.join('\n')))).toBe('filings-2020');
    expect(() => read('filings-2020', [rows[0]?.replace('Result Date', 'Day') ?? ''])).toThrow('"Result Date"');
  });

  it('never takes a word that is no day for a grant', () => {
    const reading = read('court-grants', [
      'CII,Case Number,Section,Granted On,Destroyed',
      'A0000001,1,,6/1/2020,',
      'A0000001,2,,X,',
      'A0000001,3,,denied 6/1/2020,',
      'A0000001,4,,no,',
      'A0000001,5,,,yes',
      'A0000001,6,,,perhaps',
    ]);
    expect(said(reading).map((each) => each.replace(/cii=A0000001 | source=.*/g, ''))).toEqual([
      '2: case_number=1 granted_on=2020-06-01',
      '3: case_number=2 granted_on=yes',
      '6: case_number=5 destroyed=yes',
    ]);
    expect(reading.without.map(({ line }) => line)).toEqual([5]);
    expect(reading.rejected.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
      '4 day-not-readable',
      '7 not-yes-or-no',
    ]);
  });

  it('takes automatic relief for what it is, and not for a grant', () => {
    expect(said(read('automatic-relief', ['CII,Case Number,Relief Date', 'A0000001,1,2022-08-01']))).toEqual([
      '2: cii=A0000001 case_number=1 relieved_on=2022-08-01 relieved_under=PC 1203.425 source=list.csv line 2 (automatic-relief)',
    ]);
  });

  it('takes no determination of an earlier tool for an order', () => {
    const reading = read(
      'filings-2020',
      [
        'SUBJECT_ID,CII_NUMBER,CNT_ORDER,Eligibility Determination',
        '10000001,A0000001,101001001,Eligible for Dismissal',
        '10000001,A0000001,101001002000,Not eligible',
      ],
      'earlier-results',
    );
    expect(reading.facts).toEqual([]);
    expect(reading.without.map(({ reason }) => reason)).toEqual(['decided-not-filed', 'says-nothing']);
  });

  it('refuses a mapping of a record', () => {
    expect(() => read('court-grants', ['a'], 'generic')).toThrow('write reads: facts');
  });
});
