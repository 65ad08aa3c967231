import { COLUMN_COUNT, COLUMN_NAMES } from './columns';
import { type RejectReason } from './rows/rejected-row';
import { type RejectedRow } from './scan/stretch-findings';

/** Head of `rejected_rows.csv`. */
export const REJECTED_ROWS_HEADER = 'File,Line,Column,Column Name,Reason,Record Marked Incomplete\n';

const WORDS: Readonly<Record<RejectReason, string>> = {
  'field-count': `not ${COLUMN_COUNT} fields`,
  'bare-quote': 'a quotation mark out of place',
  'unclosed-quote': 'a quotation mark that is never closed',
  'stray-return': 'a carriage return outside of quotes',
  'too-long': 'a record longer than a record can be',
  'blank-subject-id': 'no SUBJECT_ID',
  'unusable-count-order': 'CNT_ORDER is not 9 to 12 digits',
};

/**
 * One line of `rejected_rows.csv`. The column is a number of the state file's 95, from 1; for a wrong number of fields it is
 * where the record ended. Nothing of what the row says is repeated.
 */
export function rejectedRowLine(file: string, line: number, row: RejectedRow): string {
  const safe = /^[=+\-@\t]/.test(file) ? `'${file}` : file;
  const name = /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  const known = row.subjectId !== '' || row.cii !== '';
  const reason = row.reason === 'field-count' ? `${fieldsFound(row.column + 1)} fields instead of ${COLUMN_COUNT}` : WORDS[row.reason];
  return `${name},${line},${row.column + 1},${COLUMN_NAMES[row.column] ?? ''},${reason},${known ? 'its own' : 'of the rows around it'}\n`;
}

function fieldsFound(count: number): string {
  return count > COLUMN_COUNT + 1 ? `more than ${COLUMN_COUNT}` : String(count);
}
