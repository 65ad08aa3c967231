import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const FLUSH_AT = 1 << 20;

interface Bucket {
  chunks: Buffer[];
  held: number;
  spilled: boolean;
}

/**
 * Rows that are to stand somewhere else in the file: each is put with its place and taken out in the order of places.
 * Rows wait in one temporary file per stretch of places, so memory does not grow with the file.
 */
export class RowPool {
  private readonly folder: string;
  private readonly buckets: Bucket[];

  /** `places` is the number of places, `stretch` how many of them share a file. */
  constructor(
    private readonly places: number,
    private readonly stretch = 40_000,
    workDir = tmpdir(),
  ) {
    this.folder = mkdtempSync(join(workDir, 'clearway-synth-'));
    this.buckets = Array.from({ length: Math.max(1, Math.ceil(places / stretch)) }, () => ({
      chunks: [],
      held: 0,
      spilled: false,
    }));
  }

  /** Puts a row at a place from 0 (included) to `places` (excluded). */
  put(place: number, row: string): void {
    const index = Math.min(this.buckets.length - 1, Math.floor(place / this.stretch));
    const bucket = this.buckets[index] as Bucket;
    const record = Buffer.allocUnsafe(12 + row.length);
    record.writeDoubleLE(place, 0);
    record.writeUInt32LE(row.length, 8);
    record.write(row, 12, 'latin1');
    bucket.chunks.push(record);
    bucket.held += record.length;
    if (bucket.held >= FLUSH_AT) this.spill(index, bucket);
  }

  private spill(index: number, bucket: Bucket): void {
    const file = openSync(join(this.folder, String(index)), 'a', 0o600);
    writeSync(file, Buffer.concat(bucket.chunks));
    closeSync(file);
    bucket.chunks = [];
    bucket.held = 0;
    bucket.spilled = true;
  }

  /** The rows in the order of their places (rows of one place in the order of `put`). */
  *taken(): Generator<{ place: number; row: string }> {
    for (const [index, bucket] of this.buckets.entries()) {
      const held = Buffer.concat(bucket.chunks);
      const bytes = bucket.spilled ? Buffer.concat([readFileSync(join(this.folder, String(index))), held]) : held;
      bucket.chunks = [];
      const rows: { place: number; row: string }[] = [];
      for (let at = 0; at < bytes.length; ) {
        const length = bytes.readUInt32LE(at + 8);
        rows.push({ place: bytes.readDoubleLE(at), row: bytes.toString('latin1', at + 12, at + 12 + length) });
        at += 12 + length;
      }
      rows.sort((a, b) => a.place - b.place);
      yield* rows;
    }
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
