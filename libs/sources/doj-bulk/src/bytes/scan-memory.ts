import { PLAIN_RECORD_MODULE } from './plain-record.generated';

const PAGE = 1 << 16;
const MOST_PAGES = 4096;
/** Edges of the record that is looked at; the first bytes of the memory are theirs. */
const EDGES = 98;
const EDGES_BYTES = 512;
/** Bytes behind the last one that may be looked at: a line feed, and what is left of a block of sixteen. */
export const ROOM = 32;

/** Memory that threads share; it can be posted to a worker. */
export interface SharedMemory {
  readonly buffer: SharedArrayBuffer;
}

/** What is used of WebAssembly: the types of Node 20 do not name it. */
interface WebAssemblyDoor {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: { readonly env: { readonly memory: SharedMemory } }) => { readonly exports: Readonly<Record<string, unknown>> };
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
  private readonly find: (position: number, base: number, edges: number) => number;
  /** See `row` in wasm/plain-record.wat; every place is counted from the start of the memory. */
  readonly row: (edges: number, base: number, identity: number, full: number, condensed: number, columns: number, count: number, tail: number, tailBytes: number) => number;
  private readonly edgesAt: number;
  private readonly setAside: (from: number, to: number) => void;

  /** The memory of `allocate`, and which of its readers this is. */
  constructor(
    readonly memory: SharedMemory,
    reader = 0,
  ) {
    compiled ??= new Module(Buffer.from(PLAIN_RECORD_MODULE, 'base64'));
    const instance = new Instance(compiled, { env: { memory } });
    this.find = instance.exports['plain'] as typeof this.find;
    this.row = instance.exports['row'] as typeof this.row;
    this.setAside = instance.exports['keep'] as typeof this.setAside;
    this.edgesAt = reader * EDGES_BYTES;
    this.edges = new Int32Array(memory.buffer, this.edgesAt, EDGES);
  }

  /** Memory with room for so many bytes and readers; pages that nobody writes to cost nothing. */
  static allocate(bytes: number, readers = 1): SharedMemory {
    const pages = Math.ceil((readers * EDGES_BYTES + bytes + ROOM) / PAGE);
    if (pages > MOST_PAGES) throw new RangeError('a scan memory holds at most 256 MiB');
    return new Memory({ initial: pages, maximum: pages, shared: true });
  }

  /** A part of the memory, counted from behind the edges of so many readers. */
  static part(memory: SharedMemory, offset: number, length: number, readers = 1): Buffer {
    return Buffer.from(memory.buffer, readers * EDGES_BYTES + offset, length);
  }

  /** Bytes that `part` can give. */
  static size(memory: SharedMemory, readers = 1): number {
    return memory.buffer.byteLength - readers * EDGES_BYTES;
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

  /** Sets the edges aside at a place counted from the start of the memory; 400 bytes are written there. */
  keep(to: number): void {
    this.setAside(this.edgesAt, to);
  }
}
