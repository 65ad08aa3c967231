import { describeHistories, extractOf, historiesFrom } from '../testing/describe-histories';

const MAPPING = `mapping: m
title: t
reads: record
format: csv
dates: [YYYY-MM-DD]
columns:
  - { column: Case, as: case-number }
  - { column: Name, as: name }
  - { column: Charge, as: charge }
  - { column: Done, as: disposition }
  - { column: On, as: disposition-date }
  - { column: Filed, as: filed-on }
  - { column: Granted, as: granted-on }
  - { column: Relieved, as: relieved-on }
`;
const file = (...rows: string[]): string => ['Case,Name,Charge,Done,On,Filed,Granted,Relieved', ...rows, ''].join('\n');
const F1 = 'F1,"DOE, JO",11359 HS,CONVICTED,1999-03-09';

describe('columns of what was granted and filed, in a record', () => {
  it('a grant is a later event of the count, of its row', () => {
    expect(describeHistories(historiesFrom(file(`${F1},2018-01-05,2018-03-01,`), MAPPING))).toEqual([
      '2+2: DOE,JO | #F1 101001001 | HS 11359 | 1999-03-09 | convicted unknown | relief-11361.8 unknown',
    ]);
    const dates = historiesFrom(file(`${F1},,2018-03-01,`, `F2${F1.slice(2)},,yes,`), MAPPING).flatMap(({ cycles }) =>
      cycles.flatMap(({ steps }) =>
        steps.flatMap(({ counts }) => counts.map((each) => each.dispositions.map(({ date }) => date))),
      ),
    );
    expect(dates).toEqual([
      [19990309, 20180301],
      [19990309, 0],
    ]);
    const { account, grants } = extractOf(file(`${F1},,2018-03-01,`, `F2${F1.slice(2)},,no,`), MAPPING);
    expect([account.used, account.counts, grants]).toEqual([2, 2, 1]);
  });

  it('what was filed and has no answer is noted, and still owed', () => {
    const text = file(`${F1},2018-01-05,,`, `F2${F1.slice(2)},2018-01-05,no,`, `F3${F1.slice(2)},no,,`);
    expect(describeHistories(historiesFrom(text, MAPPING)).filter((each) => each.includes('relief'))).toEqual([]);
    expect(
      extractOf(text, MAPPING).notes.flatMap(({ code, line }) => (code === 'filed-no-answer' ? [line] : [])),
    ).toEqual([2, 3]);
  });

  it('never takes a word that is no day for a grant, nor gives it to a section that the Act does not know', () => {
    const text = file(`${F1},,denied,`, 'F2,"DOE, JO",11352(a) HS,CONVICTED,1999-03-09,,2018-03-01,');
    expect(describeHistories(historiesFrom(text, MAPPING)).filter((each) => each.includes('relief'))).toEqual([]);
    expect(extractOf(text, MAPPING).notes.map(({ code, line }) => `${line} ${code}`)).toContain('2 unreadable-date');
  });

  it('says of a column that only a list of what was done can use that nobody reads it', () => {
    expect(
      extractOf(file(`${F1},,,2020-01-01`), MAPPING).notes.map(({ code, line, column }) => [code, line, column]),
    ).toEqual([['column-of-a-list', 1, '"Relieved"']]);
  });
});
