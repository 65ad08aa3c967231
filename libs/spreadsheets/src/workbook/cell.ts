/** How a cell looks. `text` keeps digits as they are written (ZIP `00501`); `count` groups thousands. */
export type CellStyle = 'plain' | 'title' | 'head' | 'text' | 'count' | 'total' | 'total-count' | 'note' | 'wrap';

/** The styles in the order of the workbook's style sheet. */
export const CELL_STYLES: readonly CellStyle[] = [
  'plain',
  'title',
  'head',
  'text',
  'count',
  'total',
  'total-count',
  'note',
  'wrap',
];

/**
 * One cell. A formula carries the value that a spreadsheet program will calculate, so that a reader which does not
 * calculate (a preview, a script) sees it too.
 */
export type Cell =
  | string
  | number
  | null
  | { readonly text: string; readonly style: CellStyle }
  | { readonly count: number; readonly style: CellStyle }
  | { readonly formula: string; readonly value: number | string; readonly style: CellStyle };

/** A workbook that cannot be written as asked. */
export class WorkbookError extends Error {
  constructor(
    readonly code:
      | 'workbook.cell-too-long'
      | 'workbook.too-many-rows'
      | 'workbook.not-a-number'
      | 'workbook.sheet-name',
    message: string,
  ) {
    super(message);
    this.name = 'WorkbookError';
  }
}

const LONGEST_TEXT = 32_767;

/** The letters of a column, from 0: `columnName(0)` is `A`, `columnName(27)` is `AB`. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

/** Text of an XML document, with the characters that XML cannot hold written as `_xHHHH_`, as Excel does. */
export function xmlText(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text
    .replace(/_x[0-9A-Fa-f]{4}_/g, (match) => `_x005F${match}`)
    .replace(FORBIDDEN, (c) => `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Almost no text of a sheet has any of these, so most are not touched. */
const SPECIAL = /[&<>"]|_x|[^\t\n\u0020-\uFFFD]/;

/** Everything but tab, line feed and U+0020 to U+FFFD; a carriage return too, which readers of XML would change. */
const FORBIDDEN = /[^\t\n\u0020-\uFFFD]/g;

/** One cell as SpreadsheetML; an empty one is nothing. `reference` is its address, such as `B7`. */
export function cellXml(cell: Cell, reference: string, style: CellStyle = 'plain'): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'string') return textXml(cell, reference, style);
  if (typeof cell === 'number') return `<c r="${reference}"${styleAttribute(style)}><v>${numberText(cell)}</v></c>`;
  if ('text' in cell) return textXml(cell.text, reference, cell.style);
  if ('count' in cell) return `<c r="${reference}"${styleAttribute(cell.style)}><v>${numberText(cell.count)}</v></c>`;
  const kind = typeof cell.value === 'string' ? ' t="str"' : '';
  const value = typeof cell.value === 'string' ? xmlText(cell.value) : numberText(cell.value);
  return `<c r="${reference}"${styleAttribute(cell.style)}${kind}><f>${xmlText(cell.formula)}</f><v>${value}</v></c>`;
}

/** Blanks that a reader of XML may drop unless it is told to keep them. */
const EDGE_BLANKS = /^\s|\s$|\s\s|\n/;

function textXml(text: string, reference: string, style: CellStyle): string {
  if (text.length > LONGEST_TEXT)
    throw new WorkbookError(
      'workbook.cell-too-long',
      `a text at ${reference} has ${text.length} characters, a cell holds ${LONGEST_TEXT}: shorten it or use the CSV file`,
    );
  return `<c r="${reference}"${styleAttribute(style)} t="inlineStr"><is><t${EDGE_BLANKS.test(text) ? ' xml:space="preserve"' : ''}>${xmlText(text)}</t></is></c>`;
}

function numberText(value: number): string {
  if (!Number.isFinite(value))
    throw new WorkbookError('workbook.not-a-number', 'a cell of numbers was given a value that is not one');
  return String(value);
}

const STYLE_ATTRIBUTES = Object.fromEntries(
  CELL_STYLES.map((style, index) => [style, index === 0 ? '' : ` s="${index}"`]),
) as Record<CellStyle, string>;

function styleAttribute(style: CellStyle): string {
  return STYLE_ATTRIBUTES[style];
}
