import { type RecordLimits } from '../bytes/record-scan';
import { type SharedMemory } from '../bytes/scan-memory';
import { StretchMemory } from '../bytes/stretch-memory';
import { AnnotationsDoNotFitError } from '../errors';
import { RangeReader } from '../persons/batches';
import { RowReader } from '../rows/row-reader';
import { type Portion } from './portions';
import { type ResultColumns, ResultRows, type RowAnnotation } from './result-rows';

/** What a thread that annotates starts with. */
export interface AnnotatorData {
  readonly columns: ResultColumns;
  readonly limits: RecordLimits;
  /** A `StretchMemory` of so many members, with rooms for results. */
  readonly memory: SharedMemory;
  readonly members: number;
}

/** A portion of a file, and what its rows get. */
export interface AnnotateJob {
  /** The unpacked bytes, and what messages call the file. */
  readonly path: string;
  readonly name: string;
  readonly portion: Portion;
  /** Sorted by row, one for a row at most. */
  readonly annotations: readonly RowAnnotation[];
  /** Which room of the memory the results go to; not to be given to another job before they were used. */
  readonly room: number;
}

/** Rows of the three results of one input, in the order of the input; they stand in shared memory, or in a buffer of their own. */
export interface ResultPortion {
  readonly full: Uint8Array;
  readonly condensed: Uint8Array;
  readonly prop64: Uint8Array;
  readonly rows: number;
  readonly prop64Rows: number;
}

/** Passes portions through and appends annotations, in a worker thread or in this one. */
export class PortionAnnotator {
  private readonly memory: StretchMemory;
  private readonly rows: ResultRows;
  private readonly reader: RowReader;
  private open: { readonly path: string; readonly file: RangeReader } | undefined;

  /** `member`: which of the members of the memory this one is. */
  constructor({ columns, limits, memory, members }: AnnotatorData, member = 0) {
    this.memory = new StretchMemory(memory, member, members);
    this.rows = new ResultRows(columns, this.memory);
    this.reader = new RowReader(limits, this.memory.scan);
  }

  /** Throws an `AnnotationsDoNotFitError` when the rows are not those that were counted, or an annotation belongs to none. */
  do({ path, name, portion, annotations, room }: AnnotateJob): ResultPortion {
    const { reader, rows, memory } = this;
    rows.startIn(memory.resultRoom(room));
    reader.over(this.fileOf(path, name).read(portion.start, portion.length), portion.length, true);
    let { row } = portion;
    let next = 0;
    let prop64Rows = 0;
    for (let result = reader.next(); result !== 'end'; result = reader.next()) {
      if (result !== 'row') continue;
      const annotation = annotations[next]?.row === row ? annotations[next++] : undefined;
      if (annotation?.decided) prop64Rows++;
      // Where the record lies in this thread's memory its edges stay there, and the row is put together there.
      if (memory.keep(0, reader.bytes)) rows.keptRow(reader.bytes, 0, annotation);
      else rows.row(reader.bytes, reader.at.edges, 0, annotation);
      row++;
    }
    if (next < annotations.length || row !== portion.row + portion.rows) throw new AnnotationsDoNotFitError();
    return { ...rows.take(), rows: portion.rows, prop64Rows };
  }

  close(): void {
    this.open?.file.close();
    this.open = undefined;
  }

  private fileOf(path: string, name: string): RangeReader {
    if (this.open?.path === path) return this.open.file;
    this.close();
    this.open = { path, file: new RangeReader(path, name, this.memory) };
    return this.open.file;
  }
}

/** Buffers of a portion that outgrew its room: they move between threads. What stands in the shared memory stays there. */
export function ownBuffersOf({ full, condensed, prop64 }: ResultPortion): ArrayBuffer[] {
  return [full, condensed, prop64].flatMap(({ buffer }) => (buffer instanceof ArrayBuffer ? [buffer] : []));
}
