import { historiesOf } from '../history/histories-of';
import { strToU8, zipSync } from 'fflate';
import { describeHistories, extractOf, historiesFrom } from '../testing/describe-histories';

const MAPPING = `
mapping: book
title: Book
reads: record
format: xlsx
header: 2
counts: rows
dates: [M/D/YYYY]
columns:
  - { column: Case, as: case-number }
  - { column: Name, as: name }
  - { column: Born, as: birth-date }
  - { column: Count, as: count-number }
  - { column: Charge, as: charge }
  - { column: Disposition, as: disposition }
`;
/** Numbers are stored as numbers, as a spreadsheet program does with what looks like one. */
function bookOf(rows: readonly (readonly (string | number)[])[], merged: readonly string[] = []): Uint8Array {
  const cells = (row: readonly (string | number)[], number: number): string =>
    row
      .map((value, i) => {
        const at = `r="${String.fromCharCode(65 + i)}${number}"`;
        if (value === '') return '';
        return typeof value === 'number'
          ? `<c ${at}><v>${value}</v></c>`
          : `<c ${at} t="inlineStr"><is><t>${value}</t></is></c>`;
      })
      .join('');
  const data = rows.map((row, i) => `<row r="${i + 1}">${cells(row, i + 1)}</row>`).join('');
  const ranges = merged.map((each) => `<mergeCell ref="${each}"/>`).join('');
  return zipSync({
    'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="Cases" r:id="a"/></sheets></workbook>'),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="a" Target="worksheets/a.xml"/></Relationships>',
    ),
    'xl/worksheets/a.xml': strToU8(
      `<worksheet><sheetData>${data}</sheetData><mergeCells count="${merged.length}">${ranges}</mergeCells></worksheet>`,
    ),
  });
}
const TITLE = ['Cases of the court'];
const HEAD = ['Case', 'Name', 'Born', 'Count', 'Charge', 'Disposition'];

describe('a workbook', () => {
  it('reads days as the numbers that they are, and several rows of one count as one', () => {
    const book = bookOf([
      TITLE,
      HEAD,
      ['007', 'ROE, ANA', 25602, 1, '11359 HS', 'CONVICTED'],
      ['007', 'ROE, ANA', '2/3/1970', 1, '11359 HS', 'DISMISSED 1203.4'],
    ]);
    expect(describeHistories(historiesFrom(book, MAPPING))).toEqual([
      '3+4: ROE,ANA 1970-02-03 | #007 101001001 | HS 11359 |  | convicted unknown | set-aside-1203.4 unknown',
    ]);
  });

  it('says of each case number stored as a number whether it lost zeros, and puts none back by itself', () => {
    const rows = ['0001234', '0001235', 1236, 1000237].map((each) => [
      each,
      'ROE, ANA',
      '',
      1,
      '11359 HS',
      'CONVICTED',
    ]);
    const extract = extractOf(bookOf([TITLE, HEAD, ...rows]), MAPPING);
    expect(extract.notes.map(({ code, line }) => `${line} ${code}`)).toEqual(['5 zeros-lost', '6 stored-as-number']);
    const doubts = [...historiesOf(extract, { file: 0, sha256: '' })].flatMap(({ cycles }) =>
      cycles.flatMap(({ steps }) => steps.flatMap(({ counts }) => counts.map((count) => count.doubts))),
    );
    expect(doubts).toEqual([undefined, undefined, ['case-number'], undefined]);
    const numbers = (mapping: string): string[] =>
      [...extractOf(bookOf([TITLE, HEAD, ...rows]), mapping).defendants].flatMap(({ cases }) =>
        cases.flatMap((each) => each.rows.map(({ facts }) => facts.caseNumber)),
      );
    expect(numbers(MAPPING)).toEqual(['0001234', '0001235', '1236', '1000237']);
    expect(numbers(MAPPING.replace('as: case-number', 'as: case-number, digits: 7'))).toEqual([
      '0001234',
      '0001235',
      '0001236',
      '1000237',
    ]);
  });

  it('gives every row that a merged cell covers its value', () => {
    const rows = [
      ['007', 'ROE, ANA', '', 1, '11359 HS', 'CONVICTED'],
      ['', '', '', 2, '11358 HS', 'CONVICTED'],
      ['', '', '', '', '', ''],
    ];
    const extract = extractOf(bookOf([TITLE, HEAD, ...rows], ['A1:F1', 'A3:A5', 'B3:B5']), MAPPING);
    expect(extract.account).toMatchObject({ rows: 2, used: 2, counts: 2, cases: 1, defendants: 1 });
    expect(extract.table.filledFromMerged).toBe(2);
    expect(extractOf(bookOf([TITLE, HEAD, ...rows]), MAPPING).rejected).toEqual([
      { line: 4, reason: 'no-person', column: '' },
    ]);
  });

  it('names the sheets where the one of the mapping is missing', () => {
    const book = bookOf([TITLE, HEAD]);
    expect(() => extractOf(book, MAPPING.replace('header: 2', 'header: 2\nsheet: Caes'))).toThrow(
      'did you mean "Cases"?: it has Cases',
    );
    expect(() => extractOf(book, MAPPING)).toThrow('no row stands below the header');
    expect(() => extractOf(bookOf([]), MAPPING)).toThrow('the sheet has no cell');
  });

  it('keeps no error of a formula as a value', () => {
    const book = bookOf([TITLE, HEAD, ['007', 'ROE, ANA', '', 1, '11359 HS', '#REF!']]);
    expect(extractOf(book, MAPPING).notes.map(({ code }) => code)).toEqual(['cell-error']);
  });
});
