import { columnIndex } from '../columns';
import { PLAIN_RECORD_MODULE } from './plain-record.generated';

const PAGE = 1 << 16;
const MOST_PAGES = 32768;
/** Edges of the record that is looked at; the first bytes of a reader's part are theirs, then come those of the records that `alike` passes. */
const EDGES = 98;
const EDGES_BYTES = 1280;
/** Where `alike` leaves the position of a line feed, counted in numbers. */
const LINE_FEED = 300;
/** Cells that can be asked for. */
const MOST_CELLS = 32;
/** Cells that are known again; see `cells` in wasm/plain-record.wat. */
export const CELL_SLOTS = 1 << 13;
const COLUMNS_AT = EDGES_BYTES;
const IDS_AT = COLUMNS_AT + MOST_CELLS * 8;
const HEADS_AT = IDS_AT + MOST_CELLS * 4;
const TEXTS_AT = HEADS_AT + CELL_SLOTS * 8;
/** Counties that `alike` may meet in one stretch; California has 58. Their column and its slot, then the same as of cells. */
const COUNTY_SLOTS = 256;
const COUNTY_AT = TEXTS_AT + CELL_SLOTS * 64;
const COUNTY_HEADS_AT = COUNTY_AT + 16;
const COUNTY_TEXTS_AT = COUNTY_HEADS_AT + COUNTY_SLOTS * 8;
/** What belongs to one reader; the first bytes of the memory are the readers'. */
const READER_BYTES = Math.ceil((COUNTY_TEXTS_AT + COUNTY_SLOTS * 64) / 512) * 512;
const COUNTY = columnIndex('STP_ORI_CNTY_NAME');
/** Bytes behind the last one that may be looked at: a line feed, and what is left of a block of sixty-four. */
export const ROOM = 80;

/** Memory that threads share; it can be posted to a worker. */
export interface SharedMemory {
  readonly buffer: SharedArrayBuffer;
}

/** What is used of WebAssembly: the types of Node 20 do not name it. */
interface WebAssemblyDoor {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (
    module: object,
    imports: { readonly env: { readonly memory: SharedMemory } },
  ) => { readonly exports: Readonly<Record<string, unknown>> };
  Memory: new (size: { readonly initial: number; readonly maximum: number; readonly shared: true }) => SharedMemory;
}

const { Module, Instance, Memory } = (globalThis as unknown as { readonly WebAssembly: WebAssemblyDoor }).WebAssembly;

let compiled: object | undefined;

/**
 * Memory whose records are found sixteen bytes at a time. Several threads may look at one memory if each has edges of its own.
 * What a record is stays the business of `RecordScan`: `plain` answers only for records that leave no question.
 */
export class ScanMemory {
  readonly edges: Int32Array;
  private readonly places: Int32Array;
  private readonly find: (position: number, base: number, edges: number) => number;
  /** See `row` in wasm/plain-record.wat; every place is counted from the start of the memory. */
  readonly row: (
    edges: number,
    base: number,
    identity: number,
    full: number,
    condensed: number,
    columns: number,
    count: number,
    tail: number,
    tailBytes: number,
    like: number,
  ) => number;
  /** See `rows` there. */
  readonly rows: (
    edges: number,
    rows: number,
    base: number,
    identity: number,
    full: number,
    condensed: number,
    columns: number,
    count: number,
    tail: number,
    tailBytes: number,
    ends: number,
  ) => number;
  /** See `pass` there. */
  readonly pass: (
    position: number,
    limit: number,
    base: number,
    place: number,
    last: number,
    line: number,
    most: number,
    checked: number,
  ) => number;
  private readonly passAlike: (
    position: number,
    limit: number,
    base: number,
    edges: number,
    most: number,
    checked: number,
    county: number,
    heads: number,
    texts: number,
    slots: number,
    stretch: number,
  ) => number;
  private readonly countFilled: (from: number, to: number) => number;
  private readonly edgesAt: number;
  private readonly setAside: (from: number, to: number) => void;
  private readonly know: (
    edges: number,
    base: number,
    column: number,
    last: number,
    ids: number,
    heads: number,
    texts: number,
    slots: number,
    record: number,
  ) => number;
  private readonly countyHeads: Int32Array;
  private readonly countyTexts: Buffer;
  private record = 0;
  private stretch = 0;
  /** What `cells` answered last. */
  readonly ids: Int32Array;

  /** The memory of `allocate`, and which of its readers this is. */
  constructor(
    readonly memory: SharedMemory,
    reader = 0,
  ) {
    compiled ??= new Module(Buffer.from(PLAIN_RECORD_MODULE, 'base64'));
    const instance = new Instance(compiled, { env: { memory } });
    this.find = instance.exports['plain'] as typeof this.find;
    this.row = instance.exports['row'] as typeof this.row;
    this.rows = instance.exports['rows'] as typeof this.rows;
    this.pass = instance.exports['pass'] as typeof this.pass;
    this.passAlike = instance.exports['alike'] as typeof this.passAlike;
    this.countFilled = instance.exports['filledLines'] as typeof this.countFilled;
    this.setAside = instance.exports['keep'] as typeof this.setAside;
    this.know = instance.exports['cells'] as typeof this.know;
    this.edgesAt = reader * READER_BYTES;
    this.edges = new Int32Array(memory.buffer, this.edgesAt, EDGES);
    this.places = new Int32Array(memory.buffer, this.edgesAt, EDGES_BYTES / 4);
    this.countyHeads = new Int32Array(memory.buffer, this.edgesAt + COUNTY_HEADS_AT, COUNTY_SLOTS * 2);
    this.countyTexts = Buffer.from(memory.buffer, this.edgesAt + COUNTY_TEXTS_AT, COUNTY_SLOTS * 64);
    new Int32Array(memory.buffer, this.edgesAt + COUNTY_AT, 1)[0] = COUNTY | (1 << 8);
    this.ids = new Int32Array(memory.buffer, this.edgesAt + IDS_AT, MOST_CELLS);
  }

