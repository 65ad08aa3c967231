import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { RECORD_LIMITS, type RecordLimits } from '../bytes/record-scan';
import { StretchMemory } from '../bytes/stretch-memory';
import { AnnotationsDoNotFitError } from '../errors';
import { openByteSource } from '../scan/byte-source';
import { type StateFile } from '../scan/population';
import { compiledScript, WorkerCrew } from '../threads/worker-crew';
import { type OutputFile, ResultFiles, type WrittenFile } from './output-file';
import { type AnnotateJob, PortionAnnotator, type ResultPortion } from './portion-annotator';
import { type Portion } from './portions';
import { type ResultColumns, type RowAnnotation } from './result-rows';

/** An annotation and the input whose row it belongs to. */
export interface FileAnnotation extends RowAnnotation {
  /** Index of the file in the list of inputs. */
  readonly file: number;
}

/** An input and the portions that `portionsOf` cut it into: they hold for these bytes only. */
export interface PortionedFile extends StateFile {
  readonly portions: readonly Portion[];
}

export interface AnnotateOptions extends ResultColumns {
  /** Sorted by file, then row; one for a row at most. */
  readonly annotations: readonly FileAnnotation[];
  /** An existing folder. */
  readonly outputDir: string;
  /** For what is unpacked; the caller removes it. */
  readonly workDir: string;
  /** Worker threads; 0 does everything in this thread. Default: 2. */
  readonly threads?: number;
  readonly signal?: AbortSignal;
  /** Bytes of the unpacked inputs written so far, and their sum. */
  readonly onProgress?: (written: number, of: number) => void;
  readonly limits?: RecordLimits;
}

/**
 * Passes each input through and appends the annotations: `All_Results`, `All_Results_Condensed` and `Prop64_Results`, with the
 * number of the file in the name when there are several. The bytes are those of the command line, whatever the threads.
 * Nothing stands under its final name before everything is written.
 */
export async function annotateFiles(inputs: readonly PortionedFile[], options: AnnotateOptions): Promise<readonly WrittenFile[]> {
  mkdirSync(options.workDir, { recursive: true, mode: 0o700 });
  const hands = openHands({ annotationHeader: options.annotationHeader, withIdentityNumbers: options.withIdentityNumbers }, options.limits ?? RECORD_LIMITS, options.threads ?? 2);
  const annotations = new AnnotationsInOrder(options.annotations);
  const progress = progressOver(inputs, options.onProgress);
  const outputs: OutputFile[] = [];
  const written: WrittenFile[] = [];
  try {
    for (const [index, input] of inputs.entries()) {
      const files = new ResultFiles(options.outputDir, index, inputs.length);
      outputs.push(...files.all);
      files.begin(options);
      const unpacked = { ...input, path: await unpackedPath(input, join(options.workDir, `annotate-unpacked-${index + 1}`), options.signal) };
      await annotateFile(unpacked, index, annotations, files, hands, progress, options.signal);
      for (const file of files.all) written.push(file.finish());
    }
    annotations.end();
    for (const file of outputs) file.publish();
    return written;
  } catch (error) {
    for (const file of outputs) file.discard();
    throw error;
  } finally {
    await hands.close();
  }
}

/** Portions go to whoever is free, and are written in the order of the file. */
async function annotateFile(input: PortionedFile, index: number, annotations: AnnotationsInOrder, files: ResultFiles, hands: Hands, progress: (bytes: number) => void, signal?: AbortSignal): Promise<void> {
  const name = input.name ?? basename(input.path);
  const free = Array.from({ length: hands.count }, (_, room) => room);
  const running: { readonly done: Promise<ResultPortion>; readonly portion: Portion; readonly room: number }[] = [];
  const settle = async (): Promise<void> => {
    const { done, portion, room } = running.shift()!;
    const result = await done;
    signal?.throwIfAborted();
    files.add(result);
    free.push(room);
    progress(portion.length);
  };
  for (const portion of input.portions) {
    const room = free.pop()!;
    const done = hands.run({ path: input.path, name, portion, annotations: annotations.of(index, portion), room });
    done.catch(() => undefined);
    running.push({ done, portion, room });
    if (running.length >= hands.count) await settle();
  }
  while (running.length > 0) await settle();
}

/** Gives each portion its annotations; whatever then remains belongs to no row. */
class AnnotationsInOrder {
  private next = 0;

  constructor(private readonly all: readonly FileAnnotation[]) {}

  of(file: number, { row, rows }: Portion): RowAnnotation[] {
    const found: RowAnnotation[] = [];
    for (let each = this.all[this.next]; each?.file === file && each.row >= row && each.row < row + rows; each = this.all[++this.next])
      found.push({ row: each.row, csv: each.csv, decided: each.decided });
    return found;
  }

  end(): void {
    if (this.next < this.all.length) throw new AnnotationsDoNotFitError();
  }
}

/** Whoever annotates portions: worker threads, or this one. */
interface Hands {
  /** Portions that may be under way at once, and rooms for their results. */
  readonly count: number;
  run(job: AnnotateJob): Promise<ResultPortion>;
  close(): Promise<void>;
}

function openHands(columns: ResultColumns, limits: RecordLimits, threads: number): Hands {
  const script = compiledScript(__filename, 'annotate-worker');
  if (!script || threads === 0) {
    const annotator = new PortionAnnotator({ columns, limits, memory: StretchMemory.allocate(1, 1), members: 1 });
    return { count: 1, run: (job) => Promise.resolve().then(() => annotator.do(job)), close: () => Promise.resolve(annotator.close()) };
  }
  const count = threads * 2 + 1;
  const crew = new WorkerCrew<AnnotateJob, ResultPortion>(script, threads, { columns, limits, memory: StretchMemory.allocate(threads, count), members: threads });
  return { count, run: (job) => crew.run(job), close: () => crew.close() };
}

/** Where the bytes lie that the portions were counted in; a packed input is unpacked first. */
async function unpackedPath({ path, name = basename(path) }: StateFile, unpackTo: string, signal?: AbortSignal): Promise<string> {
  const source = openByteSource(path, name, unpackTo);
  try {
    if (source.unpacked === path) return path;
    const passed = Buffer.allocUnsafe(1 << 18);
    while ((await source.read(passed, 0)) > 0) signal?.throwIfAborted();
    return source.unpacked;
  } finally {
    source.close();
  }
}

function progressOver(inputs: readonly PortionedFile[], told: AnnotateOptions['onProgress']): (bytes: number) => void {
  const of = inputs.reduce((sum, { portions }) => portions.reduce((bytes, { length }) => bytes + length, sum), 0);
  let written = 0;
  return (bytes) => told?.((written += bytes), of);
}
