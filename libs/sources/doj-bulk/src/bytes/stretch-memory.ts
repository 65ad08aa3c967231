import { ROOM, ScanMemory } from './scan-memory';

/** More than a batch or a partition usually has. Pages that nobody writes to cost nothing. */
const NEAR_BYTES = 16 << 20;
/** Rows whose edges can be set aside: more than nearly every person has. */
const KEPT_ROWS = 2048;
/** Numbers of one row: 96 edges, and one that `ScanMemory.row` writes. */
const KEPT_INTS = 100;
const FULL_BYTES = 3 << 19;
const CONDENSED_BYTES = 3 << 18;
const TAIL_BYTES = 1 << 12;

/**
 * Memory of one thread: a stretch of a file is read into it, the edges of its rows are set aside in it, and results are put
 * together in it, so that none of that makes objects.
 */
export class StretchMemory {
  readonly scan: ScanMemory;
  /** Where `near` begins in the memory. */
  readonly base: number;
  readonly full: Buffer;
  readonly condensed: Buffer;
  readonly tail: Buffer;
  /** The whole memory as numbers: edges that were set aside stand in it at `keptAt`. */
  readonly numbers: Int32Array;
  private readonly near: Buffer;
  private readonly firstKept: number;
  private far = Buffer.alloc(0);

  constructor() {
    const sizes = [NEAR_BYTES, KEPT_ROWS * KEPT_INTS * 4, FULL_BYTES, CONDENSED_BYTES, TAIL_BYTES];
    const memory = ScanMemory.allocate(sizes.reduce((sum, size) => sum + size + ROOM, 0));
    let offset = 0;
    const parts = sizes.map((size) => {
      const part = ScanMemory.part(memory, offset, size);
      offset += size + ROOM;
      return part;
    });
    this.scan = new ScanMemory(memory);
    this.near = parts[0]!;
    this.base = this.near.byteOffset;
    this.firstKept = parts[1]!.byteOffset / 4;
    this.full = parts[2]!;
    this.condensed = parts[3]!;
    this.tail = parts[4]!;
    this.numbers = new Int32Array(memory.buffer);
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
