import { filled, isFullDate, isOfPerson, parsePartialDate, saysConvicted, UNREADABLE_DATE } from '@clearway/record';
import { type EdgedRecord } from './record-scan';
import { CELL_SLOTS, type ScanMemory } from './scan-memory';

const SPACE = 0x20;
const TAB = 0x09;
const QUOTE = 0x22;
const HYPHEN = 0x2d;
const ZERO = 0x30;
const LAST_OF_ASCII = 0x7f;
const NOT_USABLE = '';
const ORDER_DIGITS = 12;
const DATE_DIGITS = 8;

/**
 * What a cell that is known again is read as: its text; in upper case; a text that has a mark when it says `CONVICTED`, and one that
 * has it when the step is about the person and not about a count.
 */
export const CELL_KINDS = { text: 1, capitals: 2, disposition: 5, stepType: 6 } as const;
export type CellKind = keyof typeof CELL_KINDS;

export interface WantedCell {
  readonly column: number;
  readonly kind: CellKind;
}

/**
 * Reads the cells that decide. Where the record stands in a memory, most cells were met before and nothing is decoded: the memory
 * says which one it is, and its text is here. Of a new cell the text is made, and takes the place of another: nothing grows.
 * Dates, orders and what most counts have another text of are read from the record itself, when they are asked for.
 */
export class CellReader {
  /** Which text or mark each wanted cell has. */
  private readonly ids: Int32Array;
  private readonly texts: string[];
  private readonly marks: Uint8Array;
  /** The record on which this stands: its edges are those from `at` on. */
  private edges: Int32Array = new Int32Array(0);
  private at = 0;
  private bytes: Buffer = Buffer.alloc(0);
  private lastOwn = '';

  constructor(
    private readonly wanted: readonly WantedCell[],
    private readonly memory?: ScanMemory,
  ) {
    memory?.wantCells(wanted.map(({ column, kind }) => ({ column, kind: CELL_KINDS[kind] })));
    this.ids = memory?.ids ?? new Int32Array(wanted.length);
    // Behind the slots: a place for each wanted cell that is too long to be known again, or not in the memory.
    this.texts = new Array<string>(CELL_SLOTS + wanted.length).fill('');
    this.marks = new Uint8Array(CELL_SLOTS + wanted.length);
  }

  /** Reads the wanted cells `[first, last)` of a record; of one in the memory it is the one last scanned. Those from 0 on come first. */
  read(record: EdgedRecord, bytes: Buffer, first: number, last: number): void {
    this.stand(record.edges, 0, bytes);
    if (this.memory && record.base >= 0) {
      if (first === 0) this.memory.nextRecord();
      if (this.memory.cells(record.base, first, last) > 0) this.readNew(first, last);
      return;
    }
    for (let index = first; index < last; index++) this.put(CELL_SLOTS + index, index);
  }

  /** Reads the wanted cells `[first, last)` of a record of this memory whose edges were set aside: they stand in `edges` from `at` on. */
  readAside(edges: Int32Array, at: number, bytes: Buffer, first: number, last = this.wanted.length): void {
    if (!this.memory) throw new Error('records are set aside in a memory only');
    this.stand(edges, at, bytes);
    this.memory.nextRecord();
    if (this.memory.cells(bytes.byteOffset, first, last, at * 4) > 0) this.readNew(first, last);
  }

  /** Blanks around removed; empty for what the state writes for nothing. */
  text(index: number): string {
    return this.texts[this.ids[index]!]!;
  }

  /** Has the cell its kind's mark? */
  marked(index: number): boolean {
    return this.marks[this.ids[index]!] === 1;
  }

  /** The `RowDate` of a column: `0` when blank, `UNREADABLE_DATE` when filled with something that is no date. */
  date(column: number): number {
    return dateAt(this.bytes, this.from(column), this.to(column));
  }

  /** The twelve digits of a CNT_ORDER as a number; -1 when it places no count. */
  order(column: number): number {
    return orderAt(this.bytes, this.from(column), this.to(column));
  }

  /** The text of a column whose cell is that of the row before or a new one. */
  ownText(column: number): string {
    const from = this.from(column);
    const to = this.to(column);
    if (from === to) return '';
    if (isWritten(this.lastOwn, this.bytes, from, to)) return this.lastOwn;
    return (this.lastOwn = cellText(this.bytes, from, to));
  }

