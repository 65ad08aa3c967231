import { COLUMN_COUNT } from '../columns';
import { type EdgedRecord } from './record-scan';
import { ROOM, ScanMemory, type SharedMemory } from './scan-memory';

/** More than a batch or a partition usually has. Pages that nobody writes to cost nothing. */
const NEAR_BYTES = 16 << 20;
/** The same in a room: more than a portion usually has. */
export const ROOM_BYTES = 4 << 20;
/** Room behind the bytes of a file for rows that do not stand there in UTF-8, as they are read: each with its place among those bytes before it. */
const REWRITTEN_BYTES = 1 << 18;
/** Bytes of that place, and of the longest such row: longer ones are looked at again whenever they are needed. */
const PLACE_BYTES = 4;
const LONGEST_REWRITTEN = 1 << 16;
/** Rows whose edges can be set aside: more than a portion usually has. */
export const KEPT_ROWS = 4096;
/** Numbers of one row: 96 edges; the position behind its line, which `ScanMemory.row` overwrites; its line and marks; its order, a double. */
const KEPT_INTS = 100;
const LINE_FEED = 96;
const LINE = 97;
/**
 * Beside the line: the row may have a sign; its person is that of the row before, its step, and its case numbers in that step; 16 is for
 * `rows` in wasm/plain-record.wat.
 */
const LINE_SHIFT = 5;
const SIGN = 1;
const SAME_PERSON = 2;
const SAME_STEP = 4;
const SAME_NUMBERS = 8;
const ORDER = 49;
const TAIL_BYTES = 1 << 12;
const KEPT_BYTES = KEPT_ROWS * KEPT_INTS * 4;
const MEMBER_PARTS = [NEAR_BYTES + REWRITTEN_BYTES, KEPT_BYTES, TAIL_BYTES];
/** Rows and their edges, then more than the results of a portion usually have: full, condensed, Prop 64. */
const ROOM_PARTS = [ROOM_BYTES + REWRITTEN_BYTES, KEPT_BYTES, 3 << 19, 3 << 18, 1 << 18];

/** Where the results of a portion are put together. */
export interface ResultRoom {
  readonly full: Buffer;
  readonly condensed: Buffer;
  readonly prop64: Buffer;
}

/**
 * Memory of the threads of a crew, so that nothing between them makes objects or is copied. Each has a part of its own, into which
 * it reads stretches of a file and sets the edges of rows aside. The rooms are everybody's: one thread reads and sets aside there,
 * another goes on with it, and results are put together there for whoever writes them.
 */
export class StretchMemory {
  readonly scan: ScanMemory;
  /** Where the bytes begin in the memory. */
  base = 0;
  readonly tail: Buffer;
  /** The whole memory as numbers: edges that were set aside stand in it at `keptAt`. */
  readonly numbers: Int32Array;
  private readonly doubles: Float64Array;
  private readonly own: Place;
  private near: Buffer = Buffer.alloc(0);
  private firstKept = 0;
  /** Where rows that were rewritten begin in `near`, and behind the last of them. */
  private rewritten = 0;
  private rewrittenTo = 0;
  private far = Buffer.alloc(0);

  /** The part of one member in the memory of a crew of so many; alone, in a memory of its own. */
  constructor(
    private readonly memory: SharedMemory = StretchMemory.allocate(1, 0),
    member = 0,
    private readonly members = 1,
  ) {
    const [near, kept, tail] = parts(memory, members, member * room(MEMBER_PARTS), MEMBER_PARTS);
    this.scan = new ScanMemory(memory, member);
    this.own = { near: near!, kept: kept! };
    this.standIn(this.own);
    this.tail = tail!;
    this.numbers = new Int32Array(memory.buffer);
    this.doubles = new Float64Array(memory.buffer);
  }

  /** Pages that nobody writes to cost nothing. */
  static allocate(members: number, rooms: number): SharedMemory {
    return ScanMemory.allocate(members * room(MEMBER_PARTS) + rooms * room(ROOM_PARTS), members);
  }

  /** One of the rooms that the memory was allocated with. */
  resultRoom(index: number): ResultRoom {
    const [, , full, condensed, prop64] = this.roomParts(index);
    return { full: full!, condensed: condensed!, prop64: prop64! };
  }

  /** From now on bytes and edges are those of a room. */
  enter(index: number): void {
    const [near, kept] = this.roomParts(index);
    this.standIn({ near: near!, kept: kept! });
  }

  /** From now on bytes and edges are those of the own part, as in the beginning. */
  leave(): void {
    this.standIn(this.own);
  }

  /** The bytes under the edges that were set aside. */
  get bytes(): Buffer {
    return this.near;
  }

  /** Room for so many bytes and one more; what was in it before is overwritten. */
  room(length: number): Buffer {
    this.rewrittenTo = this.rewritten;
    if (length < this.rewritten) return this.near;
    if (this.far.length <= length) this.far = Buffer.allocUnsafeSlow(Math.ceil((length + 1) * 1.1));
    return this.far;
  }

