import { COLUMN_COUNT, COLUMN_NAMES, CONDENSED_COLUMNS, columnIndex } from '../columns';
import { type ResultRoom, type StretchMemory } from '../bytes/stretch-memory';
import { NearRows } from './near-rows';
import { OutBytes } from './out-bytes';

/** What is appended to a row. */
export interface RowAnnotation {
  /** Number of the row in its file, from 0, rejected records and the header not counted. */
  readonly row: number;
  /** The cells as CSV, without the comma before them and the line end behind them. */
  readonly csv: string;
  /** The row carries a decided conviction: it goes to `Prop64_Results` too. A note alone does not. */
  readonly decided: boolean;
}

/** What the rows of one run's results have in common. */
export interface ResultColumns {
  /** Heads of the columns that are appended to the state's 95. */
  readonly annotationHeader: readonly string[];
  /** Leave the social security and licence numbers in. Only when somebody asked for them by name. */
  readonly withIdentityNumbers: boolean;
}

// Local copies: an imported name is looked up again on every use, which shows in loops that run for every field.
const FIELDS = COLUMN_COUNT;
const CONDENSED = Int32Array.from(CONDENSED_COLUMNS);
const COMMA = 0x2c;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const REQ_CDL = columnIndex('REQ_CDL');
const PRI_SSN = columnIndex('PRI_SSN');

/** First bytes that a spreadsheet program takes for the beginning of a formula: tab, CR, `+`, `-`, `=`, `@`; 2 is a quote, to look behind. */
const RISKY = new Uint8Array(256);
for (const byte of [0x09, 0x0d, 0x2b, 0x2d, 0x3d, 0x40]) RISKY[byte] = 1;
RISKY[QUOTE] = 2;

const IDENTITY = new Uint8Array(FIELDS);
for (const column of [REQ_CDL, REQ_CDL + 1, PRI_SSN, PRI_SSN + 1]) IDENTITY[column] = 1;

/**
 * Writes the rows of `All_Results`, `All_Results_Condensed` and `Prop64_Results`. The bytes of a row pass through; what is cut
 * out are the four identity columns, what is added is an apostrophe before a cell that a spreadsheet program would run.
 */
export class ResultRows {
  readonly full = new OutBytes();
  readonly condensed = new OutBytes();
  readonly prop64 = new OutBytes();
  private readonly blank: string;
  private readonly heads: { readonly full: string; readonly condensed: string };

  private readonly near: NearRows | undefined;

  /** `memory`: where rows are that `keptRow` writes. */
  constructor(
    private readonly columns: ResultColumns,
    private readonly memory?: StretchMemory,
  ) {
    this.near = memory && new NearRows(memory, this, columns);
    const appended = columns.annotationHeader;
    this.blank = `${','.repeat(appended.length)}\n`;
    this.heads = {
      full: `${[...COLUMN_NAMES, ...appended].join(',')}\n`,
      condensed: `${[...CONDENSED_COLUMNS.map((column) => COLUMN_NAMES[column]), ...appended].join(',')}\n`,
    };
  }

  header(): void {
    this.full.ascii(this.heads.full);
    this.condensed.ascii(this.heads.condensed);
    this.prop64.ascii(this.heads.full);
  }

  clear(): void {
    this.full.length = 0;
    this.condensed.length = 0;
    this.prop64.length = 0;
  }

  /** Starts anew, in a room of the memory. */
  startIn(room: ResultRoom): void {
    this.full.startIn(room.full);
    this.condensed.startIn(room.condensed);
    this.prop64.startIn(room.prop64);
    this.near?.begin();
  }

  /** What was written, in the room; what outgrew it in a buffer that is given away whole. */
  take(): { full: Uint8Array; condensed: Uint8Array; prop64: Uint8Array } {
    return { full: this.full.view(), condensed: this.condensed.view(), prop64: this.prop64.view() };
  }

