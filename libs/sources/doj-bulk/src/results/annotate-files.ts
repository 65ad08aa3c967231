import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { COLUMN_COUNT } from '../columns';
import { type RecordLimits } from '../bytes/record-scan';
import { type StateFile } from '../scan/population';
import { rowsInOrder } from '../scan/rows-in-order';
import { type OutputFile, ResultFiles, type WrittenFile } from './output-file';
import { type ResultColumns, ResultRows, type RowAnnotation } from './result-rows';

/** An annotation and the input whose row it belongs to. */
export interface FileAnnotation extends RowAnnotation {
  /** Index of the file in the list of inputs. */
  readonly file: number;
}

export interface AnnotateOptions extends ResultColumns {
  /** Sorted by file, then row; one for a row at most. */
  readonly annotations: AsyncIterable<FileAnnotation> | Iterable<FileAnnotation>;
  /** An existing folder. */
  readonly outputDir: string;
  /** For what is unpacked; the caller removes it. */
  readonly workDir: string;
  readonly signal?: AbortSignal;
  /** Bytes of the inputs read so far. */
  readonly onProgress?: (read: number) => void;
  readonly limits?: RecordLimits;
  readonly bufferBytes?: number;
}

/** Annotations that fit no row that can be used, or are not sorted: what they were made from is not this file. */
export class AnnotationsDoNotFitError extends Error {
  override readonly name = 'AnnotationsDoNotFitError';
  readonly code = 'results.annotations-do-not-fit';
}

/**
 * Passes each input through and appends the annotations: `All_Results`, `All_Results_Condensed` and `Prop64_Results`, with the
 * number of the file in the name when there are several. The bytes are those of the command line. Nothing stands under its
 * final name before everything is written.
 */
export async function annotateFiles(inputs: readonly StateFile[], options: AnnotateOptions): Promise<readonly WrittenFile[]> {
  mkdirSync(options.workDir, { recursive: true, mode: 0o700 });
  const annotations = cursor(options.annotations);
  const outputs: OutputFile[] = [];
  const written: WrittenFile[] = [];
  let before = 0;
  try {
    await annotations.advance();
    for (const [index, input] of inputs.entries()) {
      const files = new ResultFiles(options.outputDir, index, inputs.length);
      outputs.push(...files.all);
      const rows = new ResultRows(options);
      rows.header();
      before += await annotateFile(input, index, rows, files, annotations, options, before);
      for (const file of files.all) written.push(file.finish());
    }
    if (annotations.current) throw misfit();
    for (const file of outputs) file.publish();
    return written;
  } catch (error) {
    for (const file of outputs) file.discard();
    throw error;
  }
}

async function annotateFile(
  input: StateFile,
  index: number,
  rows: ResultRows,
  files: ResultFiles,
  annotations: Cursor,
  options: AnnotateOptions,
  before: number,
): Promise<number> {
  const name = input.name ?? basename(input.path);
  let taken = 0;
  const waiting: FileAnnotation[] = [];
  let next = 0;
  const fill = async (): Promise<void> => {
    waiting.splice(0, next);
    next = 0;
    while (waiting.length < 4096 && annotations.current?.file === index) {
      waiting.push(annotations.current);
      await annotations.advance();
    }
  };
  await fill();
  let pending: { bytes: Buffer; edges: Int32Array; row: number }[] = [];
  const write = (bytes: Buffer, edges: Int32Array, row: number): void => {
    const annotation = waiting[next]?.row === row ? waiting[next++] : undefined;
    if (waiting[next] !== undefined && waiting[next]!.row <= row) throw misfit();
    rows.row(bytes, edges, 0, annotation);
    files.full.rows++;
    files.condensed.rows++;
    if (annotation?.decided) files.prop64.rows++;
  };
  await rowsInOrder(
    { ...input, name },
    { unpackTo: join(options.workDir, `annotate-unpacked-${index + 1}`), limits: options.limits, bufferBytes: options.bufferBytes, signal: options.signal },
    (reader, row) => {
      // Annotations come asynchronously, rows do not: rows beyond the annotations at hand wait for the end of the buffer.
      const short = next >= waiting.length && annotations.current?.file === index;
      if (pending.length === 0 && !short) write(reader.bytes, reader.at.edges, row);
      else pending.push(copyOf(reader.bytes, reader.at.edges, row));
    },
    async (bytesTaken) => {
      for (const each of pending) {
        if (next >= waiting.length) await fill();
        write(each.bytes, each.edges, each.row);
      }
      pending = [];
      await fill();
      files.full.write(rows.full.view());
      files.condensed.write(rows.condensed.view());
      files.prop64.write(rows.prop64.view());
      rows.clear();
      taken = bytesTaken;
      options.onProgress?.(before + bytesTaken);
    },
  );
  if (next < waiting.length || annotations.current?.file === index) throw misfit();
  return taken;
}

function copyOf(bytes: Buffer, edges: Int32Array, row: number): { bytes: Buffer; edges: Int32Array; row: number } {
  const shift = edges[0]! + 1;
  const last = edges[COLUMN_COUNT]!;
  return { bytes: Buffer.from(bytes.subarray(shift, last)), edges: edges.map((edge) => edge - shift), row };
}

function misfit(): AnnotationsDoNotFitError {
  return new AnnotationsDoNotFitError('The stored annotations do not fit the rows of the inputs: they were made from other files, or are not sorted. Run the decision again.');
}

interface Cursor {
  current: FileAnnotation | undefined;
  advance(): Promise<void>;
}

function cursor(source: AnnotateOptions['annotations']): Cursor {
  const iterator = Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
  const result: Cursor = {
    current: undefined,
    advance: async () => {
      const next = await iterator.next();
      result.current = next.done ? undefined : next.value;
    },
  };
  return result;
}
