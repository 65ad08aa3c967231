import { readFileSync } from 'node:fs';
import { type RawRow, rawRow, readCsv } from '@clearway/earlier-tools';

/** Rows of a file by column. `columns` are used when the file has no header. */
export function readRows(path: string, columns: readonly string[]): RawRow[] {
  const records = recordsOf(path);
  const hasHeader = records[0]?.[0] === 'RECORD_ID';
  const names = hasHeader ? (records[0] ?? []) : columns;
  return records.slice(hasHeader ? 1 : 0).map((fields) => rawRow(names, fields));
}

/** The 95 columns of the state file, from any answer file that has them as its header. */
export function columnsOf(path: string): readonly string[] {
  return (recordsOf(path)[0] ?? []).slice(0, 95);
}

function recordsOf(path: string): string[][] {
  return readCsv(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
}
