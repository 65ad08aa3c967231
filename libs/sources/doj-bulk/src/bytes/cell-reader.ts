import { filled, parsePartialDate, UNREADABLE_DATE } from '@clearway/record';
import { type RecordScan } from './record-scan';
import { CELL_SLOTS, type ScanMemory } from './scan-memory';

const SPACE = 0x20;
const TAB = 0x09;
const QUOTE = 0x22;
const HYPHEN = 0x2d;
const ZERO = 0x30;
const NINE = 0x39;
const NOT_USABLE = '';

/** What a cell is read as: its text; in upper case; the twelve digits of a CNT_ORDER; a `RowDate`. */
export const CELL_KINDS = { text: 1, capitals: 2, order: 3, date: 4 } as const;
export type CellKind = keyof typeof CELL_KINDS;

export interface WantedCell {
  readonly column: number;
  readonly kind: CellKind;
}

/**
 * Reads the cells that decide. Where the record stands in a memory, most cells were met before and nothing is decoded: the memory
 * says which one it is, and its text is here. Of a new cell the text is made, and takes the place of another: nothing grows.
 */
export class CellReader {
  /** Which text or date each wanted cell has. */
  private readonly ids: Int32Array;
  private readonly texts: string[];
  private readonly dates: Float64Array;

  constructor(
    private readonly wanted: readonly WantedCell[],
    private readonly memory?: ScanMemory,
  ) {
    memory?.wantCells(wanted.map(({ column, kind }) => ({ column, kind: CELL_KINDS[kind] })));
    this.ids = memory?.ids ?? new Int32Array(wanted.length);
    // Behind the slots: a place for each wanted cell that is too long to be known again, or not in the memory.
    this.texts = new Array<string>(CELL_SLOTS + wanted.length).fill('');
    this.dates = new Float64Array(CELL_SLOTS + wanted.length);
  }

  /** Reads the wanted cells `[first, last)` of the record on which `scan` stands. */
  read(scan: RecordScan, bytes: Buffer, first: number, last: number): void {
    if (this.memory && scan.base >= 0) {
      if (this.memory.cells(scan.base, first, last) > 0) this.readNew(scan.edges, bytes, first, last);
      return;
    }
    for (let index = first; index < last; index++) this.readApart(scan.edges, bytes, index);
  }

  /** Blanks around removed; empty for what the state writes for nothing. */
  text(index: number): string {
    return this.texts[this.ids[index]!]!;
  }

  /** `0` when blank, `UNREADABLE_DATE` when filled with something that is no date. */
  date(index: number): number {
    return this.dates[this.ids[index]!]!;
  }

  private readNew(edges: Int32Array, bytes: Buffer, first: number, last: number): void {
    for (let index = first; index < last; index++) {
      const id = this.ids[index]!;
      if (id === -1) this.readApart(edges, bytes, index);
      else if (id < 0) this.put(~id, edges, bytes, index);
    }
  }

  private readApart(edges: Int32Array, bytes: Buffer, index: number): void {
    this.put(CELL_SLOTS + index, edges, bytes, index);
  }

  private put(place: number, edges: Int32Array, bytes: Buffer, index: number): void {
    const { column, kind } = this.wanted[index]!;
    const from = edges[column]! + 1;
    const to = edges[column + 1]!;
    this.ids[index] = place;
    if (kind === 'date') {
      this.dates[place] = dateOf(hasDigits(bytes, from, to) ? bytes.toString('latin1', from, to) : cellText(bytes, from, to));
      return;
    }
    const text = cellText(bytes, from, to);
    this.texts[place] = kind === 'text' ? text : kind === 'capitals' ? text.toUpperCase() : countOrderOf(text);
  }
}

/** The text of a field, `bytes[from, to)` with its quotes, in UTF-8. */
export function cellText(bytes: Buffer, from: number, to: number): string {
  let start = from;
  let end = to;
  if (start < end && bytes[start] === QUOTE) {
    start++;
    end--;
    for (let i = start; i < end; i++) if (bytes[i] === QUOTE) return filled(bytes.toString('utf8', start, end).replaceAll('""', '"'));
  }
  while (start < end && (bytes[start] === SPACE || bytes[start] === TAB)) start++;
  while (start < end && (bytes[end - 1] === SPACE || bytes[end - 1] === TAB)) end--;
  if (start === end || (end - start === 1 && bytes[start] === HYPHEN)) return '';
  return filled(bytes.toString('utf8', start, end));
}

/**
 * CNT_ORDER places a count: three digits each for cycle, step and count, then `000`. Nine digits place it; fewer do not,
 * and more than twelve are something else. The answer always has twelve.
 */
export function countOrderOf(text: string): string {
  return /^\d{9,12}$/.test(text.trim()) ? text.trim().padEnd(12, '0') : NOT_USABLE;
}

function dateOf(text: string): number {
  return parsePartialDate(text) || (text === '' || /^0+$/.test(text) ? 0 : UNREADABLE_DATE);
}

/** Nothing but digits, as nearly all dates are. */
function hasDigits(bytes: Buffer, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (bytes[i]! < ZERO || bytes[i]! > NINE) return false;
  return true;
}
