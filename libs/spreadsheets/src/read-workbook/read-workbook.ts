import { strFromU8, unzipSync } from 'fflate';
import { columnName } from '../workbook/cell';
import { excelText, xmlPieces } from './xml';

/** A cell of a workbook that was read. */
export interface ReadCell {
  /** Such as `B7`. */
  readonly address: string;
  /** What it says: of a number its digits, of a truth `TRUE` or `FALSE`, of a formula its last value. */
  readonly text: string;
  readonly isNumber: boolean;
}

/** A sheet: rows by their number, cells by their column from 0; empty cells are absent. */
export interface ReadSheet {
  readonly name: string;
  readonly rows: readonly { readonly row: number; readonly cells: ReadonlyMap<number, ReadCell> }[];
  /** Cells that are shown as one; only the first has a value. Absent when there are none. */
  readonly merged?: readonly MergedCells[];
}

/** Rows from 1, columns from 0, both ends included. */
export interface MergedCells {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

export interface ReadWorkbook {
  readonly sheets: readonly ReadSheet[];
  /** Dates count from 1904 (old Macintosh files). */
  readonly from1904: boolean;
}

/** A workbook that cannot be read; says the kind of thing and the cure. */
export class UnreadableWorkbookError extends Error {
  override readonly name = 'UnreadableWorkbookError';
  readonly code = 'workbook.unreadable';
  constructor(cure: string) {
    super(`the file cannot be read as a workbook: ${cure}`);
  }
}

/** More than any sheet of a county's questions, and little enough that a small file cannot fill the memory. */
const MOST_BYTES = 1 << 29;

/** Reads an XLSX workbook as Excel, LibreOffice or Clearway saved it. Throws an UnreadableWorkbookError. */
export function readWorkbook(bytes: Uint8Array): ReadWorkbook {
  const parts = partsOf(bytes);
  const workbook = parts.get('xl/workbook.xml');
  if (workbook === undefined)
    throw new UnreadableWorkbookError('save it as .xlsx (Excel workbook), without a password');
  const strings = sharedStrings(parts.get('xl/sharedStrings.xml') ?? '');
  const targets = targetsOf(parts.get('xl/_rels/workbook.xml.rels') ?? '');
  const sheets: ReadSheet[] = [];
  let from1904 = false;
  for (const piece of xmlPieces(workbook)) {
    if (piece.kind !== 'open') continue;
    if (piece.name === 'workbookPr') from1904 = ['1', 'true'].includes(piece.attributes['date1904'] ?? '');
    if (piece.name !== 'sheet') continue;
    const target = targets.get(piece.attributes['r:id'] ?? '') ?? '';
    const xml = parts.get(target);
    if (xml === undefined) continue;
    const merged = mergedOf(xml);
    const read = { name: piece.attributes['name'] ?? '', rows: rowsOf(xml, strings) };
    sheets.push(merged.length === 0 ? read : { ...read, merged });
  }
  return { sheets, from1904 };
}

function partsOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  let size = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/^xl\/(?:workbook\.xml|sharedStrings\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/.test(name))
          return false;
        size += originalSize;
        if (size > MOST_BYTES) throw new UnreadableWorkbookError('it is larger than any workbook that Clearway writes');
        return true;
      },
    });
    return new Map(Object.entries(files).map(([name, content]) => [name, strFromU8(content)]));
  } catch (error) {
    if (error instanceof UnreadableWorkbookError) throw error;
    throw new UnreadableWorkbookError('save it as .xlsx (Excel workbook), without a password, and send it whole');
  }
}

function targetsOf(xml: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  for (const piece of xmlPieces(xml)) {
    if (piece.kind !== 'open' || piece.name !== 'Relationship') continue;
    const target = piece.attributes['Target'] ?? '';
    targets.set(piece.attributes['Id'] ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  }
  return targets;
}

/** The table of strings; of rich text its runs put together, without the readings of Japanese. */
function sharedStrings(xml: string): readonly string[] {
  const strings: string[] = [];
  let text: string | undefined;
  let inText = false;
  let inReading = false;
  for (const piece of xmlPieces(xml)) {
    if (piece.kind === 'text') {
      if (inText && !inReading && text !== undefined) text += piece.text;
    } else if (piece.name === 'si') {
      if (piece.kind === 'open' && !piece.closed) text = '';
      else strings.push(excelText(text ?? ''));
    } else if (piece.name === 't') inText = piece.kind === 'open' && !piece.closed;
    else if (piece.name === 'rPh') inReading = piece.kind === 'open' && !piece.closed;
  }
  return strings;
}

function rowsOf(xml: string, strings: readonly string[]): ReadSheet['rows'] {
  const rows: { row: number; cells: Map<number, ReadCell> }[] = [];
  let cells = new Map<number, ReadCell>();
  let row = 0;
  let column = -1;
  let type = '';
  let value: string | undefined;
  let reading = false;
  const finishCell = (): void => {
    if (value !== undefined && value !== '')
      cells.set(column, cellOf(`${columnName(column)}${row}`, type, value, strings));
  };
  for (const piece of xmlPieces(xml)) {
    if (piece.kind === 'text') {
      if (reading) value = (value ?? '') + piece.text;
      continue;
    }
    const opens = piece.kind === 'open';
    if (piece.name === 'row' && opens) {
      row = Number(piece.attributes['r'] ?? row + 1);
      column = -1;
      cells = new Map();
      rows.push({ row, cells });
    } else if (piece.name === 'c' && opens) {
      const letters = /^[A-Z]+/.exec(piece.attributes['r'] ?? '')?.[0];
      column = letters === undefined ? column + 1 : columnOf(letters);
      type = piece.attributes['t'] ?? 'n';
      value = undefined;
    } else if (piece.name === 'c') finishCell();
    else if (piece.name === 'v' || piece.name === 't') reading = opens && !piece.closed;
    else if (piece.name === 'sheetData' && !opens) break;
  }
  return rows;
}

/** They stand after the rows. */
function mergedOf(xml: string): MergedCells[] {
  return [
    ...xml
      .slice(Math.max(0, xml.lastIndexOf('sheetData>')))
      .matchAll(/<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g),
  ].map(([, left = '', top, right = '', bottom]) => ({
    firstRow: Number(top),
    lastRow: Number(bottom),
    firstColumn: columnOf(left),
    lastColumn: columnOf(right),
  }));
}

function cellOf(address: string, type: string, value: string, strings: readonly string[]): ReadCell {
  if (type === 's') return { address, text: strings[Number(value)] ?? '', isNumber: false };
  if (type === 'b') return { address, text: value === '1' ? 'TRUE' : 'FALSE', isNumber: false };
  if (type === 'n') return { address, text: value, isNumber: true };
  return { address, text: type === 'd' ? value : excelText(value), isNumber: false };
}

function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** The day of a date cell as `yyyymmdd`; 0 when the number is no day since 1900. */
export function dayOfSerial(serial: number, from1904 = false): number {
  if (!(serial >= 1 && serial < 2_958_466)) return 0;
  // Excel counts 29 February 1900, which never was: days after it are one too many.
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  const day = new Date(epoch + Math.floor(serial) * 86_400_000);
  return day.getUTCFullYear() * 10_000 + (day.getUTCMonth() + 1) * 100 + day.getUTCDate();
}