  private stand(edges: Int32Array, at: number, bytes: Buffer): void {
    this.edges = edges;
    this.at = at;
    this.bytes = bytes;
  }

  private from(column: number): number {
    return this.edges[this.at + column]! + 1;
  }

  private to(column: number): number {
    return this.edges[this.at + column + 1]!;
  }

  private readNew(first: number, last: number): void {
    for (let index = first; index < last; index++) {
      const id = this.ids[index]!;
      if (id < 0) this.put(id === -1 ? CELL_SLOTS + index : ~id, index);
    }
  }

  private put(place: number, index: number): void {
    const { column, kind } = this.wanted[index]!;
    const text = cellText(this.bytes, this.from(column), this.to(column));
    this.ids[index] = place;
    this.texts[place] = kind === 'capitals' ? text.toUpperCase() : text;
    if (kind === 'disposition') this.marks[place] = saysConvicted(text) ? 1 : 0;
    else if (kind === 'stepType') this.marks[place] = isOfPerson(text) ? 1 : 0;
  }
}

/** Does the text stand there as it is, without quotes around it, in letters of ASCII? */
function isWritten(text: string, bytes: Buffer, from: number, to: number): boolean {
  if (text.length !== to - from || bytes[from] === QUOTE) return false;
  for (let i = 0; i < text.length; i++) {
    const letter = bytes[from + i]!;
    if (letter !== text.charCodeAt(i) || letter > LAST_OF_ASCII) return false;
  }
  return true;
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

/** The number of a CNT_ORDER; -1 for one that places no count. Twelve digits are read as they stand, as nearly all are. */
function orderAt(bytes: Buffer, from: number, to: number): number {
  if (to - from === ORDER_DIGITS) {
    // In halves, which are small numbers.
    const step = digitsAt(bytes, from, from + 6);
    const rest = digitsAt(bytes, from + 6, to);
    if (step >= 0 && rest >= 0) return step * 1_000_000 + rest;
  }
  const text = countOrderOf(cellText(bytes, from, to));
  return text === NOT_USABLE ? -1 : Number(text);
}

const THREE_DIGITS = Array.from({ length: 1000 }, (_, number) => String(number).padStart(3, '0'));
/** The last three digits are zeros, and three before them number the count: texts of the second half. */
const COUNTS = THREE_DIGITS.map((count) => `${count}000`);
let lastOrder = 0;
let lastOrderText = '000000000000';
let lastStep = 0;
let lastStepText = '000000';

/**
 * The twelve digits of a CNT_ORDER. Put together from halves: a number of twelve digits is slow to print, and this is done for most rows.
 * Rows of one count have one text.
 */
export function orderText(order: number): string {
  if (order === lastOrder) return lastOrderText;
  lastOrder = order;
  const step = Math.floor(order / 1_000_000);
  const rest = order - step * 1_000_000;
  if (step !== lastStep) {
    lastStep = step;
    lastStepText = sixDigits(step);
  }
  return (lastOrderText = lastStepText + (rest % 1000 === 0 ? COUNTS[rest / 1000]! : sixDigits(rest)));
}

function sixDigits(number: number): string {
  const low = number % 1000;
  return THREE_DIGITS[(number - low) / 1000]! + THREE_DIGITS[low]!;
}

/** A `RowDate`. A full date is read as it stands, as nearly all are: each person has other ones, and few are met again. */
function dateAt(bytes: Buffer, from: number, to: number): number {
  if (from === to) return 0;
  if (to - from === DATE_DIGITS) {
    const digits = digitsAt(bytes, from, to);
    if (digits > 0 && isFullDate(digits)) return digits;
  }
  const text = cellText(bytes, from, to);
  return parsePartialDate(text) || (text === '' || /^0+$/.test(text) ? 0 : UNREADABLE_DATE);
}

/** The number of a few digits; -1 when something else stands there. */
function digitsAt(bytes: Buffer, from: number, to: number): number {
  let number = 0;
  for (let i = from; i < to; i++) {
    const digit = bytes[i]! - ZERO;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}
