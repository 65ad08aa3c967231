import { extractOf } from '../../testing/describe-histories';
import { CaseList } from './case-list';
import { SeenRows } from './seen-rows';

describe('what is kept of rows', () => {
  it('knows a row again among many, blanks around cells left out, and no other', () => {
    const seen = new SeenRows();
    const row = (...texts: string[]): Parameters<SeenRows['isRepeated']>[0] => ({
      ...{ row: 0, line: 0, offset: 0, length: 0 },
      cells: texts.map((text) => ({ text, isNumber: false })),
    });
    const numbers = Array.from({ length: 20_000 }, (_, number) => number);
    expect(numbers.filter((number) => seen.isRepeated(row(String(number), 'a')))).toEqual([]);
    expect(numbers.filter((number) => !seen.isRepeated(row(` ${number}`, 'a ')))).toEqual([]);
    expect(seen.isRepeated(row('1a', ''))).toBe(false);
  });

  it('finds a case among a few and among many', () => {
    const cases = new CaseList();
    let first = -1;
    let last = -1;
    for (let number = 1; number <= 40; number++) {
      expect(cases.find(first, `case ${number}`)).toBe(-1);
      last = cases.add(`case ${number}`, first, last, number);
      if (first < 0) first = last;
    }
    for (let number = 1; number <= 40; number++) expect(cases.find(first, `case ${number}`)).toBe(number - 1);
    for (const number of [1, 31, 32, 999, 32]) cases.take(3, number);
    expect([1, 31, 32, 999].map((number) => cases.isTaken(3, number))).toEqual([true, true, true, true]);
    expect([2, 30, 33].map((number) => cases.isTaken(3, number))).toEqual([false, false, false]);
    expect(cases.counts).toBe(4);
  });

  it('says the same each time that defendants are gone through', () => {
    const head = 'Person Number,Name,Case Number,Count,Charge,Disposition,Disposition Date';
    const lines = Array.from(
      { length: 60 },
      (_, i) => `P${i % 7},"ROE, A${i % 7}",C${i % 13},${i % 4},11359 HS,GUILTY,2/3/1999`,
    );
    const mapping = `mapping: m
title: t
reads: record
format: csv
people: [[person-number]]
dates: [M/D/YYYY]
columns:
  - { column: Person Number, as: person-number }
  - { column: Name, as: name }
  - { column: Case Number, as: case-number }
  - { column: Count, as: count-number }
  - { column: Charge, as: charge }
  - { column: Disposition, as: disposition }
  - { column: Disposition Date, as: disposition-date }
`;
    const extract = extractOf([head, ...lines, ''].join('\n'), mapping);
    const once = [...extract.defendants];
    expect([...extract.defendants]).toEqual(once);
    const rows = once.flatMap(({ cases }) => cases.flatMap((each) => each.rows.map(({ facts }) => facts.line)));
    expect(rows.sort((a, b) => a - b)).toEqual(lines.map((_, i) => i + 2));
    expect([...extract.usedRows].map(([first]) => first?.facts.line)).toEqual(lines.map((_, i) => i + 2));
    expect(extract.notes.length).toBe([...new Set(extract.notes.map(({ line, code }) => `${line} ${code}`))].length);
  });
});
