import { ExtractError } from '../errors';
import { readMapping, shippedMappings, shippedMappingText } from './read-mapping';

function problemsOf(text: string): string[] {
  try {
    readMapping(text);
  } catch (error) {
    if (error instanceof ExtractError)
      return error.problems.map(({ line, path, words }) => `${line} ${path}: ${words}`);
    throw error;
  }
  return [];
}

const GOOD = `mapping: ours
title: Ours
reads: record
format: csv
dates: [M/D/YYYY]
columns:
  - { column: Case, as: case-number }
  - { column: Name, as: name }
  - { column: Born, as: birth-date }
  - { column: Charge, as: charge }
`;

describe(readMapping.name, () => {
  it.each(shippedMappings().map((name) => [name]))('%s, which is shipped, is right', (name) => {
    expect(problemsOf(shippedMappingText(name))).toEqual([]);
    expect(readMapping(shippedMappingText(name)).mapping).toBe(name);
  });

  it('says every problem at once, with its line and the nearest word', () => {
    const text = `mapping: Ours
title: ''
reads: record
fromat: csv
format: cvs
dates: [M/D]
columns:
  - { column: Case, as: case-numbre }
  - { column: Name, number: 2, as: name }
  - { column: Born, as: birth-date, digit: 4 }
`;
    const problems = problemsOf(text);
    expect(problems).toEqual([
      '1 mapping: use small letters, digits and hyphens',
      '2 title: must not be empty: write something here',
      '4 fromat: is not a setting of a mapping: remove it or correct its spelling; did you mean "format"?',
      '5 format: must be one of csv, tsv, fixed, xlsx; did you mean "csv"?',
      '6 dates.1: is no form of a date: write it with YYYY or YY, MM or M, DD or D, MON, such as M/D/YYYY, YYYY-MM-DD, YYYYMMDD, DD-MON-YYYY',
      expect.stringMatching(/^8 columns\.1\.as: must be one of .*; did you mean "case-number"\?$/),
      '9 columns.2.as: say where it stands, once: column (its name), number (its place), or from and width',
      '10 columns.3.digit: is not a setting of a mapping: remove it or correct its spelling; did you mean "digits"?',
    ]);
  });

  it.each([
    ['dates: [M/D/YYYY]\n', '', '1 dates: is missing: say how dates are written, such as [M/D/YYYY]'],
    ['M/D/YYYY', 'M/D/YY', '5 dates: two-digit years need "two-digit years to": the last one that is 20..'],
    ['as: charge', 'as: count', '1 counts: a column is a count: write counts: columns'],
    ['as: charge', 'as: name', '10 columns.4.as: column 2 is name already: only one can be'],
    ['as: name', 'as: ignore', '6 columns: no column says whose it is: add name, last-name, person-number or cii'],
    ['as: case-number', 'as: ignore', '6 columns: no column is the case-number: add it'],
    ['format: csv', 'format: csv\ncounts: rows', '5 counts: counts: rows needs a column that is the count-number'],
    ['format: csv', 'format: csv\nsheet: A', '5 sheet: belongs to format xlsx: leave it out'],
    [
      'format: csv',
      'format: csv\nheader: 0',
      '8 columns.1.column: the file has no header: give the number of the column',
    ],
    [
      'column: Name, as: name',
      'number: 2, as: name, optional: true',
      '8 columns.2.optional: only a column with a name can be lacking: leave it out',
    ],
    ['as: charge', 'as: charge, count: 1', '10 columns.4.count: the charge of one count is as: count: write so'],
    ['as: name', 'as: name, count: 1', '8 columns.2.count: speaks of no count: leave it out'],
    ['as: charge', 'as: disposition, count: 1', '10 columns.4.count: belongs to counts: columns: leave it out'],
    ['as: name', 'as: name, charge: 11357 HS', '8 columns.2.charge: belongs to a column that is a count: leave it out'],
  ])('%j for %j: %s', (part, other, problem) => {
    expect(problemsOf(GOOD)).toEqual([]);
    expect(problemsOf(GOOD.replace(part, other))).toContain(problem);
  });

  it('wants the charge of each count that has columns of its own, once', () => {
    const columns = GOOD.replace('format: csv', 'format: csv\ncounts: columns').replace(
      'as: charge',
      'as: count, count: 1',
    );
    expect(problemsOf(columns)).toEqual([]);
    const more = (...fields: readonly string[]): string[] =>
      problemsOf(columns + fields.map((each) => `  - { column: More, as: ${each} }\n`).join(''));
    expect(more('disposition', 'disposition, count: 1')).toEqual([]);
    expect(more('disposition, count: 2')).toEqual([
      '12 columns.5.count: no column is the charge of count 2: add { column: ..., as: count, count: 2 }',
    ]);
    expect(more('count, count: 1')).toEqual(['12 columns.5.as: column 4 is count of count 1 already: only one can be']);
  });

  it('names the line of a text that is no YAML, and the nearest shipped mapping', () => {
    expect(problemsOf('mapping: a\n\ttitle: b\n')[0]).toMatch(/^2 : not readable as YAML/);
    expect(problemsOf('mapping: &a x\ntitle: *a\n')[0]).toContain('write the settings out');
    expect(() => shippedMappingText('genric')).toThrow('did you mean "generic"?');
  });
});