  /** A row whose edges were set aside in the memory (`StretchMemory.keep`). */
  keptRow(bytes: Buffer, index: number, annotation: RowAnnotation | undefined): void {
    const { memory, near } = this;
    if (!memory || !near) throw new Error('rows are set aside in a memory only');
    if (!near.row(index, annotation)) this.row(bytes, memory.numbers, memory.keptAt(index), annotation);
  }

  /** One row: its bytes, and its edges as `RecordScan` has them, from `at` on. */
  row(bytes: Buffer, edges: Int32Array, at: number, annotation: RowAnnotation | undefined): void {
    const { full, condensed } = this;
    const start = full.length;
    const risky = hasRiskyCell(bytes, edges, at);
    if (risky) this.carefully(bytes, edges, at);
    else this.plainly(bytes, edges, at);
    if (annotation) {
      const tail = `,${annotation.csv}\n`;
      full.text(tail);
      condensed.text(tail);
      if (annotation.decided) this.prop64.bytes(full.buffer, start, full.length);
    } else {
      full.ascii(this.blank);
      condensed.ascii(this.blank);
    }
  }

  private plainly(bytes: Buffer, edges: Int32Array, at: number): void {
    const { full, condensed } = this;
    const from = edges[at]! + 1;
    const to = edges[at + FIELDS]!;
    if (this.columns.withIdentityNumbers) full.bytes(bytes, from, to);
    else {
      full.bytes(bytes, from, edges[at + REQ_CDL]! + 1);
      full.byte(COMMA);
      full.bytes(bytes, edges[at + REQ_CDL + 2]!, edges[at + PRI_SSN]! + 1);
      full.byte(COMMA);
      full.bytes(bytes, edges[at + PRI_SSN + 2]!, to);
    }
    for (let index = 0; index < CONDENSED.length; index++) {
      const column = at + CONDENSED[index]!;
      if (index > 0) condensed.byte(COMMA);
      condensed.bytes(bytes, edges[column]! + 1, edges[column + 1]!);
    }
  }

  private carefully(bytes: Buffer, edges: Int32Array, at: number): void {
    for (let column = 0; column < FIELDS; column++) {
      if (column > 0) this.full.byte(COMMA);
      if (this.columns.withIdentityNumbers || IDENTITY[column] === 0) safeField(this.full, bytes, edges[at + column]! + 1, edges[at + column + 1]!);
    }
    for (let index = 0; index < CONDENSED.length; index++) {
      const column = at + CONDENSED[index]!;
      if (index > 0) this.condensed.byte(COMMA);
      safeField(this.condensed, bytes, edges[column]! + 1, edges[column + 1]!);
    }
  }
}

function hasRiskyCell(bytes: Buffer, edges: Int32Array, at: number): boolean {
  const end = at + FIELDS;
  for (let column = at; column < end; column++) {
    const from = edges[column]! + 1;
    const first = bytes[from]!;
    if (first > 0x40 || first === 0x20 || RISKY[first] === 0) continue;
    if (first === QUOTE) {
      if (RISKY[bytes[from + 1]!] === 1 && isRisky(bytes, from + 1, edges[column + 1]! - 1)) return true;
    } else if (isRisky(bytes, from, edges[column + 1]!)) return true;
  }
  return false;
}

/** A bare `-` and plain numbers stay as they are. */
function isRisky(bytes: Buffer, from: number, to: number): boolean {
  if (to <= from || RISKY[bytes[from]!] !== 1) return false;
  const text = bytes.toString('latin1', from, to);
  return text !== '-' && !/^[+-]\d+(\.\d+)?$/.test(text);
}

function safeField(out: OutBytes, bytes: Buffer, from: number, to: number): void {
  const quoted = bytes[from] === QUOTE && to > from;
  const first = quoted ? from + 1 : from;
  if (isRisky(bytes, first, quoted ? to - 1 : to)) {
    if (quoted) out.byte(QUOTE);
    out.byte(APOSTROPHE);
    out.bytes(bytes, first, to);
  } else out.bytes(bytes, from, to);
}

