import { CsvRows } from './old-results/csv-rows';

/** A row of a state file as its columns, read by this library alone: nothing here is shared with the reader of state files. */
export type RawRow = Readonly<Record<string, string>>;

/** Splits a CSV text into records of fields: RFC 4180, LF or CRLF, empty lines skipped. */
export function readCsv(text: string): string[][] {
  const rows = new CsvRows();
  return [...rows.push(text), ...rows.end()];
}

/** A record as its columns. */
export function rawRow(columns: readonly string[], fields: readonly string[]): RawRow {
  const row: Record<string, string> = {};
  for (let i = 0; i < columns.length; i++) row[columns[i] as string] = fields[i] ?? '';
  return row;
}

/** Identity of a conviction on the old tools' side. */
export function keyOf(row: RawRow): string {
  return `${row['SUBJECT_ID']}/${row['CNT_ORDER']}`;
}
