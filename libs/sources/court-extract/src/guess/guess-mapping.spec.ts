import { strToU8, zipSync } from 'fflate';
import { extractOf } from '../testing/describe-histories';
import { guessMapping } from './guess-mapping';

const csv = (lines: readonly string[]): Uint8Array => Buffer.from(lines.join('\r\n'));
const ROWS = [
  '0012345-B,"ROE, ANA",2/3/1970,11357(a) HS,GUILTY PLEA,5/6/1998,M',
  '0012346-B,"DOE, BEN",12/30/1971,11359 HS,ZX9,5/16/1999,F',
];

describe(guessMapping.name, () => {
  it('proposes by names: the file is then read without a loss', () => {
    const file = csv([
      'Cases of the court',
      'Case No,Defendant,DOB,Charge,Dispo,Dispo Date,Level,Judge',
      ...ROWS.map((each) => `${each},J`),
    ]);
    const { mapping, text, doubts, problems } = guessMapping(file);
    expect(problems).toEqual([]);
    expect(mapping?.columns.map(({ as }) => as)).toEqual([
      'case-number',
      'name',
      'birth-date',
      'charge',
      'disposition',
      'disposition-date',
      'severity',
      'ignore',
    ]);
    expect(mapping).toMatchObject({
      format: 'csv',
      header: 2,
      counts: 'row',
      dates: ['M/D/YYYY'],
      codes: { disposition: { convicted: ['GUILTY PLEA'] } },
    });
    expect(doubts).toEqual([
      'codes.disposition: 1 code(s) whose meaning is not known: ZX9',
      'columns: 1 of 8 are not known and are ignored: say what they are',
    ]);
    expect(extractOf(file, text).account).toMatchObject({ rows: 2, used: 2, defendants: 2 });
    expect(text).not.toMatch(/ROE|0012345/);
  });

  it('asks which way round dates are; one odd birth date turns no file', () => {
    const rows = [
      'F1,"DOE, J",02/01/1970,11359 HS,CONVICTED,03/09/1999',
      'F3,"ROE, B",25/11/1971,11358 HS,CONVICTED,04/12/2000',
    ];
    const file = csv(['Case Number,Name,DOB,Charge,Disposition,Disposition Date', ...rows]);
    const { mapping, doubts } = guessMapping(file);
    expect(mapping?.dates).toEqual(['M/D/YYYY']);
    expect(doubts).toEqual([expect.stringMatching(/^dates: 1 of 4 dates only read with the day first/)]);
  });

  const fieldsOf = (head: string, ...cells: readonly string[]): string[] | undefined =>
    guessMapping(csv([head, ...cells])).mapping?.columns.map(({ as }) => as);

  it.each([
    ['Disp Dt', 'disposition-date'],
    ['DISPO_DATE', 'disposition-date'],
    ['DispDate', 'disposition-date'],
    ['Conv Dt', 'conviction-date'],
    ['Sent. Dt', 'court-date'],
    ['Arr Dt', 'arrest-date'],
    ['D.O.B.', 'birth-date'],
    ['Def DOB', 'birth-date'],
    ['Filed', 'ignore'],
    ['Filing Dt', 'ignore'],
    ['Viol Dt', 'ignore'],
    ['Violation Date', 'ignore'],
    ['Offense Date', 'ignore'],
    ['Some Other Date', 'ignore'],
    ['Issued', 'ignore'],
  ])('the name %j, whatever its values, is %s', (name, field) => {
    const row = '7,"ROE, A",11359 HS,GUILTY,1/31/1999';
    expect(fieldsOf(`Case No,Name,Charge,Disposition,${name}`, row)?.at(-1)).toBe(field);
  });

  it('takes no day of filing or of a violation for the day of a disposition', () => {
    const head = 'Case Number,Name,DOB,Filed,Charge,Disposition,Disp Dt';
    const row = 'F1,"DOE, J",1/22/1970,1/25/1999,11359 HS,CONVICTED,3/29/1999';
    expect(guessMapping(csv([head, row])).doubts).toEqual([]);
    expect(fieldsOf(head, row)?.slice(2)).toEqual([
      'birth-date',
      'ignore',
      'charge',
      'disposition',
      'disposition-date',
    ]);
    const { mapping, doubts } = guessMapping(csv([head.replace(',Disp Dt', ''), row.replace(',3/29/1999', '')]));
    expect(mapping?.columns[3]?.as).toBe('ignore');
    expect(doubts).toEqual(['columns: no column says on which day it was done: say which is the disposition-date']);
  });

  it('asks where two columns may be one field, by their names or without names', () => {
    const head = 'Case No,Name,Charge,Dispo,Disp Date,Dispo Date';
    const row = '7,"ROE, A",11359 HS,GUILTY,1/31/1999,2/28/1999';
    expect(guessMapping(csv([head, row])).doubts).toContain(
      'columns: Disp Date and Dispo Date may both be the disposition-date: the first is taken, the other ignored',
    );
    expect(guessMapping(csv([row])).doubts).toContain(
      'columns: column 5 and column 6 may both be the disposition-date: the first is taken, the other ignored',
    );
    expect(guessMapping(csv(['Case No,Name,Name,Charge', '7,"ROE, A",X,11359 HS'])).mapping?.columns[1]).toMatchObject({
      number: 2,
      as: 'name',
    });
  });

  it('takes no name of a judge for the name of the defendant', () => {
    expect(fieldsOf('Case No,Judge,CII,Charge', '7,"ROE, A",A12345678,11359 HS')).toEqual([
      'case-number',
      'ignore',
      'cii',
      'charge',
    ]);
  });

  it('proposes by values where there is no header', () => {
    const { mapping, text } = guessMapping(csv(ROWS));
    expect(mapping?.header).toBe(0);
    expect(mapping?.columns.map(({ as, number }) => `${number} ${as}`)).toEqual([
      '1 case-number',
      '2 name',
      '3 birth-date',
      '4 charge',
      '5 disposition',
      '6 disposition-date',
      '7 severity',
    ]);
    expect(extractOf(csv(ROWS), text).account).toMatchObject({ rows: 2, used: 2 });
  });

  it('tells tabs, semicolons, a workbook, columns of sections and counts over several rows', () => {
    const head = 'Case No;Name;11357(a);11359';
    expect(guessMapping(csv([head, '7;ROE, ANA;x;#N/A'])).mapping).toMatchObject({
      separator: ';',
      counts: 'columns',
      blank: ['#N/A'],
      columns: [{}, {}, { as: 'count', charge: '11357(a) HS' }, { as: 'count', charge: '11359 HS' }],
    });
    const rows = [
      'Case No\tName\tCount\tCharge\tDisposition',
      '7\tROE, A\t1\t11359 HS\tGUILTY',
      '7\tROE, A\t1\t11359 HS\tDISMISSED 1203.4',
    ];
    expect(guessMapping(csv(rows)).mapping).toMatchObject({ format: 'tsv', counts: 'rows' });
    const cell = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
    const book = zipSync({
      'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="A" r:id="a"/></sheets></workbook>'),
      'xl/_rels/workbook.xml.rels': strToU8(
        '<Relationships><Relationship Id="a" Target="worksheets/a.xml"/></Relationships>',
      ),
      'xl/worksheets/a.xml': strToU8(
        `<worksheet><sheetData><row r="3">${['Case No', 'Name', 'Charge'].map(cell).join('')}</row><row r="4">${['7', 'ROE, A', '11359 HS'].map(cell).join('')}</row></sheetData></worksheet>`,
      ),
    });
    expect(guessMapping(book).mapping).toMatchObject({ format: 'xlsx', header: 3 });
  });

  it('cuts fixed width where all lines are blank', () => {
    const lines = [
      '0012345-B ROESINGER, ANA 19700203 11357(a) HS   M',
      '0012346-B SANDOVAL, BENI 19711230 11359 HS      F',
    ];
    const { mapping } = guessMapping(csv(lines));
    expect(mapping?.columns.map(({ from, width, as }) => `${from}+${width} ${as}`)).toContain('1+9 case-number');
    expect(mapping?.format).toBe('fixed');
  });

  it('says what a mapping must have and the file does not show', () => {
    const { mapping, problems } = guessMapping(csv(['Judge,Room', 'A,B']));
    expect(mapping).toBeUndefined();
    expect(problems.map(({ words }) => words)).toContain('no column is the case-number: add it');
  });
});
