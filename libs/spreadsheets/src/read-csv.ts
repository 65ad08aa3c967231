/** One record of a CSV and the physical line on which it begins, from 1. */
export interface CsvRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

/** A CSV that cannot be read; names the place and the cure, never a value. */
export class CsvError extends Error {
  constructor(
    readonly code: 'csv.open-quote' | 'csv.text-after-quote',
    readonly line: number,
    readonly column: number,
    message: string,
  ) {
    super(message);
    this.name = 'CsvError';
  }
}

const UTF8 = new TextDecoder('utf-8', { fatal: true });
const FIELD_END = /[,\r\n]/g;
const WINDOWS_1252 = new TextDecoder('windows-1252');

/** Text of a CSV file: UTF-8 with or without a byte order mark, otherwise Windows-1252 as spreadsheet programs save it. */
export function decodeCsv(bytes: Uint8Array): string {
  try {
    return UTF8.decode(bytes);
  } catch {
    return WINDOWS_1252.decode(bytes);
  }
}

/**
 * The records of a small CSV (a contact file, a list), by RFC 4180 with LF, CRLF or CR; empty lines are skipped.
 * Not for the state's file, which has its own reader.
 */
export function* readCsv(text: string): Generator<CsvRecord> {
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const began = line;
    const fields: string[] = [];
    for (;;) {
      const field = text[at] === '"' ? quotedField(text, at, line, fields.length + 1) : plainField(text, at);
      fields.push(field.value);
      at = field.end;
      line += field.lines;
      if (text[at] !== ',') break;
      at++;
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at++;
    at++;
    line++;
    if (fields.length > 1 || (fields[0] ?? '').trim() !== '') yield { line: began, fields };
  }
}

interface Field {
  readonly value: string;
  readonly end: number;
  readonly lines: number;
}

function plainField(text: string, start: number): Field {
  FIELD_END.lastIndex = start;
  const end = FIELD_END.exec(text)?.index ?? text.length;
  return { value: text.slice(start, end), end, lines: 0 };
}

function quotedField(text: string, start: number, line: number, column: number): Field {
  let value = '';
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0)
      throw new CsvError(
        'csv.open-quote',
        line,
        column,
        `line ${line}, column ${column}: a quote is opened and never closed; close it, or write a quote inside a field twice`,
      );
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') {
      at = quote + 1;
      break;
    }
    value += '"';
    at = quote + 2;
  }
  if (at < text.length && !/[,\r\n]/.test(text[at] ?? '')) {
    throw new CsvError(
      'csv.text-after-quote',
      line,
      column,
      `line ${line}, column ${column}: text stands after a closing quote; write a quote inside a field twice`,
    );
  }
  return { value, end: at, lines: value.split(/\r\n|\r|\n/).length - 1 };
}
