import { type RecordLimits } from '../bytes/record-scan';
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
}

/** A portion of a file, and what its rows get. */
export interface AnnotateJob {
  /** The unpacked bytes, and what messages call the file. */
  readonly path: string;
  readonly name: string;
  readonly portion: Portion;
  /** Sorted by row, one for a row at most. */
  readonly annotations: readonly RowAnnotation[];
  /** Buffers of an earlier result, to be used again. */
  readonly buffers: readonly ArrayBuffer[];
}

/** Rows of the three results of one input, in the order of the input. */
export interface ResultPortion {
  readonly full: Uint8Array;
  readonly condensed: Uint8Array;
  readonly prop64: Uint8Array;
  readonly rows: number;
  readonly prop64Rows: number;
}

/** Passes portions through and appends annotations, in a worker thread or in this one. */
export class PortionAnnotator {
  private readonly memory = new StretchMemory();
  private readonly rows: ResultRows;
  private readonly reader: RowReader;
  private open: { readonly path: string; readonly file: RangeReader } | undefined;

  constructor({ columns, limits }: AnnotatorData) {
    this.rows = new ResultRows(columns, this.memory);
    this.reader = new RowReader(limits, this.memory.scan);
  }

  /** Throws an `AnnotationsDoNotFitError` when the rows are not those that were counted, or an annotation belongs to none. */
  do({ path, name, portion, annotations, buffers }: AnnotateJob): ResultPortion {
    const { reader, rows, memory } = this;
    rows.useAgain(buffers);
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

/** The buffers of a portion: they move between threads, and are used again. */
export function buffersOf({ full, condensed, prop64 }: ResultPortion): ArrayBuffer[] {
  return [full, condensed, prop64].map(({ buffer }) => buffer as ArrayBuffer);
}
