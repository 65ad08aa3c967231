import { BYTE_ORDER_MARK, csvRow, safeCell } from '@clearway/spreadsheets';
import { humanName } from '../names/human-name';
import { type HeldPerson } from '../recipient';

export const LETTERS_HELD_COLUMNS = ['letter', 'reasons', 'convictions', 'name', 'file', 'line'] as const;

/**
 * `letters_held.csv`: people whose letter waits, or speaks of a part of their relief only, because the rest is on no paper. File and
 * line (from 1) lead to the row of `cannot_file.csv` with the same ones.
 */
export function lettersHeldCsv(held: readonly HeldPerson[]): string {
  const rows = held.map(({ letter, reasons, convictions, name, file, line }) => [
    letter,
    reasons.join('; '),
    String(convictions),
    humanName(name),
    file < 0 ? '' : String(file + 1),
    line < 1 ? '' : String(line),
  ]);
  return `${BYTE_ORDER_MARK}${[LETTERS_HELD_COLUMNS, ...rows].map((cells) => csvRow(cells.map(safeCell))).join('')}`;
}
