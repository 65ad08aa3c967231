import { closeSync, openSync, readSync } from 'node:fs';
import { notWritten, writeAll } from '@clearway/doj-bulk';

const LINE_FEED = 0x0a;
const PENDING_BYTES = 1 << 20;
const WHAT = 'what is set aside of the sources';

/** Where a value stands in a spool. */
export interface Place {
  readonly offset: number;
  readonly length: number;
}

/** Writes values as lines of JSON, one after the other, readable by their owner only. */
export class LineSpoolWriter {
  private readonly file: number;
  private pending: Buffer[] = [];
  private pendingBytes = 0;
  private offset = 0;
  private closed = false;

  constructor(readonly path: string) {
    try {
      this.file = openSync(path, 'w', 0o600);
    } catch (error) {
      throw notWritten(error, WHAT);
    }
  }

  add(value: unknown): Place {
    const bytes = Buffer.from(`${JSON.stringify(value)}\n`, 'utf8');
    const place = { offset: this.offset, length: bytes.length };
    this.offset += bytes.length;
    this.pending.push(bytes);
    this.pendingBytes += bytes.length;
    if (this.pendingBytes >= PENDING_BYTES) this.flush();
    return place;
  }

  /** May be called again. */
  close(): void {
    if (this.closed) return;
    this.closed = true;
    try {
      this.flush();
    } finally {
      closeSync(this.file);
    }
  }

  private flush(): void {
    if (this.pendingBytes > 0) writeAll(this.file, Buffer.concat(this.pending), WHAT);
    this.pending = [];
    this.pendingBytes = 0;
  }
}

const READ_AT_ONCE = 1 << 16;

/** All values of a spool, from the first. */
export function* valuesOfSpool(path: string): Generator<unknown> {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.allocUnsafe(READ_AT_ONCE);
    let held = Buffer.alloc(0);
    for (let count = 1; count > 0; ) {
      count = readSync(file, bytes, 0, bytes.length, null);
      held = Buffer.concat([held, bytes.subarray(0, count)]);
      let from = 0;
      for (let end = held.indexOf(LINE_FEED); end >= 0; end = held.indexOf(LINE_FEED, from)) {
        yield JSON.parse(held.toString('utf8', from, end));
        from = end + 1;
      }
      held = held.subarray(from);
    }
  } finally {
    closeSync(file);
  }
}

/** Reads values of a spool by their places; places that follow each other cost few reads. */
export class LineSpoolReader {
  private file: number | undefined;
  private held = Buffer.alloc(0);
  private heldFrom = 0;

  constructor(private readonly path: string) {}

  read(offset: number, length: number): unknown {
    const from = offset - this.heldFrom;
    if (from < 0 || from + length > this.held.length) this.hold(offset, Math.max(length, READ_AT_ONCE));
    const at = offset - this.heldFrom;
    return JSON.parse(this.held.toString('utf8', at, at + length)) as unknown;
  }

  close(): void {
    if (this.file !== undefined) closeSync(this.file);
    this.file = undefined;
  }

  private hold(offset: number, length: number): void {
    this.file ??= openSync(this.path, 'r');
    const bytes = Buffer.allocUnsafe(length);
    let done = 0;
    for (let count = 1; count > 0 && done < length; done += count)
      count = readSync(this.file, bytes, done, length - done, offset + done);
    this.held = bytes.subarray(0, done);
    this.heldFrom = offset;
  }
}
