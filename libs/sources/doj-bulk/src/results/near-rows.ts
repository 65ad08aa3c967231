import { CONDENSED_COLUMNS } from '../columns';
import { type StretchMemory } from '../bytes/stretch-memory';
import { type OutBytes } from './out-bytes';
import { type ResultColumns, type RowAnnotation } from './result-rows';

/** More than the longest record has. */
const LONGEST_ROW = 1 << 17;

interface Outputs {
  readonly full: OutBytes;
  readonly condensed: OutBytes;
  readonly prop64: OutBytes;
}

/** Writes rows within the memory that they and the outputs stand in. What it writes is what `ResultRows.row` writes, only faster. */
export class NearRows {
  private readonly blankBytes: number;
  private readonly columnsAt: number;
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
    if (this.blankBytes < blank.length) throw new RangeError('too many columns are appended');
    tail.set(CONDENSED_COLUMNS, tail.length - CONDENSED_COLUMNS.length);
    this.columnsAt = tail.byteOffset + tail.length - CONDENSED_COLUMNS.length;
    this.lineFeedAt = tail.byteOffset + this.blankBytes - 1;
    this.identity = columns.withIdentityNumbers ? 1 : 0;
  }

  /** The outputs have begun anew, in rooms of the memory. */
  begin(): void {
    this.fullAt = this.outputs.full.buffer.byteOffset;
    this.condensedAt = this.outputs.condensed.buffer.byteOffset;
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
      CONDENSED_COLUMNS.length,
      annotation ? this.lineFeedAt : memory.tail.byteOffset,
      annotation ? 0 : this.blankBytes,
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
