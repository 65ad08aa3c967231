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

  const places = (lines: readonly string[]): string[] | undefined =>
    guessMapping(csv(lines)).mapping?.columns.map(({ from, width, as }) => `${from}+${width} ${as}`);

  it('cuts fixed width where all lines are blank', () => {
    const lines = [
      '0012345-B ROESINGER, ANA 19700203 11357(a) HS   M',
      '0012346-B SANDOVAL, BENI 19711230 11359 HS      F',
    ];
    expect(places(lines)?.slice(0, 3)).toEqual(['1+10 case-number', '11+15 name', '26+9 birth-date']);
    expect(guessMapping(csv(lines)).mapping?.format).toBe('fixed');
  });

  const NAMES = 'CASE NO   LAST NAME   FIRST NAME  BIRTH DATE  CHARGE        DISPO   DISPO DATE  LEVEL ';
  const RULE = '--------- ----------- ----------- ----------- ------------- ------- ----------- ----- ';
  const LINES = [
    '00123A    SMITH       JOHN        19700102    HS11359       CONV    20010203    F     ',
    '00124B    SMITH       JANE        19710131    HS 11357(a)   DISM    20010203    M     ',
    '00125B    DE LA CRUZ  JANE        19710131    HS 11358      CONV    20010203    M     ',
  ];
  const WHOLE = [
    '1+10 case-number',
    '11+12 last-name',
    '23+12 first-name',
    '35+12 birth-date',
    '47+14 charge',
    '61+8 disposition',
    '69+12 disposition-date',
    '81+5 severity',
  ];

  it.each([
    ['names', 1, [NAMES, ...LINES]],
    ['names and a rule', 2, [NAMES, RULE, ...LINES]],
    ['a title, names and a rule', 3, ['CASES OF 2001', NAMES, RULE, ...LINES]],
  ])('reads fixed width with a line of %s', (_, header, lines) => {
    const { mapping, text, doubts } = guessMapping(csv(lines));
    expect(doubts).toEqual([]);
    expect(mapping?.header).toBe(header);
    expect(places(lines)).toEqual(WHOLE);
    expect(text).toContain('{ from: 11, width: 12, as: last-name } # LAST NAME');
    const extract = extractOf(csv(lines), text);
    expect(extract.account).toMatchObject({ rows: 3, used: 3, rejected: 0 });
    expect(extract.unusedColumns).toEqual([]);
    expect([...extract.defendants].map(({ key }) => key).join()).toContain('CRUZ');
  });

  it('finds numbers that stand at the right below their names', () => {
    const lines = [
      '    CASE  NAME         COUNT  CHARGE   BAIL',
      '  123456  ROE, ANA         1  11359 HS     1',
      ' 1234567  DOE, BEN        12  11358 HS  9999',
    ];
    expect(places(lines)).toEqual([
      '1+10 case-number',
      '11+13 name',
      '24+7 count-number',
      '31+9 charge',
      '40+5 ignore',
    ]);
  });

  it('finds names of people where there are no names of columns', () => {
    expect(places(LINES)).toEqual([...WHOLE.slice(0, -1), '81+1 severity']);
    expect(guessMapping(csv(LINES)).doubts).toEqual(['columns: 8 were told by their values alone: look at them']);
  });

  it('proposes the shipped mapping for lines of its shape, and cuts days out of others', () => {
    const line = (name: string, rest: string): string => `F0001234-1  1  P1       ${name.padEnd(30)}${rest}`;
    const file = [
      line('DOE, JOHN', '19700102M00111359           HSGP19990309F3Y PRISON'),
      line('ROE, ANA', '00000000F00111357(A)        HSNC19990309M'),
    ];
    expect(guessMapping(csv(file))).toMatchObject({ doubts: [], mapping: { mapping: 'fixed-width' } });
    const other = guessMapping(csv(file.map((each) => each.slice(3)))).text;
    expect(other).toContain('{ from: 52, width: 8, as: birth-date }');
    expect(other).toMatch(/from: 84, width: \d+, as: disposition-date/);
  });

  it.each([
    ['court-grants', 'CII,Case Number,Section,Granted On,Destroyed', 'A12345678,F1,11358 HS,2020-05-03,'],
    ['court-grants', 'Defendant,DOB,Docket,Charge,Date Granted', '"ROE, A",1970-01-01,F1,11358 HS,2019-05-05'],
    ['filings-2020', 'CII,Case Number,Section,Result,Result Date', 'A12345678,F1,11359 HS,filed,2020-05-05'],
    ['automatic-relief', 'CII,Case Number,Section,Relief Date', 'A12345678,F1,11359 HS,2020-05-05'],
    ['filings-2020', 'CII,Case Number,Section,Destroyed', 'A12345678,F1,11359 HS,no'],
    [
      'state-list-2019',
      'CII_NUMBER,SUBJECT_ID,CASE_NUMBER,OFFENSE_DESCR,CONVICTION_DATE',
      'A12345678,1,F1,11359 HS,20000101',
    ],
  ])('proposes facts of kind %s for columns of what was done: %s', (list, head, row) => {
    const { mapping, doubts } = guessMapping(csv([head, row]));
    expect(mapping).toMatchObject({ reads: 'facts', list });
    expect(doubts).toEqual([]);
  });

  it('proposes a record where the result is a verdict, and where dispositions stand', () => {
    const head = 'CII,Case Number,Section,Result,Result Date';
    const { mapping } = guessMapping(csv([head, 'A12345678,F1,11359 HS,Guilty,2020-05-25']));
    expect(mapping).toMatchObject({ reads: 'record', codes: { disposition: { convicted: ['Guilty'] } } });
    expect(mapping?.columns.slice(3).map(({ as }) => as)).toEqual(['disposition', 'disposition-date']);
    const both = (name: string): ReturnType<typeof guessMapping> =>
      guessMapping(
        csv([`CII,Case No,Charge,Disposition,Dispo Date,${name}`, 'A12345678,F1,11359 HS,GUILTY,1/31/1999,2/28/2020']),
      );
    expect(both('Granted On')).toMatchObject({ doubts: [], mapping: { reads: 'record' } });
    expect(both('Granted On').mapping?.columns.at(-1)?.as).toBe('granted-on');
    expect(both('Relief Date').mapping?.columns.at(-1)?.as).toBe('ignore');
    expect(both('Relief Date').doubts).toEqual([
      expect.stringMatching(/^columns: relieved-on are of a list of what was done/),
    ]);
  });

  it('asks what the results of a list mean, and whether a row is about its whole case', () => {
    const rows = ['A12345678,F1,Filed', 'A12345678,F2,Vacated'];
    const { mapping, doubts } = guessMapping(csv(['CII,Case Number,Result', ...rows]));
    expect(mapping?.codes).toEqual({ result: { filed: ['Filed'] } });
    expect(doubts).toEqual([
      'codes.result: 1 code(s) whose meaning is not known: Vacated',
      'columns: no column says which count it is, so each row is about its whole case: is that so?',
    ]);
  });

  it('says what a mapping must have and the file does not show', () => {
    const { mapping, problems } = guessMapping(csv(['Judge,Room', 'A,B']));
    expect(mapping).toBeUndefined();
    expect(problems.map(({ words }) => words)).toContain('no column is the case-number: add it');
  });
});
