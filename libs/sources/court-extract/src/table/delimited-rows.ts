import { type BrokenReason } from './table-row';

/** A record of a delimited text, before it has a number. */
export interface DelimitedRecord {
  /** Characters before it. */
  readonly start: number;
  readonly line: number;
  readonly fields: readonly string[];
  readonly broken?: BrokenReason;
  /** Of a broken record: characters before the cell that breaks it. */
  readonly brokenAt?: number;
}

/** No cell of a case system is longer: what is, is a quote that was never closed and swallowed the rows after it. */
export const LONGEST_CELL = 100_000;

/**
 * The records of a delimited text by RFC 4180, with LF, CRLF or CR; lines without anything are skipped. A record that cannot be
 * taken apart is handed out as broken, and reading goes on with the next line: one bad quote never costs a file.
 */
export function* delimitedRecords(text: string, separator: string): Generator<DelimitedRecord> {
  const plainEnd = new RegExp(`[${separator === '\t' ? '\\t' : separator.replace(/[\\\]^-]/g, '\\$&')}\\r\\n]`, 'g');
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const start = at;
    const began = line;
    const fields: string[] = [];
    let broken: BrokenReason | undefined;
    for (;;) {
      if (text[at] === '"') {
        const field = quotedField(text, at, separator);
        if (typeof field === 'string') {
          broken = field;
          break;
        }
        fields.push(field.value);
        line += field.lines;
        at = field.end;
      } else {
        plainEnd.lastIndex = at;
        const end = plainEnd.exec(text)?.index ?? text.length;
        if (end - at > LONGEST_CELL) broken = 'cell-too-long';
        fields.push(text.slice(at, end));
        at = end;
      }
      if (text[at] !== separator) break;
      at++;
    }
    const brokenAt = at;
    if (broken !== undefined) {
      // The line on which it began is given up, nothing after it.
      at = lineEnd(text, start);
      line = began;
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at++;
    at++;
    line++;
    if (broken !== undefined) yield { start, line: began, fields: [], broken, brokenAt };
    else if (fields.some((each) => each.trim() !== '')) yield { start, line: began, fields };
  }
}

function quotedField(
  text: string,
  start: number,
  separator: string,
): BrokenReason | { readonly value: string; readonly end: number; readonly lines: number } {
  let value = '';
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return 'open-quote';
    if (quote - start > LONGEST_CELL) return 'cell-too-long';
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') {
      at = quote + 1;
      break;
    }
    value += '"';
    at = quote + 2;
  }
  const after = text[at];
  if (after !== undefined && after !== separator && after !== '\r' && after !== '\n') return 'text-after-quote';
  return { value, end: at, lines: value.split(/\r\n|\r|\n/).length - 1 };
}

function lineEnd(text: string, start: number): number {
  const match = /[\r\n]/g;
  match.lastIndex = start;
  return match.exec(text)?.index ?? text.length;
}
