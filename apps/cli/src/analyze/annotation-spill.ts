import { closeSync, openSync, readFileSync, rmSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type FileAnnotation, type Population, type RowAnnotation, writeAll } from '@clearway/doj-bulk';

const ROWS_PER_BUCKET = 50_000;
const PENDING = 1 << 15;

/**
 * Annotations of people who were decided out of the order of the files, set aside on disk until their rows are written: one
 * bucket for every so many rows of a file, so that memory holds one bucket at a time.
 */
export class AnnotationSpill {
  private readonly folder: string;
  private readonly pending = new Map<number, string[]>();
  private readonly sizes = new Map<number, number>();
  private readonly created = new Set<number>();
  private readonly firstBucket: number[] = [];
  private loaded = -1;
  private sorted: RowAnnotation[] = [];

  constructor(population: Population) {
    this.folder = join(population.workDir, 'annotations');
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    let first = 0;
    for (const file of population.files) {
      this.firstBucket.push(first);
      first += Math.ceil(file.used / ROWS_PER_BUCKET);
    }
  }

  add(annotation: FileAnnotation): void {
    const bucket = this.bucketOf(annotation.file, annotation.row);
    const line = JSON.stringify([annotation.row, annotation.decided ? 1 : 0, annotation.csv]);
    const lines = this.pending.get(bucket) ?? [];
    lines.push(line);
    this.pending.set(bucket, lines);
    const size = (this.sizes.get(bucket) ?? 0) + line.length;
    this.sizes.set(bucket, size);
    if (size > PENDING) this.flush(bucket);
  }

  /** Everything was added. */
  close(): void {
    for (const bucket of this.pending.keys()) this.flush(bucket);
  }

  /** Annotations of the rows `[from, to)` of a file, sorted. Rows must be asked for in their order. */
  of(file: number, from: number, to: number): RowAnnotation[] {
    const found: RowAnnotation[] = [];
    for (let row = from; row < to; row = (Math.floor(row / ROWS_PER_BUCKET) + 1) * ROWS_PER_BUCKET) {
      this.load(this.bucketOf(file, row));
      const first = lowerBound(this.sorted, row);
      for (let index = first; index < this.sorted.length && this.sorted[index]!.row < to; index++) found.push(this.sorted[index]!);
    }
    return found;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private bucketOf(file: number, row: number): number {
    return this.firstBucket[file]! + Math.floor(row / ROWS_PER_BUCKET);
  }

  private load(bucket: number): void {
    if (bucket === this.loaded) return;
    this.loaded = bucket;
    this.sorted = [];
    if (!this.created.has(bucket)) return;
    for (const line of readFileSync(join(this.folder, `${bucket}.lines`), 'utf8').split('\n')) {
      if (line === '') continue;
      const [row, decided, csv] = JSON.parse(line) as [number, number, string];
      this.sorted.push({ row, csv, decided: decided === 1 });
    }
    this.sorted.sort((one, other) => one.row - other.row);
  }

  private flush(bucket: number): void {
    const lines = this.pending.get(bucket);
    if (!lines || lines.length === 0) return;
    const handle = openSync(join(this.folder, `${bucket}.lines`), this.created.has(bucket) ? 'a' : 'w', 0o600);
    this.created.add(bucket);
    try {
      writeAll(handle, Buffer.from(`${lines.join('\n')}\n`, 'utf8'), 'what was decided of people whose rows stand in several places');
    } finally {
      closeSync(handle);
    }
    this.pending.set(bucket, []);
    this.sizes.set(bucket, 0);
  }
}

function lowerBound(sorted: readonly RowAnnotation[], row: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.row < row) low = middle + 1;
    else high = middle;
  }
  return low;
}
