import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { COLUMN_NAMES } from '@clearway/doj-bulk';

/** What a file of a test says of one conviction. */
export interface Convicted {
  readonly cii?: string;
  readonly subject?: string;
  readonly name: string;
  /** `YYYYMMDD`. */
  readonly born: string;
  readonly sex?: string;
  readonly caseNumber: string;
  readonly section?: string;
  readonly on: string;
}

const CHARGES: Readonly<Record<string, string>> = {
  '11357': 'POSSESS MARIJUANA',
  '11358': 'CULTIVATION MARIJUANA',
  '11359': 'POSSESS MARIJUANA FOR SALE',
};

/** A state file of convictions, a row each. */
export function stateFile(folder: string, name: string, rows: readonly Convicted[]): string {
  const text = rows.map(({ cii = '', subject = '', born, sex = 'M', caseNumber, section = '11358', on, ...row }) =>
    stateRow({
      SUBJECT_ID: subject,
      CII_NUMBER: cii,
      PRI_NAME: row.name,
      PRI_DOB: born,
      GENDER: sex,
      STP_TYPE_DESCR: 'COURT ACTION',
      STP_ORI_DESCR: 'CASC FRESNO',
      STP_ORI_CNTY_NAME: 'FRESNO',
      STP_EVENT_DATE: on,
      CNT_ORDER: `101001${caseNumber.replace(/\D/g, '').padStart(3, '0').slice(-3)}000`,
      OFFENSE_DESCR: `${section} HS-${CHARGES[section] ?? ''}`,
      DISP_DESCR: 'CONVICTED',
      CONV_STAT_DESCR: 'FELONY',
      OFN: caseNumber,
    }),
  );
  return written(folder, name, [COLUMN_NAMES.join(','), ...text]);
}

function stateRow(cells: Partial<Record<(typeof COLUMN_NAMES)[number], string>>): string {
  return COLUMN_NAMES.map((name) => quoted(cells[name] ?? '')).join(',');
}

const COURT_COLUMNS =
  'CII,Person Number,Name,Birth Date,Sex,Case Number,Defendant Number,Court,County,Arrest Date,Count,Charge,Code,Disposition,Disposition Date,Severity,Sentence,Comment';

/** A court's export as the mapping `generic` reads it. */
export function courtFile(
  folder: string,
  name: string,
  rows: readonly Convicted[],
  more: readonly string[] = [],
): string {
  const text = rows.map(({ cii = '', born, sex = 'M', caseNumber, section = '11358', on, ...row }) =>
    [
      cii,
      '',
      row.name,
      dashed(born),
      sex,
      caseNumber,
      '',
      'CASC FRESNO',
      'FRESNO',
      '',
      '1',
      section,
      'HS',
      'guilty',
      dashed(on),
      'felony',
      '',
      '',
    ]
      .map(quoted)
      .join(','),
  );
  return written(folder, name, [COURT_COLUMNS, ...text, ...more]);
}

/** One person's RAP sheet. */
export function sheetFile(
  folder: string,
  name: string,
  { cii, name: person, born, sex = 'M' }: Convicted,
  convictions: readonly Convicted[],
): string {
  const events = convictions.flatMap(({ on, caseNumber, section = '11358' }) => [
    'COURT: NAM:01',
    `${on}  CASC FRESNO`,
    `CNT:001 #${caseNumber}`,
    `  ${section} HS-${CHARGES[section] ?? ''}`,
    '*DISPO:CONVICTED',
    '   CONV STATUS:FELONY',
  ]);
  return written(folder, name, [
    `CII/${cii ?? ''}`,
    `DOB/${born} SEX/${sex} RAC/WHITE`,
    `NAM/01 ${person}`,
    '',
    '* * * *',
    ...events,
    '* * * END OF MESSAGE * * *',
  ]);
}

function dashed(day: string): string {
  return `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;
}

function quoted(text: string): string {
  return text.includes(',') ? `"${text}"` : text;
}

function written(folder: string, name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`, 'latin1');
  return path;
}
