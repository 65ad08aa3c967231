import { closeSync, openSync, readSync } from 'node:fs';
import { COLUMN_NAMES, type Population } from '@clearway/doj-bulk';
import { CsvRows, type RawRow, rawRow } from '@clearway/earlier-tools';
import { type History, type SourceRow } from '@clearway/record';

/** Longest record that the reader of state files takes, and more. */
const LONGEST_RECORD = 1 << 17;
const TOGETHER = 1 << 21;
const UTF8 = new TextDecoder('utf-8', { fatal: true });
const WINDOWS_1252 = new TextDecoder('windows-1252');

/** Reads a person's rows again as they stand in the file, field by field: what the named defects look at. */
export class RawRowsOf {
  private readonly handles = new Map<number, number>();

  constructor(private readonly population: Population) {}

  /** In the order of the files; rows that were rejected are not among them. */
  of(history: History): readonly RawRow[] {
    const places = history.cycles.flatMap((cycle) =>
      cycle.steps.flatMap((step) => step.counts.flatMap((count) => [...count.rows])),
    );
    const rows: RawRow[] = [];
    for (const group of together(places.sort((a, b) => a.file - b.file || a.offset - b.offset))) {
      const [first] = group;
      const last = group[group.length - 1];
      if (!first || !last) continue;
      const bytes = this.read(first.file, first.offset, last.offset - first.offset + LONGEST_RECORD);
      for (const { offset } of group) rows.push(rowAt(bytes.subarray(offset - first.offset)));
    }
    return rows;
  }

  close(): void {
    for (const handle of this.handles.values()) closeSync(handle);
    this.handles.clear();
  }

  private read(file: number, offset: number, length: number): Buffer {
    const { path } = this.population.files[file] as Population['files'][number];
    const handle = this.handles.get(file) ?? openSync(path, 'r');
    this.handles.set(file, handle);
    const buffer = Buffer.allocUnsafe(length);
    let done = 0;
    for (let count = 1; count > 0 && done < length; done += count)
      count = readSync(handle, buffer, done, length - done, offset + done);
    return buffer.subarray(0, done);
  }
}

/** Rows that stand near one another are read together. */
function* together(rows: readonly SourceRow[]): Generator<readonly SourceRow[]> {
  let group: SourceRow[] = [];
  for (const row of rows) {
    const [first] = group;
    if (first && (first.file !== row.file || row.offset - first.offset > TOGETHER)) {
      yield group;
      group = [];
    }
    group.push(row);
  }
  yield group;
}

function rowAt(bytes: Buffer): RawRow {
  const rows = new CsvRows();
  // Latin 1 keeps every byte apart until the record's end is found; then its fields are read in the encoding that fits.
  for (let at = 0; at < bytes.length; at += 4096) {
    for (const fields of rows.push(bytes.toString('latin1', at, Math.min(bytes.length, at + 4096))))
      return rawRow(COLUMN_NAMES, fields.map(decoded));
  }
  for (const fields of rows.end()) return rawRow(COLUMN_NAMES, fields.map(decoded));
  return rawRow(COLUMN_NAMES, []);
}

function decoded(field: string): string {
  if (!/[\x80-\xff]/.test(field)) return field;
  const bytes = Buffer.from(field, 'latin1');
  try {
    return UTF8.decode(bytes);
  } catch {
    return WINDOWS_1252.decode(bytes);
  }
}