  /** Says which cells `cells` is about: their columns, and kinds from 1 to 255. Equal bytes of two kinds are two cells. */
  wantCells(wanted: readonly { readonly column: number; readonly kind: number }[]): void {
    if (wanted.length > MOST_CELLS) throw new RangeError('too many cells are wanted');
    const columns = new Int32Array(this.memory.buffer, this.edgesAt + COLUMNS_AT, MOST_CELLS * 2);
    wanted.forEach(({ column, kind }, index) => columns.set([column | (kind << 8), 0], index * 2));
  }

  /**
   * Writes into `ids` which known cells the wanted cells `[first, last)` of the record at `edges` are, and gives how many of them
   * are not known: those have the complement of the slot that they took, or -1 when they have none. Slots that one record was
   * given stay its own until `nextRecord`. `edges`: where the record's edges stand, in bytes from the start of the memory,
   * unless it is the record last scanned.
   */
  cells(base: number, first: number, last: number, edges = this.edgesAt): number {
    const at = this.edgesAt;
    return this.know(
      edges,
      base,
      at + COLUMNS_AT + first * 8,
      at + COLUMNS_AT + last * 8,
      at + IDS_AT + first * 4,
      at + HEADS_AT,
      at + TEXTS_AT,
      CELL_SLOTS - 1,
      this.record,
    );
  }

  /** What `cells` is asked about from now on are cells of another record. */
  nextRecord(): void {
    this.record = (this.record + 1) | 0 || 1;
  }

  /** Memory with room for so many bytes and readers; pages that nobody writes to cost nothing. */
  static allocate(bytes: number, readers = 1): SharedMemory {
    const pages = Math.ceil((readers * READER_BYTES + bytes + ROOM) / PAGE);
    if (pages > MOST_PAGES) throw new RangeError('a scan memory holds at most 2 GiB');
    return new Memory({ initial: pages, maximum: pages, shared: true });
  }

  /** A part of the memory, counted from behind the edges of so many readers. */
  static part(memory: SharedMemory, offset: number, length: number, readers = 1): Buffer {
    return Buffer.from(memory.buffer, readers * READER_BYTES + offset, length);
  }

  /** Bytes that `part` can give. */
  static size(memory: SharedMemory, readers = 1): number {
    return memory.buffer.byteLength - readers * READER_BYTES;
  }

  has(bytes: Buffer): boolean {
    return bytes.buffer === this.memory.buffer;
  }

  /**
   * Position of the line feed that ends the plain record at `position` of a buffer at `base`, its edges written; -1 when
   * it is not plain. A line feed must stand at or before the end of the bytes.
   */
  plain(base: number, position: number): number {
    return this.find(base + position, base, this.edgesAt);
  }

  /**
   * Passes the plain records that follow at `position` of the bytes at `base`, as long as they are of the same subject and CII as the
   * record last scanned and place a count; gives how many. `checked`: all bytes are UTF-8.
   */
  alike(base: number, position: number, limit: number, mostBytes: number, checked: boolean): number {
    const at = this.edgesAt;
    return this.passAlike(
      base + position,
      base + limit,
      base,
      at,
      mostBytes,
      checked ? 1 : 0,
      at + COUNTY_AT,
      at + COUNTY_HEADS_AT,
      at + COUNTY_TEXTS_AT,
      COUNTY_SLOTS - 1,
      this.stretch,
    );
  }

  /** Forgets which counties `alike` met. */
  nextStretch(): void {
    this.stretch = (this.stretch + 1) | 0 || 1;
  }

  /**
   * Shows cells of STP_ORI_CNTY_NAME that `alike` met since `nextStretch` beside those of the records from which it went on, each once, as
   * they stand in `bytes[from, to)`.
   */
  countiesMet(show: (bytes: Buffer, from: number, to: number) => void): void {
    const { countyHeads, countyTexts } = this;
    for (let slot = 0; slot < COUNTY_SLOTS; slot++)
      if (countyHeads[slot * 2 + 1] === this.stretch)
        show(countyTexts, slot * 64, slot * 64 + (countyHeads[slot * 2]! & 0xff));
  }

  /** Where the line feed of the last record stands that `alike` passed. */
  lineFeedOfLast(): number {
    return this.places[LINE_FEED]!;
  }

  /** `countFilledLines` of bytes in this memory. */
  filledLines(bytes: Buffer, from: number, to: number): number {
    return this.countFilled(bytes.byteOffset + from, bytes.byteOffset + to);
  }

  /** Sets the edges aside at a place counted from the start of the memory; 400 bytes are written there. */
  keep(to: number): void {
    this.setAside(this.edgesAt, to);
  }
}
