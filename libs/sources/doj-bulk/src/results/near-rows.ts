import { CONDENSED_COLUMNS } from '../columns';
import { type StretchMemory } from '../bytes/stretch-memory';
import { type OutBytes } from './out-bytes';
import { type ResultColumns, type RowAnnotation } from './result-rows';

/** More than the longest record has. */
const LONGEST_ROW = 1 << 17;
const LF = 0x0a;

interface Outputs {
  readonly full: OutBytes;
  readonly condensed: OutBytes;
  readonly prop64: OutBytes;
}

/** Writes rows within the memory that they stand in. What it writes is what `ResultRows.row` writes, only faster. */
export class NearRows {
  private full = 0;
  private condensed = 0;
  private readonly blankBytes: number;
  private readonly columnsAt: number;
  private readonly lineFeedAt: number;
  private readonly identity: number;

  constructor(
    private readonly memory: StretchMemory,
    private readonly outputs: Outputs,
    columns: ResultColumns,
  ) {
    const { tail } = memory;
    const blank = `${','.repeat(columns.annotationHeader.length)}\n`;
    this.blankBytes = tail.write(blank, 0, 'latin1');
    if (this.blankBytes < blank.length) throw new RangeError('too many columns are appended');
    tail.set(CONDENSED_COLUMNS, tail.length - CONDENSED_COLUMNS.length);
    this.columnsAt = tail.byteOffset + tail.length - CONDENSED_COLUMNS.length;
    this.lineFeedAt = tail.byteOffset + this.blankBytes - 1;
    this.identity = columns.withIdentityNumbers ? 1 : 0;
  }

  /** False when the row must be written with care; then nothing was written. */
  row(index: number, annotation: RowAnnotation | undefined): boolean {
    const { memory } = this;
    const longest = annotation ? LONGEST_ROW + annotation.csv.length * 3 : LONGEST_ROW;
    if (this.full + longest > memory.full.length || this.condensed + longest > memory.condensed.length) {
      this.flush();
      if (longest > memory.condensed.length) return false;
    }
    const edges = memory.keptAt(index);
    const { tail } = memory;
    const [tailAt, tailBytes] = annotation ? [this.lineFeedAt, 0] : [tail.byteOffset, this.blankBytes];
    const end = memory.scan.row(
      edges * 4,
      memory.base,
      this.identity,
      memory.full.byteOffset + this.full,
      memory.condensed.byteOffset + this.condensed,
      this.columnsAt,
      CONDENSED_COLUMNS.length,
      tailAt,
      tailBytes,
    );
    if (end < 0) return false;
    const start = this.full;
    this.full = end - memory.full.byteOffset;
    this.condensed = memory.numbers[edges + 96]! - memory.condensed.byteOffset;
    if (annotation) {
      this.full = append(memory.full, this.full, annotation.csv);
      this.condensed = append(memory.condensed, this.condensed, annotation.csv);
      if (annotation.decided) this.outputs.prop64.bytes(memory.full, start, this.full);
    }
    return true;
  }

  /** Hands on what was written. */
  flush(): void {
    if (this.full === 0) return;
    this.outputs.full.bytes(this.memory.full, 0, this.full);
    this.outputs.condensed.bytes(this.memory.condensed, 0, this.condensed);
    this.full = 0;
    this.condensed = 0;
  }
}

function append(bytes: Buffer, at: number, csv: string): number {
  bytes[at] = 0x2c;
  const end = at + 1 + bytes.write(csv, at + 1, 'utf8');
  bytes[end] = LF;
  return end + 1;
}
