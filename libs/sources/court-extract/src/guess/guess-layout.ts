import { readWorkbook } from '@clearway/spreadsheets';
import { encodedText } from '../table/decode-text';
import { delimitedRecords } from '../table/delimited-rows';
import { openTable, type TableLayout } from '../table/open-table';
import { type TableRow } from '../table/table-row';
import { fixedLayout } from './fixed-layout';
import { chargeOfName, fieldOfName } from './known-headers';

export interface GuessedLayout extends TableLayout {
  readonly header: number;
  /** Names of the columns; empty where there are none. */
  readonly names: readonly string[];
  readonly sample: readonly TableRow[];
}

const SAMPLE = 500;
/** Of a file, for the layout: four bytes for a character. */
const HEAD_BYTES = 2_000_000;
const HEADER_WITHIN = 12;

/** Format, separator and header of a file, by its content. */
export function guessLayout(bytes: Uint8Array): GuessedLayout {
  const isBook = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const base: FoundLayout = isBook ? bookLayout(bytes) : textLayout(bytes);
  const rows = taken(openTable(bytes, { ...base, header: 0 }).rows, SAMPLE);
  if (base.names !== undefined) {
    const { header = 0, names } = base;
    return { ...base, header, names, sample: rows.filter(({ row }) => row >= header) };
  }
  const header = headerOf(rows);
  // Of a workbook the number of the row, else of the record.
  const number = header === undefined ? 0 : isBook ? header.line : header.row + 1;
  return {
    ...base,
    header: number,
    names: header?.cells.map(({ text }) => text.trim()) ?? [],
    sample: rows.filter(({ row }) => header === undefined || row > header.row),
  };
}

/** Of fixed width the names are found together with the columns. */
type FoundLayout = TableLayout & { readonly names?: readonly string[] };

function headerOf(rows: readonly TableRow[]): TableRow | undefined {
  const known = ({ cells }: TableRow): number =>
    cells.filter(({ text }) => fieldOfName(text) !== undefined || chargeOfName(text) !== undefined).length;
  const first = rows.slice(0, HEADER_WITHIN);
  const [best] = [...first].sort((a, b) => known(b) - known(a) || a.row - b.row);
  if (best && known(best) >= 2) return best;
  const [top] = rows;
  return top?.cells.every(({ text }) => !/\d/.test(text) && text.length <= 40) ? top : undefined;
}

function bookLayout(bytes: Uint8Array): TableLayout {
  const { sheets } = readWorkbook(bytes);
  const [largest] = [...sheets].sort((a, b) => b.rows.length - a.rows.length);
  const first = largest === undefined || largest === sheets[0];
  return first ? { format: 'xlsx', columns: [] } : { format: 'xlsx', sheet: largest.name, columns: [] };
}

function textLayout(bytes: Uint8Array): FoundLayout {
  const source = encodedText(bytes, 'auto');
  const head = source.text(source.markBytes, source.endNear(HEAD_BYTES)).slice(0, 500_000);
  const counts = [',', '\t', ';', '|'].map((separator) => {
    const widths = taken(delimitedRecords(head, separator), SAMPLE).map(({ fields }) => fields.length);
    const [usual = 1, often = 0] = mostOf(widths);
    return {
      separator,
      usual,
      score: usual > 1 ? (often / Math.max(1, widths.length)) * Math.log2(usual) : 0,
      share: often / Math.max(1, widths.length),
    };
  });
  const [best] = counts.sort((a, b) => b.score - a.score);
  if (!best || best.score === 0 || best.share < 0.6) return { format: 'fixed', ...fixedLayout(head) };
  if (best.separator === '\t') return { format: 'tsv', columns: [] };
  // One comma in each line, with blanks in columns, is the comma of a name.
  const lines = head.split(/\r\n|\r|\n/).filter((each) => each.trim() !== '');
  const padded = lines.filter((each) => /\S {2,}\S/.test(each)).length >= lines.length * 0.6;
  if (best.usual === 2 && padded) return { format: 'fixed', ...fixedLayout(head) };
  return best.separator === ','
    ? { format: 'csv', columns: [] }
    : { format: 'csv', separator: best.separator, columns: [] };
}

function mostOf(values: readonly number[]): readonly [number?, number?] {
  const counts = new Map<number, number>();
  for (const each of values) counts.set(each, (counts.get(each) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
}

function taken<One>(all: Iterable<One>, most: number): One[] {
  const found: One[] = [];
  for (const each of all) {
    found.push(each);
    if (found.length >= most) break;
  }
  return found;
}
