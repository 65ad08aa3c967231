import { describeHistories, extractOf, historiesFrom } from '../testing/describe-histories';
import { ExtractError } from '../errors';
import { LONGEST_CELL } from './delimited-rows';

const MAPPING = (more = '', counts = 'row'): string => `
mapping: small
title: Small
reads: record
format: csv
counts: ${counts}
dates: [M/D/YYYY]
${more}
columns:
  - { column: Case, as: case-number }
  - { column: Name, as: name }
  - { column: Born, as: birth-date }
  - { column: Charge, as: charge }
`;
const LINE = '007,"Peña, Zoë",2/3/1970,11357(a) HS';
const DESCRIBED = '| #007 101001001 | HS 11357(a) | ';
const lineOf = (file: string | Uint8Array, mapping = MAPPING()): string[] =>
  describeHistories(historiesFrom(file, mapping));

describe('formats of files', () => {
  it.each([
    ['LF', `Case,Name,Born,Charge\n${LINE}\n`],
    ['CRLF and a byte order mark', `\uFEFFCase,Name,Born,Charge\r\n${LINE}\r\n`],
    ['CR, without an end of the last line', `Case,Name,Born,Charge\r${LINE}`],
    ['quotes around names of columns, blank lines, an extra comma', `"Case",Name,Born,Charge\n\n${LINE},\n`],
    ['another order of columns', 'Charge,Born,Name,Case\n11357(a) HS,2/3/1970,"Peña, Zoë",007\n'],
    ['Windows-1252', Buffer.from(`Case,Name,Born,Charge\n${LINE}\n`, 'latin1')],
    ['UTF-16 with its mark', Buffer.from(`\uFEFFCase,Name,Born,Charge\n${LINE}\n`, 'utf16le')],
  ])('%s', (_name, file) => {
    const [described] = lineOf(file);
    expect(described).toContain(`PEÑA,ZOË 1970-02-03 ${DESCRIBED}`);
  });

  it('tells the byte at which a row begins', () => {
    const [history] = historiesFrom(
      `\uFEFFCase,Name,Born,Charge\n${LINE}\n008,"Peña, Zoë",,11358 HS`,
      MAPPING('people: [[name]]'),
    );
    const rows = history?.cycles.flatMap(({ steps }) =>
      steps.flatMap(({ counts }) => counts.flatMap((each) => each.rows)),
    );
    expect(rows?.map(({ offset }) => offset)).toEqual([25, 25 + Buffer.byteLength(LINE) + 1]);
  });

  it('counts bytes in other encodings too', () => {
    const text = `Case,Name,Born,Charge\n${LINE}\n008,"Doe, Ben",,11358 HS`;
    const offsets = (file: Uint8Array): (number | undefined)[] =>
      historiesFrom(file, MAPPING()).map(({ cycles }) => cycles[0]?.steps[0]?.counts[0]?.rows[0]?.offset);
    expect(offsets(Buffer.from(text, 'latin1'))).toEqual([22, 22 + LINE.length + 1]);
    expect(offsets(Buffer.from(`\uFEFF${text}`, 'utf16le'))).toEqual([46, 46 + 2 * (LINE.length + 1)]);
  });

  it('goes on after a quote that was never closed, and after a cell of 100 KB', () => {
    const huge = `"${'x'.repeat(LONGEST_CELL + 1)}"`;
    const file = `Case,Name,Born,Charge\n1,"A,,\n2,B,,11358 HS\n3,${huge},,11358 HS\n4,"C" D,,11358 HS\n5,E,,11358 HS\n`;
    const extract = extractOf(file, MAPPING());
    expect(extract.rejected.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
      '2 text-after-quote',
      '4 cell-too-long',
      '5 text-after-quote',
    ]);
    expect(extract.account).toMatchObject({ rows: 5, used: 2, defendants: 2 });
  });

  it('says each column that is missing, and the nearest', () => {
    const file = `Case No,Nmae,Date of birth,Charge\n${LINE}\n`;
    const error = caught(() => extractOf(file, MAPPING()));
    expect(error.code).toBe('extract.columns');
    expect(error.problems.map(({ line, path, words }) => `${line} ${path}: ${words}`)).toEqual([
      '1 "Case": the file has no column of this name; did you mean "Case No"?',
      '1 "Name": the file has no column of this name; did you mean "Nmae"?',
      '1 "Born": the file has no column of this name; did you mean "Date of birth"?',
    ]);
  });

  it('repeats no row of a file without a header', () => {
    expect(caught(() => extractOf(`${LINE}\n${LINE}\n`, MAPPING())).message).not.toContain('Zo');
  });

  it.each([
    ['no byte', '', 'extract.empty'],
    ['nothing but blanks', ' \n\n', 'extract.empty'],
    ['a header alone', 'Case,Name,Born,Charge\n', 'extract.empty'],
    ['a workbook', 'PK\u0003\u0004', 'extract.format'],
    ['a name of a column twice', `Case,Name,Born,Charge,Name\n${LINE},x\n`, 'extract.columns'],
  ])('refuses a file with %s', (_name, file, code) => {
    expect(caught(() => extractOf(file, MAPPING())).code).toBe(code);
  });

  it('refuses bytes that are not of the encoding that the mapping says', () => {
    const bytes = Buffer.from(`Case,Name,Born,Charge\n${LINE}\n`, 'latin1');
    expect(caught(() => extractOf(bytes, MAPPING('encoding: utf-8'))).code).toBe('extract.encoding');
  });

  it('lists columns that nobody reads', () => {
    const file = `Case,Name,Born,Charge,Judge\n${LINE},x\n`;
    expect(extractOf(file, MAPPING()).unusedColumns).toEqual(['Judge']);
  });

  it('reads tabs, and a separator of its own', () => {
    const tsv = `Case\tName\tBorn\tCharge\n007\tPEÑA, ZOË\t2/3/1970\t11357(a) HS\n`;
    expect(lineOf(tsv, MAPPING().replace('format: csv', 'format: tsv'))[0]).toContain(DESCRIBED);
    expect(lineOf(tsv.replaceAll('\t', ';'), MAPPING("separator: ';'"))[0]).toContain(DESCRIBED);
  });

  it('reads fixed width, short lines too, and says where text stands outside of all columns', () => {
    const line = (end: string): string =>
      `00012345-A  001SF0000012${'ROE, ANA'.padEnd(30)}19700203F001${'11357(b)'.padEnd(16)}HSGP19980506M${end}`;
    const file = `${line('12 MONTHS PROBATION'.padEnd(20))}XYZ\r\n${line('')}\r\n\u001A`;
    const extract = extractOf(file.replace('001113', '002113'), 'fixed-width');
    expect(extract.notes.map(({ code, line: at }) => `${at} ${code}`)).toContain('1 text-outside-columns');
    expect(describeHistories(historiesFrom(line('12 MONTHS PROBATION'), 'fixed-width'))).toEqual([
      '1: ROE,ANA 1970-02-03 | #00012345-A 101001001 | HS 11357(b) | 1998-05-06 | convicted misdemeanor | 12M PROBATION',
    ]);
    expect(extract.account.rows).toBe(2);
  });
});

function caught(act: () => unknown): ExtractError {
  try {
    act();
  } catch (error) {
    if (error instanceof ExtractError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}