  /** Sets the edges of the record last scanned aside; false when there is no room, or the record is not in this memory. */
  keep(index: number, bytes: Buffer): boolean {
    if (index >= KEPT_ROWS || bytes !== this.near) return false;
    const at = this.keptAt(index);
    this.scan.keep(at * 4);
    // Nothing is known of it before somebody says so.
    this.numbers[at + LINE] = 0;
    return true;
  }

  /**
   * Copies a row that was rewritten in UTF-8 into the memory and sets its edges aside; false when there is no room. `bytes`: the row, under
   * its edges; `place`: its first byte in the bytes of the file.
   */
  keepRewritten(index: number, { edges }: EdgedRecord, bytes: Buffer, place: number): boolean {
    const { near, numbers } = this;
    const length = edges[COLUMN_COUNT]!;
    const from = this.rewrittenTo + PLACE_BYTES;
    if (index >= KEPT_ROWS || length > LONGEST_REWRITTEN || from + length > near.length) return false;
    near.writeInt32LE(place, this.rewrittenTo);
    bytes.copy(near, from, 0, length);
    const at = this.keptAt(index);
    for (let edge = 0; edge <= COLUMN_COUNT; edge++) numbers[at + edge] = edges[edge]! + from;
    this.rewrittenTo = from + length;
    return true;
  }

  /** First byte of a row that was set aside, where it stands in the bytes of the file. */
  placeOf(index: number): number {
    const first = this.numbers[this.keptAt(index)]! + 1;
    return first < this.rewritten ? first : this.near.readInt32LE(first - PLACE_BYTES);
  }

  /** Sets line and order aside with the edges, and whether the row has a sign (`RowReader.signs`). */
  note(index: number, line: number, order: number, sign: boolean): void {
    const at = this.keptAt(index);
    this.numbers[at + LINE] = (line << LINE_SHIFT) | (sign ? SIGN : 0);
    this.doubles[at / 2 + ORDER] = order;
  }

  lineOf(index: number): number {
    return this.numbers[this.keptAt(index) + LINE]! >> LINE_SHIFT;
  }

  /** Do name, sex, birth date, CII and subject surely stand in the row as in the one before? */
  isSamePerson(index: number): boolean {
    return (this.numbers[this.keptAt(index) + LINE]! & SAME_PERSON) !== 0;
  }

  /** Do all cells of the step, from CYC_DATE to STP_ORI_CNTY_NAME, surely stand in the row as in the one before? */
  isSameStep(index: number): boolean {
    return (this.numbers[this.keptAt(index) + LINE]! & SAME_STEP) !== 0;
  }

  /** Are all rows behind `since`, up to the one at `index`, of the step of the row before them? */
  isSameStepSince(since: number, index: number): boolean {
    for (let each = index; each > since; each--) if (!this.isSameStep(each)) return false;
    return index > since;
  }

  /** `isSameStep`, and are OFN and FE_NUM_CRT_CASE those of the row before? */
  isSameNumbers(index: number): boolean {
    return (this.numbers[this.keptAt(index) + LINE]! & SAME_NUMBERS) !== 0;
  }

  /** 1 when the row has a sign, or may have one; else 0. */
  signOf(index: number): number {
    return this.numbers[this.keptAt(index) + LINE]! & SIGN;
  }

  orderOf(index: number): number {
    return this.doubles[this.keptAt(index) / 2 + ORDER]!;
  }

  /** Where the line feed of a row stands that `ScanMemory.pass` set aside. */
  lineFeedOf(index: number): number {
    return this.numbers[this.keptAt(index) + LINE_FEED]!;
  }

  /** Where in `numbers` the edges stand that were set aside. */
  keptAt(index: number): number {
    return this.firstKept + index * KEPT_INTS;
  }

  private standIn({ near, kept }: Place): void {
    this.near = near;
    this.base = near.byteOffset;
    this.firstKept = kept.byteOffset / 4;
    this.rewritten = near.length - REWRITTEN_BYTES;
    this.rewrittenTo = this.rewritten;
  }

  private roomParts(index: number): Buffer[] {
    return parts(this.memory, this.members, this.members * room(MEMBER_PARTS) + index * room(ROOM_PARTS), ROOM_PARTS);
  }
}

/** Bytes of a file, and edges of rows in them. */
interface Place {
  readonly near: Buffer;
  readonly kept: Buffer;
}

/** Bytes that parts of these sizes take, with room behind each. */
function room(sizes: readonly number[]): number {
  return sizes.reduce((sum, size) => sum + size + ROOM, 0);
}

function parts(memory: SharedMemory, members: number, offset: number, sizes: readonly number[]): Buffer[] {
  let at = offset;
  return sizes.map((size) => {
    const part = ScanMemory.part(memory, at, size, members);
    at += size + ROOM;
    return part;
  });
}
