import { filled, isFullDate, isOfPerson, parsePartialDate, saysConvicted, UNREADABLE_DATE } from '@clearway/record';
import { type EdgedRecord } from './record-scan';
import { CELL_SLOTS, type ScanMemory } from './scan-memory';

const SPACE = 0x20;
const TAB = 0x09;
const QUOTE = 0x22;
const HYPHEN = 0x2d;
const ZERO = 0x30;
const NINE = 0x39;
const NOT_USABLE = '';
const ORDER_DIGITS = 12;
const DATE_DIGITS = 8;

/**
 * What a cell is read as: its text; in upper case; the number of a CNT_ORDER; a `RowDate`; a text that has a mark when it says
 * `CONVICTED`, and one that has it when the step is about the person and not about a count.
 */
export const CELL_KINDS = { text: 1, capitals: 2, order: 3, date: 4, disposition: 5, stepType: 6 } as const;
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
  /** Which text, number or mark each wanted cell has. */
  private readonly ids: Int32Array;
  private readonly texts: string[];
  private readonly numbers: Float64Array;
  private readonly marks: Uint8Array;

  constructor(
    private readonly wanted: readonly WantedCell[],
    private readonly memory?: ScanMemory,
  ) {
    memory?.wantCells(wanted.map(({ column, kind }) => ({ column, kind: CELL_KINDS[kind] })));
    this.ids = memory?.ids ?? new Int32Array(wanted.length);
    // Behind the slots: a place for each wanted cell that is too long to be known again, or not in the memory.
    this.texts = new Array<string>(CELL_SLOTS + wanted.length).fill('');
    this.numbers = new Float64Array(CELL_SLOTS + wanted.length);
    this.marks = new Uint8Array(CELL_SLOTS + wanted.length);
  }

  /** Reads the wanted cells `[first, last)` of a record; of one in the memory it is the one last scanned. Those from 0 on come first. */
  read(record: EdgedRecord, bytes: Buffer, first: number, last: number): void {
    if (this.memory && record.base >= 0) {
      if (first === 0) this.memory.nextRecord();
      if (this.memory.cells(record.base, first, last) > 0) this.readNew(record.edges, 0, bytes, first, last);
      return;
    }
    for (let index = first; index < last; index++) this.readApart(record.edges, 0, bytes, index);
  }

  /** Reads the wanted cells `[first, last)` of a record of this memory whose edges were set aside: they stand in `edges` from `at` on. */
  readAside(edges: Int32Array, at: number, bytes: Buffer, first: number, last = this.wanted.length): void {
    if (!this.memory) throw new Error('records are set aside in a memory only');
    this.memory.nextRecord();
    if (this.memory.cells(bytes.byteOffset, first, last, at * 4) > 0) this.readNew(edges, at, bytes, first, last);
  }

  /** Blanks around removed; empty for what the state writes for nothing. */
  text(index: number): string {
    return this.texts[this.ids[index]!]!;
  }

  /** `0` when blank, `UNREADABLE_DATE` when filled with something that is no date. */
  date(index: number): number {
    return this.numbers[this.ids[index]!]!;
  }

  /** The twelve digits of a CNT_ORDER as a number; -1 when it places no count. */
  order(index: number): number {
    return this.numbers[this.ids[index]!]! - 1;
  }

  /** Has the cell its kind's mark? */
  marked(index: number): boolean {
    return this.marks[this.ids[index]!] === 1;
  }

  private readNew(edges: Int32Array, at: number, bytes: Buffer, first: number, last: number): void {
    for (let index = first; index < last; index++) {
      const id = this.ids[index]!;
      if (id === -1) this.readApart(edges, at, bytes, index);
      else if (id < 0) this.put(~id, edges, at, bytes, index);
    }
  }

  private readApart(edges: Int32Array, at: number, bytes: Buffer, index: number): void {
    this.put(CELL_SLOTS + index, edges, at, bytes, index);
  }

  private put(place: number, edges: Int32Array, at: number, bytes: Buffer, index: number): void {
    const { column, kind } = this.wanted[index]!;
    const from = edges[at + column]! + 1;
    const to = edges[at + column + 1]!;
    this.ids[index] = place;
    if (kind === 'order') {
      this.numbers[place] = afterOrder(bytes, from, to);
      return;
    }
    if (kind === 'date') {
      this.numbers[place] = dateAt(bytes, from, to);
      return;
    }
    const text = cellText(bytes, from, to);
    this.texts[place] = kind === 'capitals' ? text.toUpperCase() : text;
    if (kind === 'disposition') this.marks[place] = saysConvicted(text) ? 1 : 0;
    else if (kind === 'stepType') this.marks[place] = isOfPerson(text) ? 1 : 0;
  }
}

/** The text of a field, `bytes[from, to)` with its quotes, in UTF-8. */
export function cellText(bytes: Buffer, from: number, to: number): string {
  let start = from;
  let end = to;
  if (start < end && bytes[start] === QUOTE) {
    start++;
    end--;
    for (let i = start; i < end; i++)
      if (bytes[i] === QUOTE) return filled(bytes.toString('utf8', start, end).replaceAll('""', '"'));
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

/** One more than the number of a CNT_ORDER; 0 for one that places no count. Twelve digits are read as they stand, as nearly all are. */
function afterOrder(bytes: Buffer, from: number, to: number): number {
  if (to - from !== ORDER_DIGITS || !hasDigits(bytes, from, to)) {
    const text = countOrderOf(cellText(bytes, from, to));
    return text === NOT_USABLE ? 0 : Number(text) + 1;
  }
  return digitsOf(bytes, from, to) + 1;
}

const THREE_DIGITS = Array.from({ length: 1000 }, (_, number) => String(number).padStart(3, '0'));
/** The last three digits are zeros, and three before them number the count: texts of the second half. */
const COUNTS = THREE_DIGITS.map((count) => `${count}000`);
let lastStep = 0;
let lastStepText = '000000';

/** The twelve digits of a CNT_ORDER. Put together from halves: a number of twelve digits is slow to print, and this is done for most rows. */
export function orderText(order: number): string {
  const step = Math.floor(order / 1_000_000);
  const rest = order - step * 1_000_000;
  if (step !== lastStep) {
    lastStep = step;
    lastStepText = sixDigits(step);
  }
  return lastStepText + (rest % 1000 === 0 ? COUNTS[rest / 1000]! : sixDigits(rest));
}

function sixDigits(number: number): string {
  const low = number % 1000;
  return THREE_DIGITS[(number - low) / 1000]! + THREE_DIGITS[low]!;
}

/** A `RowDate`. A full date is read as it stands, as nearly all are: each person has other ones, and few are met again. */
function dateAt(bytes: Buffer, from: number, to: number): number {
  if (to - from === DATE_DIGITS && hasDigits(bytes, from, to)) {
    const digits = digitsOf(bytes, from, to);
    if (isFullDate(digits)) return digits;
  }
  const text = cellText(bytes, from, to);
  return parsePartialDate(text) || (text === '' || /^0+$/.test(text) ? 0 : UNREADABLE_DATE);
}

function digitsOf(bytes: Buffer, from: number, to: number): number {
  let number = 0;
  for (let i = from; i < to; i++) number = number * 10 + bytes[i]! - ZERO;
  return number;
}

/** Nothing but digits, as nearly all dates are. */
function hasDigits(bytes: Buffer, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (bytes[i]! < ZERO || bytes[i]! > NINE) return false;
  return true;
}
