import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../main';
import { outlineOf } from './sheet-outline';

const HEADER =
  'Filename,Name,Date,Case Number,Courthouse,Charge,Severity,Sentence,Superstrikes,2 prior convictions,PC290,Remedy,Eligible,Deceased';
const PERSON = 'CII/A00000001\nDOB/19600101 SEX/F\nNAM/01 DOE,JANE\n    02 ROE,JANE\n* * * *\n';
const COURT = 'COURT: NAM:02\n19950607  CASC SAN FRANCISCO\n';
const CONVICTED = '*DISPO:CONVICTED\n   CONV STATUS:FELONY\n';
const SHEET = `${PERSON}${COURT}CNT:01 #A1\n  11358 HS-CULTIVATE\n${CONVICTED}   SEN: 3 YEARS PROBATION, 30 DAYS JAIL, FINE, RESTN\n`;
const ROW =
  'x_rap_sheet.pdf,"ROE,JANE",1995-06-07,A1,CASC San Francisco,HS 11358,F,"3y probation, 30d jail, fine, restitution","",false,false,redesignation,yes,false';

describe('npm run conformance over RAP sheets', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'clearway-sheets-spec-'));
    mkdirSync(join(folder, 'rap_sheets'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  async function run(sheet: string, ...rows: readonly string[]): Promise<{ code: number; text: string }> {
    writeFileSync(join(folder, 'rap_sheets', 'x_rap_sheet.txt'), `${sheet}* * * END OF MESSAGE * * *\n`);
    writeFileSync(join(folder, 'rap_sheets', 'summary.csv'), `${[HEADER, ...rows].join('\n')}\n`);
    const lines: string[] = [];
    const code = await main([folder], (line) => lines.push(line));
    return { code, text: lines.join('\n') };
  }

  it('is content when the rows are equal', async () => {
    const { code, text } = await run(SHEET, ROW);
    expect(text).toContain('1 rows: 1 equal; 0 differences, 0 named, 0 unnamed');
    expect(code).toBe(0);
  });

  it.each([
    ['the name', ROW.replace('ROE', 'DOE')],
    ['the sentence', ROW.replace('30d', '31d')],
    ['the courthouse', ROW.replace('San Francisco', 'Oakland')],
    ['what is eligible', ROW.replace('yes', 'no')],
    ['a registration', ROW.replace('false,false,redesignation', 'false,true,redesignation')],
    ['a row that only the tool has', `${ROW}\n${ROW.replace('A1', 'A2')}`],
  ])('fails for a difference in %s, which nothing on the sheet explains', async (_, rows) => {
    const { code, text } = await run(SHEET, ...rows.split('\n'));
    expect(text).toContain('NO NAME');
    expect(code).toBe(1);
  });

  it('fails for a row that only the statute gives, unless the sheet shows why', async () => {
    const second = `CNT:02\n  11360(A) HS-SELL\n${CONVICTED}`;
    expect((await run(SHEET + second, ROW)).code).toBe(1);
    const { code, text } = await run(`${SHEET}${second}20000101\n  DISPO:CONV SET ASIDE & DISM PER 1203.4 PC\n`, ROW);
    expect(text).toContain('row: A8');
    expect(code).toBe(0);
  });

  it('fails for a courthouse that the list lacks', async () => {
    writeFileSync(join(folder, 'courthouses.csv'), 'raw,display\nCASC OAKLAND,CASC Oakland\n');
    expect((await run(SHEET, ROW)).code).toBe(0);
    writeFileSync(join(folder, 'courthouses.csv'), 'raw,display\nCASC ATLANTIS,CASC Atlantis\n');
    expect((await run(SHEET, ROW)).code).toBe(1);
  });

  it('names a strike after the conviction and not one before it', async () => {
    const strike = (day: string): string =>
      `${SHEET}* * * *\nCOURT: NAM:01\n${day}  CASC KERN\nCNT:01 #B\n  220 PC-ASSAULT\n${CONVICTED}`;
    const denied = ROW.replace('"",false', 'PC 220,false').replace('yes', 'no');
    expect((await run(strike('20040101'), denied)).text).toContain('Eligible: A3');
    expect((await run(strike('19900101'), denied)).text).toContain('Eligible: strikes-bar-all');
  });
});

describe(outlineOf.name, () => {
  it('sees what the defects look at', () => {
    const sheet = `${SHEET}* * * *\nREGISTRATION: NAM:01\n20171216 CASO KERN\nCNT:01\n  290 PC-X\n- - - -\nCOURT: NAM:01\n19960101  CASC KERN\nCNT:01\n  11359(D) HS-X\n*DISPO:DISMISSED\nCNT:02\n  11357 HS-X\n*DISPO:CONVICTED\n   CONV STATUS:MISDEMEANOR\n`;
    expect(outlineOf(sheet)).toEqual({
      convictions: [
        { date: '19950607', charge: 'HS 11358', severity: 'F', setAsideInEvent: false },
        { date: '19960101', charge: 'HS 11357', severity: 'M', setAsideInEvent: false },
      ],
      registrations: ['20171216'],
    });
  });
});
