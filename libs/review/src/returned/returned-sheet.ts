import { dayOfSerial, type ReadCell, type ReadSheet, type ReadWorkbook } from '@clearway/spreadsheets';
import { readDay } from '@clearway/case-facts';
import { columnName } from '@clearway/spreadsheets';
import { type WorkbookProblem } from '../errors';

/** A row of a sheet that came back, by the heads of its first row; blanks around are removed. */
export interface ReturnedRow<Head extends string> {
  readonly text: (head: Head) => string;
  readonly problem: (head: Head, cure: string) => void;
  /** The day of a cell as `yyyymmdd`, 0 when empty; what cannot be read is a problem. */
  readonly day: (head: Head) => number;
  readonly row: number;
}

/**
 * The sheet that has all of these heads, whatever it is called now and wherever its columns stand; undefined when there is none or
 * a head stands twice.
 */
export function findSheet<Head extends string>(
  book: ReadWorkbook,
  heads: readonly Head[],
  problems: WorkbookProblem[],
): { readonly name: string; readonly rows: readonly ReturnedRow<Head>[] } | undefined {
  for (const sheet of book.sheets) {
    const columns = columnsOf(sheet, heads);
    if (!columns) continue;
    const rows = sheet.rows.slice(1).map(({ row, cells }) => returnedRow(book, sheet, row, cells, columns, problems));
    return { name: sheet.name, rows };
  }
  return undefined;
}

function columnsOf<Head extends string>(
  sheet: ReadSheet,
  heads: readonly Head[],
): ReadonlyMap<Head, number> | undefined {
  const columns = new Map<Head, number>();
  for (const [column, { text }] of sheet.rows[0]?.cells ?? []) {
    const head = heads.find((each) => each.toLowerCase() === text.trim().toLowerCase());
    if (head !== undefined && !columns.has(head)) columns.set(head, column);
  }
  return columns.size === heads.length ? columns : undefined;
}

function returnedRow<Head extends string>(
  book: ReadWorkbook,
  sheet: ReadSheet,
  row: number,
  cells: ReadonlyMap<number, ReadCell>,
  columns: ReadonlyMap<Head, number>,
  problems: WorkbookProblem[],
): ReturnedRow<Head> {
  const column = (head: Head): number => columns.get(head) ?? 0;
  const text = (head: Head): string => (cells.get(column(head))?.text ?? '').trim();
  const problem = (head: Head, cure: string): void => {
    problems.push({ sheet: sheet.name, cell: `${columnName(column(head))}${row}`, cure });
  };
  const day = (head: Head): number => {
    const cell = cells.get(column(head));
    if (!cell || cell.text.trim() === '') return 0;
    const isSerial = cell.isNumber && cell.text.length < 8;
    const found = isSerial ? dayOfSerial(Number(cell.text), book.from1904) : readDay(cell.text.trim());
    if (found === 0) problem(head, 'write a day of the calendar, such as 2026-11-23');
    return found;
  };
  return { text, problem, day, row };
}
