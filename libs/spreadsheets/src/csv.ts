/** Written once at the start of a CSV that a spreadsheet program must read as UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

const QUOTE = 34;
const COMMA = 44;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const TAB = 9;

/** One cell by RFC 4180: quoted only when it holds a comma, a quote or a line break. */
export function csvCell(text: string): string {
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === COMMA || c === QUOTE || c === LINE_FEED || c === CARRIAGE_RETURN)
      return `"${text.replaceAll('"', '""')}"`;
  }
  return text;
}

/** Cells joined by commas, without a line end: also the tail that is appended to a row after one comma. */
export function csvCells(cells: readonly string[]): string {
  let line = '';
  for (let i = 0; i < cells.length; i++) line += i === 0 ? csvCell(cells[0] ?? '') : `,${csvCell(cells[i] ?? '')}`;
  return line;
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
export function safeCell(text: string): string {
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
