import { COLUMN_COUNT, CONDENSED_COLUMNS } from '../columns';
import { type StretchMemory } from '../bytes/stretch-memory';
import { type OutBytes } from './out-bytes';
import { type ResultColumns, type RowAnnotation } from './result-rows';

/** More than the longest record has. */
const LONGEST_ROW = 1 << 17;
const FIELDS = COLUMN_COUNT;
const ENDS_BYTES = 16;

/** The condensed columns as runs of such that stand one behind the other: the first of each, and the one behind its last. */
const CONDENSED_RUNS = CONDENSED_COLUMNS.reduce<[first: number, behind: number][]>((runs, column) => {
  const last = runs[runs.length - 1];
  if (last?.[1] === column) last[1]++;
  else runs.push([column, column + 1]);
  return runs;
}, []);

interface Outputs {
  readonly full: OutBytes;
  readonly condensed: OutBytes;
  readonly prop64: OutBytes;
}

/** Writes rows within the memory that they and the outputs stand in. What it writes is what `ResultRows.row` writes, only faster. */
export class NearRows {
  private readonly blankBytes: number;
  private readonly columnsAt: number;
  /** Where `blankRows` is told how far it came: two numbers. */
  private readonly endsAt: number;
  private readonly lineFeedAt: number;
  private readonly identity: number;
  private fullAt = 0;
  private condensedAt = 0;

  constructor(
    private readonly memory: StretchMemory,
    private readonly outputs: Outputs,
    columns: ResultColumns,
  ) {
    const { tail } = memory;
    const blank = `${','.repeat(columns.annotationHeader.length)}\n`;
    this.blankBytes = tail.write(blank, 0, 'latin1');
    if (this.blankBytes < blank.length || this.blankBytes > tail.length / 2 - ENDS_BYTES)
      throw new RangeError('too many columns are appended');
    tail.set(CONDENSED_RUNS.flat(), tail.length - CONDENSED_RUNS.length * 2);
    this.columnsAt = tail.byteOffset + tail.length - CONDENSED_RUNS.length * 2;
    this.endsAt = tail.byteOffset + tail.length / 2;
    this.lineFeedAt = tail.byteOffset + this.blankBytes - 1;
    this.identity = columns.withIdentityNumbers ? 1 : 0;
  }

  /** The outputs have begun anew, in rooms of the memory. */
  begin(): void {
    this.fullAt = this.outputs.full.buffer.byteOffset;
    this.condensedAt = this.outputs.condensed.buffer.byteOffset;
  }

  /** Writes rows without annotations that were set aside one behind the other; gives how many, before one that must be written with care. */
  blankRows(first: number, count: number): number {
    const { memory } = this;
    const { full, condensed } = this.outputs;
    const { numbers, scan, tail } = memory;
    const at = memory.keptAt(first);
    const bytes =
      numbers[memory.keptAt(first + count - 1) + FIELDS]! - numbers[at]! + count * this.blankBytes + LONGEST_ROW;
    if (!full.near || !condensed.near || !full.hasRoom(bytes) || !condensed.hasRoom(bytes)) return 0;
    const written = scan.rows(
      at * 4,
      count,
      memory.base,
      this.identity,
      this.fullAt + full.length,
      this.condensedAt + condensed.length,
      this.columnsAt,
      CONDENSED_RUNS.length,
      tail.byteOffset,
      this.blankBytes,
      this.endsAt,
    );
    full.length = numbers[this.endsAt / 4]! - this.fullAt;
    condensed.length = numbers[this.endsAt / 4 + 1]! - this.condensedAt;
    return written;
  }

  /** False when the row must be written with care; then nothing was written. */
  row(index: number, annotation: RowAnnotation | undefined): boolean {
    const { memory, fullAt, condensedAt } = this;
    const { full, condensed, prop64 } = this.outputs;
    if (!full.near || !condensed.near || !full.hasRoom(LONGEST_ROW) || !condensed.hasRoom(LONGEST_ROW)) return false;
    const edges = memory.keptAt(index);
    const end = memory.scan.row(
      edges * 4,
      memory.base,
      this.identity,
      fullAt + full.length,
      condensedAt + condensed.length,
      this.columnsAt,
      CONDENSED_RUNS.length,
      annotation ? this.lineFeedAt : memory.tail.byteOffset,
      annotation ? 0 : this.blankBytes,
      0,
    );
    if (end < 0) return false;
    const start = full.length;
    full.length = end - fullAt;
    condensed.length = memory.numbers[edges + 96]! - condensedAt;
    if (annotation) {
      const behind = full.length;
      full.text(`,${annotation.csv}\n`);
      condensed.bytes(full.buffer, behind, full.length);
      if (annotation.decided) prop64.bytes(full.buffer, start, full.length);
    }
    return true;
  }
}
