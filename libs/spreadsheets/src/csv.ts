import { visibleText } from './visible-text';
/** Written once at the start of a CSV that a spreadsheet program must read as UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

const CARRIAGE_RETURN = 13;
const TAB = 9;

/** An expression: a loop asks each letter of texts that V8 keeps in many ways, and for each looks up how. */
const WANTS_QUOTES = /[",\n\r]/;

/** One cell by RFC 4180: quoted only when it holds a comma, a quote or a line break. */
export function csvCell(text: string): string {
  if (!WANTS_QUOTES.test(text)) return text;
  return text.includes('"') ? `"${text.replaceAll('"', '""')}"` : `"${text}"`;
}

/** Cells joined by commas, without a line end: also the tail that is appended to a row after one comma. */
export function csvCells(cells: readonly string[]): string {
  return cells.map(csvCell).join(',');
}

/** A whole row with its line feed. */
export function csvRow(cells: readonly string[]): string {
  return `${csvCells(cells)}\n`;
}

/**
 * A text that no spreadsheet program runs or changes: one that begins with `=`, `+`, `-`, `@`, a tab or a carriage return gets an apostrophe
 * in front. A bare `-` (the earlier tools' word for nothing), negative numbers and weights (`+3.3`) stay as they are. A whole number behind a
 * plus sign, or with zeros in front behind a sign, is a case number, of which a spreadsheet program would drop these.
 *
 * @example safeCell('=1+1') // "'=1+1"
 * @example safeCell('-1.5') // '-1.5'
 */
export function safeCell(given: string): string {
  const text = visibleText(given);
  switch (text.charCodeAt(0)) {
    case 61: // =
    case 64: // @
    case TAB:
    case CARRIAGE_RETURN:
      return `'${text}`;
    case 43: // +
      return /^\+(?:0|[1-9]\d*)\.\d+$/.test(text) ? text : `'${text}`;
    case 45: // -
      return text === '-' || /^-(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text) ? text : `'${text}`;
    default:
      return text;
  }
}

/** Visible letters of ASCII without commas and quotes that begin with no sign, or the bare `-`: most texts. */
const AS_IT_IS = /^(?:-|(?![=+\-@])[ !#-+\--~]*)$/;

/** A text as a cell of CSV that no spreadsheet program runs: `csvCell(safeCell(text))`, by one look at most texts. */
export function safeCsvCell(text: string): string {
  return AS_IT_IS.test(text) ? text : csvCell(safeCell(text));
}

/** A whole row of such cells with its line feed. */
export function safeCsvRow(cells: readonly string[]): string {
  return `${cells.map(safeCsvCell).join(',')}\n`;
}
