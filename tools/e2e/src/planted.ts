import { COLUMN_NAMES } from '@clearway/doj-bulk';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PLANTED, PLANTED_NAMES, PLANTED_NUMBERS, plantedIn } from '../planted.mjs';

export { PLANTED, PLANTED_NAMES, PLANTED_NUMBERS, plantedIn };

/** A state file about people who bear the planted names and numbers; every tenth person has a broken row as well. */
export function plantedFile(): Buffer {
  const lines = [COLUMN_NAMES.join(',')];
  PLANTED_NAMES.forEach((name, n) => {
    const number = PLANTED_NUMBERS[n] ?? '';
    const row: Record<string, string> = {
      RECORD_ID: String(n + 1),
      SUBJECT_ID: number,
      CII_NUMBER: `A${number}`,
      PRI_NAME: `"${name},${name}"`,
      PRI_DOB: '19800101',
      PRI_SSN: number,
      CYC_DATE: '20100501',
      STP_TYPE_DESCR: 'COURT ACTION',
      STP_EVENT_DATE: '20100601',
      STP_ORI_DESCR: 'CASC FRESNO',
      STP_ORI_CNTY_NAME: 'FRESNO',
      CNT_ORDER: '101002001000',
      OFN: number,
      OFFENSE_DESCR: '11358 HS-CULTIVATE MARIJUANA',
      OFFENSE_TOC: 'F',
      DISP_DATE: '20100601',
      DISP_DESCR: 'CONVICTED',
      CONV_STAT_DESCR: 'FELONY',
      COMMENT_TEXT: name,
    };
    const line = COLUMN_NAMES.map((column) => row[column] ?? '').join(',');
    lines.push(line);
    if (n % 10 === 0) lines.push(`${line},${name}`, line.replace(`"${name}`, `${name}"`));
  });
  return Buffer.from(`${lines.join('\n')}\n`, 'utf8');
}

/** The files below a folder that hold planted values, each with the places of what it holds. */
export function filesWithPlanted(folder: string, skipped: (path: string) => boolean = () => false): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !skipped(path) && statSync(path).size > 0)
    .flatMap((path) => {
      const found = plantedIn(readFileSync(path).toString('latin1'));
      return found.length > 0 ? [`${path.slice(folder.length)}: planted values ${found.join(' ')}`] : [];
    });
}
