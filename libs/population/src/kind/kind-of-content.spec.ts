import { gzipSync } from 'node:zlib';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COLUMN_NAMES } from '@clearway/doj-bulk';
import { shippedMappingText } from '@clearway/court-extract';
import { readDoneList } from '../done/read-done-list';
import { isDoneList, mappingFrom, shippedMappingFor, sureGuess } from './choose-mapping';
import { kindOfContent } from './kind-of-content';
import { sortInputs } from './sort-inputs';

const GENERIC =
  'CII,Person Number,Name,Birth Date,Sex,Case Number,Defendant Number,Court,County,Arrest Date,Count,Charge,Code,Disposition,Disposition Date,Severity,Sentence,Comment';
const ROW = ',,"DOE,JANE",1960-01-01,F,A1,,CASC FRESNO,FRESNO,,1,11358,HS,guilty,1999-09-09,felony,,';
const SHEET = 'CII/A00000001\nDOB/19600101 SEX/F\nNAM/01 DOE,JANE\n* * * *\n';

describe('the kind of a file is told by what stands in it', () => {
  it.each<[string, string | Buffer, string]>([
    ['a header of the state', COLUMN_NAMES.join(','), 'state-file'],
    [
      'a header of the state with other separators, whose reader says what is wrong',
      COLUMN_NAMES.join('\t'),
      'state-file',
    ],
    ['rows of 95 fields without a header', `1,"DOE,JANE"${','.repeat(93)}\n`, 'state-file'],
    ['rows that end with a comma more', `1,"DOE,JANE"${','.repeat(94)}\n`, 'state-file'],
    ['a first row that is damaged', `"x\n1,"DOE,JANE"${','.repeat(93)}\n1${','.repeat(94)}\n`, 'state-file'],
    ['nothing', '', 'state-file'],
    ['blanks', ' \n\n', 'state-file'],
    ['a PDF', '%PDF-1.7\n', 'rap-sheet'],
    ['a sheet as text', SHEET, 'rap-sheet'],
    ['a table', `${GENERIC}\n${ROW}\n`, 'text'],
    ['a table that speaks of sheets once', 'Case,END OF MESSAGE\n', 'text'],
    ['a workbook', Buffer.from('PK\x03\x04....', 'latin1'), 'workbook'],
  ])('%s', (_, content, kind) => expect(kindOfContent(Buffer.from(content as string))).toBe(kind));
});

describe('sortInputs', () => {
  let folder: string;
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'clearway-kinds-'))));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const file = (name: string, content: string | Buffer): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };

  it('puts files of the state first, in their order, also packed ones; what cannot be opened is left to their reader', () => {
    const inputs = [
      file('sheet.dat', SHEET),
      file('b.txt', `${COLUMN_NAMES.join(',')}\n`),
      file('c.csv', `${GENERIC}\n`),
      file('a.gz', gzipSync(COLUMN_NAMES.join(','))),
      join(folder, 'none'),
    ];
    const { state, others } = sortInputs(inputs.map((path) => ({ path })));
    expect(state.map(({ name }) => name)).toEqual(['b.txt', 'a.gz', 'none']);
    expect(others.map(({ name, kind }) => [name, kind])).toEqual([
      ['sheet.dat', 'rap-sheet'],
      ['c.csv', 'court-extract'],
    ]);
  });

  it.each(['', ' \r\n\n', '\uFEFF\n'])('says of an empty file (%j) that nobody can tell its kind', (content) => {
    for (const path of [file('sheet.txt', content), file('court.csv.gz', gzipSync(content))])
      expect(() => sortInputs([{ path }])).toThrow(
        /^(?:sheet\.txt|court\.csv\.gz): it is empty\. Nothing in it says what/,
      );
    const mapping = mappingFrom(shippedMappingText('generic'));
    const [export_] = sortInputs([{ path: file('court.csv', content), mapping }]).others;
    expect(export_).toMatchObject({ kind: 'court-extract' });
    expect(() => readDoneList({ path: file('done.csv', content) })).toThrow(/^done\.csv: the list is empty\./);
  });

  it('refuses a mapping for a file that it cannot be for, or that reads facts', () => {
    const sheet = { path: file('sheet.txt', SHEET), mapping: mappingFrom(shippedMappingText('generic')) };
    expect(() => sortInputs([sheet])).toThrow(/sheet\.txt: a mapping was given for it, but it is a RAP sheet/);
    const facts = { path: file('grants.csv', 'a,b\n'), mapping: mappingFrom(shippedMappingText('court-grants')) };
    expect(() => sortInputs([facts])).toThrow(
      /grants\.csv: its mapping reads what was done to cases, not a record\. Give it with --done/,
    );
  });
});

describe('a mapping for an export that none was given for', () => {
  const bytes = (text: string): Buffer => Buffer.from(text);

  it('is a shipped one whose columns the file has', () => {
    expect(shippedMappingFor(bytes(`${GENERIC}\n${ROW}\n`))).toMatchObject({
      how: 'shipped',
      mapping: { mapping: 'generic' },
    });
  });

  it('is none that fits every text: lines of a fixed width must say something', () => {
    const line = 'F00000000001001P00000001DOE,JANE                      19600101F00111358           HSGP19990909F';
    expect(shippedMappingFor(bytes(`${line}\n`))?.mapping.mapping).toBe('fixed-width');
    expect(shippedMappingFor(bytes('some words\nand others\n'))).toBeUndefined();
  });

  it('is guessed only where nothing is left open', () => {
    const head = 'Case Number,Defendant,DOB,Charge,Disposition,Disposition Date\n';
    const row = (disposition: string): string => `A1,"DOE,JANE",01/31/1960,11358 HS,${disposition},09/09/1999\n`;
    expect(sureGuess(bytes(head + row('guilty')))?.how).toBe('guessed');
    expect(sureGuess(bytes(head + row('ZQ7')))).toBeUndefined();
    expect(sureGuess(bytes('a,b\n1,2\n'))).toBeUndefined();
    for (const born of ['02/01/1960', '25/11/1960']) {
      const doubtful = row('guilty').replace('01/31/1960', born);
      expect(sureGuess(bytes(head + doubtful.replace('09/09/1999', '03/09/1999')))).toBeUndefined();
    }
  });

  it('is none for a list of what was done', () => {
    const grants = bytes('CII,Case Number,Section,Granted On,Destroyed\nA1,F1,11358,2020-01-01,\n');
    expect([isDoneList(grants), shippedMappingFor(grants), sureGuess(grants)]).toEqual([true, undefined, undefined]);
    const others = 'Defendant,DOB,Docket,Charge,Date Granted\n"DOE,JANE",1960-01-01,F1,11358 HS,2020-01-01\n';
    expect([isDoneList(bytes(others)), sureGuess(bytes(others))]).toEqual([true, undefined]);
    expect(isDoneList(bytes('Defendant,Docket,Charge,Result\n"DOE,JANE",F1,11358 HS,ZQ7\n'))).toBe(false);
    expect(isDoneList(bytes(`${GENERIC}\n${ROW}\n`))).toBe(false);
  });
});
