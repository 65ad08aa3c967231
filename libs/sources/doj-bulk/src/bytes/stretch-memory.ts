import { ROOM, ScanMemory, type SharedMemory } from './scan-memory';

/** More than a batch or a partition usually has. Pages that nobody writes to cost nothing. */
const NEAR_BYTES = 16 << 20;
/** Rows whose edges can be set aside: more than nearly every person has. */
export const KEPT_ROWS = 2048;
/** Numbers of one row: 96 edges, and one that `ScanMemory.row` writes. */
const KEPT_INTS = 100;
const TAIL_BYTES = 1 << 12;
const MEMBER_PARTS = [NEAR_BYTES, KEPT_ROWS * KEPT_INTS * 4, TAIL_BYTES];
/** More than the results of a portion usually have: full, condensed, Prop 64. */
const ROOM_PARTS = [3 << 19, 3 << 18, 1 << 18];

/** Where the results of a portion are put together. */
export interface ResultRoom {
  readonly full: Buffer;
  readonly condensed: Buffer;
  readonly prop64: Buffer;
}

/**
 * Memory of the threads of a crew: each reads stretches of a file into its own part and sets the edges of rows aside there, and
 * results are put together in rooms that any thread can read, so that none of that makes objects or is copied.
 */
export class StretchMemory {
  readonly scan: ScanMemory;
  /** Where `near` begins in the memory. */
  readonly base: number;
  readonly tail: Buffer;
  /** The whole memory as numbers: edges that were set aside stand in it at `keptAt`. */
  readonly numbers: Int32Array;
  private readonly near: Buffer;
  private readonly firstKept: number;
  private far = Buffer.alloc(0);

  /** The part of one member in the memory of a crew of so many; alone, in a memory of its own. */
  constructor(
    private readonly memory: SharedMemory = StretchMemory.allocate(1, 0),
    member = 0,
    private readonly members = 1,
  ) {
    const [near, kept, tail] = parts(memory, members, member * room(MEMBER_PARTS), MEMBER_PARTS);
    this.scan = new ScanMemory(memory, member);
    this.near = near!;
    this.base = near!.byteOffset;
    this.firstKept = kept!.byteOffset / 4;
    this.tail = tail!;
    this.numbers = new Int32Array(memory.buffer);
  }

  /** Pages that nobody writes to cost nothing. */
  static allocate(members: number, rooms: number): SharedMemory {
    return ScanMemory.allocate(members * room(MEMBER_PARTS) + rooms * room(ROOM_PARTS), members);
  }

  /** One of the rooms that the memory was allocated with. */
  resultRoom(index: number): ResultRoom {
    const [full, condensed, prop64] = parts(this.memory, this.members, this.members * room(MEMBER_PARTS) + index * room(ROOM_PARTS), ROOM_PARTS);
    return { full: full!, condensed: condensed!, prop64: prop64! };
  }

  /** Room for so many bytes and one more; what was in it before is overwritten. */
  room(length: number): Buffer {
    if (length < this.near.length) return this.near;
    if (this.far.length <= length) this.far = Buffer.allocUnsafeSlow(Math.ceil((length + 1) * 1.1));
    return this.far;
  }

  /** Sets the edges of the record last scanned aside; false when there is no room, or the record is not in this memory. */
  keep(index: number, bytes: Buffer): boolean {
    if (index >= KEPT_ROWS || bytes !== this.near) return false;
    this.scan.keep(this.keptAt(index) * 4);
    return true;
  }

  /** Where in `numbers` the edges stand that were set aside. */
  keptAt(index: number): number {
    return this.firstKept + index * KEPT_INTS;
  }
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
