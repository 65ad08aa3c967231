import { readWorkbook, type ReadSheet } from '@clearway/spreadsheets';
import { ExtractError } from '../errors';
import { nearestName } from '../mapping/nearest';
import { type Mapping } from '../mapping/read-mapping';
import { type EncodedText, encodedText } from './decode-text';
import { type DelimitedRecord, delimitedRecords } from './delimited-rows';
import { type RowPlace, type Table, type TableCell, type TableRow } from './table-row';
import { type TextRecord, textRecords } from './text-records';
import { withMergedCells } from './merged-cells';

/** How a file is laid out: of a mapping, or as it was guessed. */
export type TableLayout = Pick<Mapping, 'format' | 'encoding' | 'separator' | 'header' | 'sheet'> & {
  readonly columns: readonly { readonly from?: number | undefined; readonly width?: number | undefined }[];
};

/** Opens an export as rows. Throws an ExtractError when it is empty, not of the format, or not of the encoding. */
export function openTable(bytes: Uint8Array, layout: TableLayout): Table {
  if (bytes.length === 0) throw refused('extract.empty', 'the file is empty: export it again');
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (isZip !== (layout.format === 'xlsx'))
    throw refused(
      'extract.format',
      isZip
        ? 'the file is a workbook: write format: xlsx'
        : 'the file is no XLSX workbook: write format: csv, tsv or fixed, or save it as .xlsx',
    );
  if (layout.format === 'xlsx') return workbookTable(bytes, layout);
  const source = encodedText(bytes, layout.encoding ?? 'auto');
  if (isBlank(source)) throw refused('extract.empty', 'the file has nothing but blanks: export it again');
  return textTable(source, layout);
}

const LOOKED_AT_BYTES = 1 << 20;

function isBlank(source: EncodedText): boolean {
  for (let from = source.markBytes; from < source.length; ) {
    const to = source.endNear(from + LOOKED_AT_BYTES);
    if (source.text(from, to).trim() !== '') return false;
    from = to;
  }
  return true;
}

function textTable(source: EncodedText, layout: TableLayout): Table {
  const headerRow = layout.header ?? (layout.format === 'fixed' ? 0 : 1);
  const separator = layout.format === 'tsv' ? '\t' : (layout.separator ?? ',');
  const recordsOf = (text: string): Iterable<DelimitedRecord> =>
    layout.format === 'fixed' ? fixedRecords(text, layout) : delimitedRecords(text, separator);
  const { encoding } = source;
  const base = { from1904: false, filledFromMerged: 0, encoding };
  const iterator = textRecords(source, recordsOf);
  let header: readonly string[] = [];
  let headerLine = 0;
  for (let skipped = 0; skipped < headerRow; skipped++) {
    const next = iterator.next();
    if (next.done)
      throw refused(
        'extract.empty',
        `the file has no row ${headerRow}, where the names of the columns stand: correct header`,
      );
    if (next.value.broken !== undefined && skipped === headerRow - 1)
      throw refused(
        'extract.columns',
        'the row of the names of the columns has a quote that is not closed',
        next.value.line,
      );
    header = next.value.fields;
    headerLine = next.value.line;
  }
  const again = ({ row, line, offset, length }: RowPlace): TableRow => {
    for (const { fields } of recordsOf(source.text(offset, offset + length)))
      return { row, line, offset, length, cells: cellsOfText(fields) };
    throw new Error('a row that was read is no row any more');
  };
  return { ...base, header, headerLine, rows: numbered(iterator), again };
}

function* numbered(records: Generator<TextRecord>): Generator<TableRow> {
  let row = 0;
  for (let next = records.next(); next.done !== true; next = records.next()) {
    const { offset, length, line, fields, broken } = next.value;
    const place = { row, line, offset, length, cells: cellsOfText(fields) };
    yield broken === undefined ? place : { ...place, broken };
    row++;
  }
}

function cellsOfText(fields: readonly string[]): TableCell[] {
  return fields.map((text): TableCell => ({ text, isNumber: false }));
}

/** A form feed, and the mark with which old files end. */
const NO_DATA: ReadonlySet<string> = new Set(['\f', '\u001A']);

/** Lines cut at the columns of the layout, in its order; what stands outside of all of them is the last cell. */
function* fixedRecords(text: string, { columns }: TableLayout): Generator<DelimitedRecord> {
  let start = 0;
  let line = 1;
  for (const match of text.matchAll(/([^\r\n]*)(\r\n|\r|\n|$)/g)) {
    const [all, content = ''] = match;
    const characters = [...content].filter((each) => !NO_DATA.has(each));
    if (characters.some((each) => each.trim() !== '')) {
      const left = [...characters];
      const fields = columns.map(({ from = 1, width = 0 }) => {
        left.fill(' ', Math.min(from - 1, left.length), Math.min(from - 1 + width, left.length));
        return characters.slice(from - 1, from - 1 + width).join('');
      });
      yield { start, line, fields: [...fields, left.join('').trim()] };
    }
    start += all.length;
    line++;
    if (start >= text.length) return;
  }
}

function workbookTable(bytes: Uint8Array, layout: TableLayout): Table {
  const { sheets, from1904 } = readWorkbook(bytes);
  const names = sheets.map(({ name }) => name);
  const sheet = layout.sheet === undefined ? sheets[0] : sheets.find(({ name }) => name === layout.sheet);
  if (!sheet) {
    const near = layout.sheet === undefined ? undefined : nearestName(layout.sheet, names);
    throw refused(
      'extract.columns',
      `the workbook has no sheet of this name${near === undefined ? '' : `; did you mean "${near}"?`}: it has ${names.join(', ')}`,
    );
  }
  const headerRow = layout.header ?? 1;
  const { rows, filled } = withMergedCells(sheet, headerRow);
  if (!rows.some(({ cells }) => cells.size > 0))
    throw refused('extract.empty', 'the sheet has no cell: name another under sheet');
  const head = rows.find(({ row }) => row === headerRow);
  if (headerRow > 0 && !head)
    throw refused(
      'extract.empty',
      `the sheet has no row ${headerRow}, where the names of the columns stand: correct header`,
    );
  const found = [...sheetRows(rows, headerRow)];
  const header = head ? cellsOf(head).map(({ text }) => text) : [];
  return {
    header,
    headerLine: headerRow,
    rows: found.values(),
    again: ({ row }) => found[row]!,
    from1904,
    filledFromMerged: filled,
    encoding: 'workbook',
  };
}

function* sheetRows(rows: ReadSheet['rows'], headerRow: number): Generator<TableRow> {
  let row = 0;
  for (const each of rows) {
    if (each.row <= headerRow) continue;
    const cells = cellsOf(each);
    if (!cells.some(({ text }) => text.trim() !== '')) continue;
    yield { row, line: each.row, offset: 0, length: 0, cells };
    row++;
  }
}

function cellsOf({ cells }: ReadSheet['rows'][number]): TableCell[] {
  const last = Math.max(-1, ...cells.keys());
  return Array.from({ length: last + 1 }, (_, i) => cells.get(i) ?? { text: '', isNumber: false }).map(
    ({ text, isNumber }) => ({ text, isNumber }),
  );
}

function refused(code: ExtractError['code'], words: string, line = 0): ExtractError {
  return new ExtractError(code, [{ line, path: 'the file', words }]);
}
