import { readMapping, shippedMappingText } from '../mapping/read-mapping';
import { describeHistories, extractOf, historiesFrom } from '../testing/describe-histories';
import { readExtract } from './read-extract';

const HEAD =
  'CII,Person Number,Name,Birth Date,Sex,Case Number,Defendant Number,Court,County,Arrest Date,Count,Charge,Code,Disposition,Disposition Date,Severity,Sentence,Comment';
const row = (values: Record<string, string>): string =>
  HEAD.split(',')
    .map((each) => values[each] ?? '')
    .join(',');
const ANA = {
  Name: '"ROE, ANA M"',
  'Birth Date': '1970-02-03',
  'Case Number': '0012345-B',
  Court: 'CASC FRESNO',
  County: 'Fresno',
};
const GUILTY = {
  Charge: '11359',
  Code: 'HS',
  Disposition: 'Guilty plea',
  'Disposition Date': '5/6/1998',
  Severity: 'F',
};
const file = (...rows: Record<string, string>[]): string => `${[HEAD, ...rows.map(row)].join('\n')}\n`;

describe('a court export, one row for each count', () => {
  it('becomes a history for each defendant, with file and line of each count', () => {
    const text = file(
      { ...ANA, ...GUILTY, Count: '1', Sentence: '3 years probation' },
      { ...ANA, ...GUILTY, Count: '2', Charge: '11357(a)', Disposition: 'Dismissed' },
      { ...ANA, Name: '"DOE, BEN"', ...GUILTY, Count: '1', 'Case Number': '0012346' },
    );
    expect(describeHistories(historiesFrom(text, 'generic'))).toEqual([
      '2: ROE,ANA M 1970-02-03 | CASC FRESNO #0012345-B 101001001 | HS 11359 | 1998-05-06 | convicted felony | 3Y PROBATION',
      '3: ROE,ANA M 1970-02-03 | CASC FRESNO #0012345-B 101001002 | HS 11357(a) | 1998-05-06 | dismissed felony',
      '4: DOE,BEN 1970-02-03 | CASC FRESNO #0012346 101001001 | HS 11359 | 1998-05-06 | convicted felony',
    ]);
    const { account } = extractOf(text, 'generic');
    expect(account).toEqual({ rows: 3, used: 3, rejected: 0, counts: 3, cases: 2, defendants: 2 });
  });

  it('keeps every digit, zero and suffix of a case number', () => {
    const numbers = ['000', '00120', ' 1236 12345678-00', '12 140189-B', '0012345678901234567890'];
    const text = file(...numbers.map((each) => ({ ...ANA, ...GUILTY, 'Case Number': each })));
    const read = historiesFrom(text, 'generic').flatMap(({ cycles }) =>
      cycles.flatMap(({ steps }) => steps.flatMap(({ counts }) => counts.flatMap(({ caseNumbers }) => caseNumbers))),
    );
    expect(read.map(({ number }) => number)).toEqual(numbers.map((each) => each.trim()));
  });

  it('rejects rows with line and reason, marks the person incomplete, and ties out', () => {
    const text =
      file(
        { ...ANA, ...GUILTY, Count: '1' },
        { ...ANA, ...GUILTY, Count: '1' },
        { 'Case Number': '7', ...GUILTY },
        { ...ANA, ...GUILTY, 'Person Number': 'P9', 'Case Number': '1.23E+11' },
        { ...ANA, ...GUILTY, 'Person Number': 'P9', 'Case Number': '8' },
      ) + 'too,few\n"open,never closed\nP\n';
    const extract = extractOf(text, 'generic');
    expect(extract.rejected).toEqual([
      { line: 3, reason: 'repeated', column: '' },
      { line: 4, reason: 'no-person', column: '' },
      { line: 5, reason: 'case-number-lost', column: '"Case Number"' },
      { line: 7, reason: 'field-count', column: '' },
      { line: 8, reason: 'open-quote', column: '' },
      { line: 9, reason: 'field-count', column: '' },
    ]);
    expect(extract.account).toMatchObject({ rows: 8, used: 2, rejected: 6, counts: 2, defendants: 2 });
    expect(historiesFrom(text, 'generic').map(({ incomplete }) => incomplete)).toEqual([false, true]);
  });

  it('does not guess what a disposition means: a conviction may hide in it', () => {
    const text = file({ ...ANA, ...GUILTY, Disposition: 'ZX9' }, { ...ANA, ...GUILTY, 'Case Number': '5' });
    expect(extractOf(text, 'generic').notes).toEqual([
      { code: 'unknown-disposition', line: 2, column: '"Disposition"', value: 'ZX9' },
    ]);
    const histories = historiesFrom(text, 'generic');
    expect(histories.map(({ incomplete }) => incomplete)).toEqual([true, false]);
    expect(histories[0]?.problems).toEqual([
      {
        code: 'unknown-court-code',
        at: { file: 0, row: histories[0]?.cycles[0]?.steps[0]?.counts[0]?.rows[0]?.row, line: 2 },
      },
    ]);
  });

  it('gives one person with a CII one history over cases, and the id that every source gives', () => {
    const text = file(
      { ...ANA, ...GUILTY, CII: 'A0000001' },
      { ...ANA, ...GUILTY, CII: 'A0000001', 'Case Number': '6' },
    );
    const histories = historiesFrom(text, 'generic');
    expect(histories).toHaveLength(1);
    expect(histories[0]?.subjects).toEqual([{ file: 0, subjectId: '', cii: 'A0000001' }]);
    expect(histories[0]?.cycles.map(({ order }) => order)).toEqual(['101', '102']);
  });

  it('gives rows of one CII that are of two people to two defendants, whoever stands first', () => {
    const ana = { ...ANA, ...GUILTY, CII: 'A1', Count: '1' };
    const ben = { ...ana, Name: '"DOE, BEN"', 'Birth Date': '1990-01-01', 'Case Number': '0012346' };
    const areClearlyTwo = (one: { name: string }, other: { name: string }): boolean => one.name[0] !== other.name[0];
    const defendants = (...rows: Record<string, string>[]) =>
      [
        ...readExtract(Buffer.from(file(...rows)), readMapping(shippedMappingText('generic')), { areClearlyTwo })
          .defendants,
      ].map(({ key, sharesCii, cases }) => [key.split('\0').at(-2), sharesCii, cases.length]);
    const both = [
      ['name=ROE,ANA M', true, 2],
      ['name=DOE,BEN', true, 2],
    ];
    const more = { 'Case Number': '77' };
    expect(defendants(ana, ben, { ...ben, ...more }, { ...ana, ...more })).toEqual(both);
    expect(defendants(ben, ana, { ...ben, ...more }, { ...ana, ...more })).toEqual([...both].reverse());
    // One of two in which they agree is enough.
    const married = { ...ben, 'Birth Date': ANA['Birth Date'] };
    expect(defendants(ana, married)).toEqual([[undefined, false, 2]]);
  });

  it('notes a number of a count that stands twice, and keeps both counts', () => {
    const text = file({ ...ANA, ...GUILTY, Count: '1' }, { ...ANA, ...GUILTY, Count: '1', Charge: '11360' });
    const extract = extractOf(text, 'generic');
    expect(extract.notes).toEqual([{ code: 'count-number-twice', line: 3, column: '"Count"' }]);
    expect(extract.account.counts).toBe(2);
  });

  it('leaves out characters that print nothing, and says so once', () => {
    const text = file({
      ...ANA,
      ...GUILTY,
      Name: '"RO\0E, ANA"',
      Charge: '113\u000157(a)',
      'Case Number': '00\u007f1',
    });
    const extract = extractOf(text, 'generic');
    expect(describeHistories(historiesFrom(text, 'generic'))).toEqual([
      '2: ROE,ANA 1970-02-03 | CASC FRESNO #001 101001001 | HS 11357(a) | 1998-05-06 | convicted felony',
    ]);
    expect(extract.notes.map(({ code, column }) => `${code} ${column}`).sort()).toEqual([
      'control-character "Case Number"',
      'control-character "Charge"',
      'control-character "Name"',
    ]);
  });
});
