import { readFileSync } from 'node:fs';

/** A row of a state file as its columns, read by this module alone: nothing here is shared with the reader under test. */
export type RawRow = Readonly<Record<string, string>>;

/** Splits a CSV text into records of fields: RFC 4180, LF or CRLF, empty lines skipped. */
export function readCsv(text: string): string[][] {
  const records: string[][] = [];
  let fields: string[] = [];
  let field = '';
  let quoted = false;
  const endRecord = () => {
    fields.push(field);
    field = '';
    if (fields.length > 1 || fields[0] !== '') records.push(fields);
    fields = [];
  };
  for (let i = 0; i < text.length; i++) {
    const character = text[i] as string;
    if (quoted) {
      if (character !== '"') field += character;
      else if (text[i + 1] === '"') {
        field += '"';
        i++;
      } else quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === ',') {
      fields.push(field);
      field = '';
    } else if (character === '\n') endRecord();
    else if (character !== '\r') field += character;
  }
  if (field !== '' || fields.length > 0) endRecord();
  return records;
}

/** Rows of a file by column. `columns` are used when the file has no header. */
export function readRows(path: string, columns: readonly string[]): RawRow[] {
  const records = readCsv(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
  const hasHeader = records[0]?.[0] === 'RECORD_ID';
  const names = hasHeader ? (records[0] ?? []) : columns;
  return records
    .slice(hasHeader ? 1 : 0)
    .map((fields) => Object.fromEntries(names.map((name, i) => [name, fields[i] ?? ''])));
}

/** The 95 columns of the state file, from any answer file that has them as its header. */
export function columnsOf(path: string): readonly string[] {
  return (readCsv(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''))[0] ?? []).slice(0, 95);
}

/** Identity of a conviction on the old tools' side. */
export function keyOf(row: RawRow): string {
  return `${row['SUBJECT_ID']}/${row['CNT_ORDER']}`;
}
