import { describeHistories, extractOf, historiesFrom } from '../testing/describe-histories';

const MAPPING = `mapping: wide
title: A row for each case, with columns for each of its counts
reads: record
format: csv
counts: columns
people: [[case-number, name]]
dates: [M/D/YYYY]
codes:
  disposition: { convicted: [GP], dismissed: [DM] }
columns:
  - { column: Case, as: case-number }
  - { column: Name, as: name }
  - { column: Date, as: disposition-date }
  - { column: Level, as: severity }
  - { column: Charge 1, as: count, count: 1 }
  - { column: Dispo 1, as: disposition, count: 1 }
  - { column: Charge 2, as: count, count: 2 }
  - { column: Code 2, as: code, count: 2 }
  - { column: Dispo 2, as: disposition, count: 2 }
  - { column: Date 2, as: disposition-date, count: 2 }
  - { column: Level 2, as: severity, count: 2 }
  - { column: Sentence 2, as: sentence, count: 2 }
`;
const HEAD = 'Case,Name,Date,Level,Charge 1,Dispo 1,Charge 2,Code 2,Dispo 2,Date 2,Level 2,Sentence 2';
const read = (...rows: readonly string[]): string[] =>
  describeHistories(historiesFrom([HEAD, ...rows].join('\n'), MAPPING)).map((each) => each.replace(/^.*?101001/, ''));

describe('counts by columns with a disposition, day, severity and sentence of their own each', () => {
  it('says of each count what its own columns say, and of the others what is said of all', () => {
    expect(read('7,"ROE, A",3/4/1999,F,11359 HS,GP,11357(b),HS,DM,5/6/2000,M,30D JAIL')).toEqual([
      '001 | HS 11359 | 1999-03-04 | convicted felony',
      '002 | HS 11357(b) | 2000-05-06 | dismissed misdemeanor | 30D JAIL',
    ]);
  });

  it('takes nothing of all counts, or of another, for what a count of its own lacks', () => {
    expect(read('7,"ROE, A",3/4/1999,F,11359 HS,GP,11357(b),HS,,,,')).toEqual([
      '001 | HS 11359 | 1999-03-04 | convicted felony',
      '002 | HS 11357(b) | ',
    ]);
    expect(read('7,"ROE, A",3/4/1999,F,11359 HS,GP,,,,,,')).toHaveLength(1);
  });

  it('loses no disposition whose charge is blank, and knows which count has a code that nobody knows', () => {
    const file = [
      HEAD,
      '7,"ROE, A",3/4/1999,F,11359 HS,GP,,,DM,5/6/2000,M,',
      '8,"ROE, A",3/4/1999,F,11359 HS,GP,11358,HS,ZZ,,,',
    ];
    const { account, usedRows, notes } = extractOf(file.join('\n'), MAPPING);
    expect(account).toMatchObject({ rows: 2, used: 2, counts: 4 });
    expect(notes.map(({ code, line, column, value }) => [code, line, column, value])).toEqual([
      ['unknown-disposition', 3, '"Dispo 2"', 'ZZ'],
    ]);
    expect(
      [...usedRows].map((counts) =>
        counts.map(({ facts, codeUnknown }) => [facts.offence, facts.disposition, codeUnknown]),
      ),
    ).toEqual([
      [
        ['11359 HS', 'CONVICTED', undefined],
        ['', 'DISMISSED', undefined],
      ],
      [
        ['11359 HS', 'CONVICTED', undefined],
        ['11358 HS', 'ZZ', true],
      ],
    ]);
  });

  it('takes no day of conviction for a conviction where another count has its own disposition', () => {
    const mapping = MAPPING.replace('as: disposition-date }', 'as: conviction-date }').replace(
      '  - { column: Dispo 1, as: disposition, count: 1 }\n',
      '',
    );
    const [history] = historiesFrom(`${HEAD}\n7,"ROE, A",3/4/1999,F,11359 HS,,11358,HS,DM,5/6/2000,M,`, mapping);
    expect(describeHistories(history ? [history] : []).map((each) => each.replace(/^.*?101001/, ''))).toEqual([
      '001 | HS 11359 | 1999-03-04 | none felony',
      '002 | HS 11358 | 2000-05-06 | dismissed misdemeanor',
    ]);
  });
});
