import { readFileSync } from 'node:fs';
import {
  batchesOf,
  gatherScattered,
  isScattered,
  OutputFile,
  type Population,
  type PopulationFile,
  type RecordLimits,
  removeGathered,
  type ResultColumns,
  ResultFiles,
  type ScanOptions,
  scanPopulation,
  type StateFile,
  type WrittenFile,
} from '@clearway/doj-bulk';
import { AnnotationSpill } from './annotation-spill';
import { type Hands, openHands } from './hands';
import { KeptSpool } from './kept-spool';
import { type WorkOrder } from './person-work';
import { type OthersDone, type PartitionDone, type PortionDone, type PortionJob } from './portion-jobs';

export type AnalyzePhase = 'reading' | 'deciding';

export interface AnalyzeOptions {
  /** An existing folder; results appear in it under their names when all of them are whole. */
  readonly outputDir: string;
  /** For what is set aside; the caller removes it. */
  readonly workDir: string;
  /** Worker threads; 0 does everything in this thread. Default: 2. */
  readonly threads?: number;
  /** Who does the work, if the caller opened them before: threads start while it prepares. They are closed in any case. */
  readonly hands?: Hands;
  readonly signal?: AbortSignal;
  /** Finds the population; with sources beside the state's files, the people of all of them. Default: `scanPopulation`. */
  readonly open?: (scan: ScanOptions) => Promise<OpenedPopulation>;
  /** Called when the population is known and before anything is decided: which work, and its columns. May refuse by throwing. */
  readonly prepare: (population: Population) => { readonly order: WorkOrder; readonly columns: ResultColumns };
  /** What was kept of each person, in the order of people. */
  readonly onKept?: (kept: unknown) => void | Promise<void>;
  readonly onProgress?: (phase: AnalyzePhase, done: number, of: number) => void;
  /** For tests. */
  readonly limits?: RecordLimits;
  readonly bufferBytes?: number;
  readonly partitionBytes?: number;
}

export interface Analyzed {
  readonly population: Population;
  readonly files: readonly WrittenFile[];
  /** One of each worker; merge them. */
  readonly tallies: readonly unknown[];
}

/** Who has rows in the state's files, and the ids of the people whom only other sources have. */
export interface OpenedPopulation {
  readonly population: Population;
  readonly others: { readonly count: number; id(index: number): string };
}

const NOBODY_ELSE: OpenedPopulation['others'] = { count: 0, id: () => '' };
const PORTION_BYTES = 1 << 20;

/**
 * Reads, decides and writes in one go: the three results of every input and `rejected_rows.csv`. The same rows, decisions and
 * bytes as `readPersons` followed by `annotateFiles`.
 */
export async function analyzeFiles(inputs: readonly StateFile[], options: AnalyzeOptions): Promise<Analyzed> {
  const hands = options.hands ?? openHands(options.threads ?? 2);
  try {
    const scan: ScanOptions = {
      workDir: options.workDir,
      threads: 0,
      crew: hands.scanCrew,
      signal: options.signal,
      limits: options.limits,
      bufferBytes: options.bufferBytes,
      onProgress: (done, of) => options.onProgress?.('reading', done, of),
    };
    const { population, others } = options.open ? await options.open(scan) : { population: await scanPopulation(inputs, scan), others: NOBODY_ELSE };
    const { order, columns } = options.prepare(population);
    hands.begin(order, population.limits, columns);
    return await decidePopulation(population, others, columns, hands, options);
  } finally {
    await hands.close();
  }
}

async function decidePopulation(population: Population, others: OpenedPopulation['others'], columns: ResultColumns, hands: Hands, options: AnalyzeOptions): Promise<Analyzed> {
  const outputs: OutputFile[] = [];
  const spill = new AnnotationSpill(population);
  const spool = new KeptSpool(population.workDir);
  try {
    await decideScattered(population, hands, spill, spool, options);
    const kept = keptInOrder(spool, options.onKept);
    const written: WrittenFile[] = [];
    for (const file of population.files) {
      const files = new ResultFiles(options.outputDir, file.index, population.files.length);
      outputs.push(...files.all);
      await decideFile(population, file, hands, spill, columns, files, kept, options);
      for (const output of files.all) written.push(output.finish());
    }
    await kept(undefined);
    if (others.count > 0) await decideOthers(others, hands, options);
    const rejected = new OutputFile(options.outputDir, 'rejected_rows.csv');
    outputs.push(rejected);
    rejected.write(readFileSync(population.rejectedRowsFile));
    rejected.rows = population.rejected;
    written.push(rejected.finish());
    const tallies = await hands.tallies();
    options.signal?.throwIfAborted();
    for (const output of outputs) output.publish();
    return { population, files: written, tallies };
  } catch (error) {
    for (const output of outputs) output.discard();
    throw error;
  } finally {
    spill.remove();
    spool.remove();
    removeGathered(population);
  }
}

/** People whose rows stand in several places are decided first, so that their annotations are there when their rows are written. */
async function decideScattered(population: Population, hands: Hands, spill: AnnotationSpill, spool: KeptSpool, options: AnalyzeOptions): Promise<void> {
  const { partitions } = gatherScattered(population, options.partitionBytes, options.signal);
  const running: Promise<PartitionDone>[] = [];
  const settle = async (): Promise<void> => {
    const done = (await running.shift())!;
    for (const annotation of done.annotations) spill.add(annotation);
    spool.add(done.kept);
  };
  for (const { path, people } of partitions) {
    options.signal?.throwIfAborted();
    running.push(hands.partition({ kind: 'partition', path, ...marksOf(population, people) }));
    running[running.length - 1]!.catch(() => undefined);
    if (running.length >= hands.count) await settle();
  }
  while (running.length > 0) await settle();
  spill.close();
}

const OTHERS_AT_ONCE = 500;

/** People whom no state file has come last; their rows are in no result of a state file. */
async function decideOthers({ count, id }: OpenedPopulation['others'], hands: Hands, options: AnalyzeOptions): Promise<void> {
  const running: Promise<OthersDone>[] = [];
  const settle = async (): Promise<void> => {
    const { kept } = await running.shift()!;
    options.signal?.throwIfAborted();
    for (const each of kept) if (each !== undefined) await options.onKept?.(each);
  };
  for (let first = 0; first < count; first += OTHERS_AT_ONCE) {
    const ids = Array.from({ length: Math.min(OTHERS_AT_ONCE, count - first) }, (_, index) => id(first + index));
    const done = hands.others({ kind: 'others', first, ids });
    done.catch(() => undefined);
    running.push(done);
    if (running.length >= hands.count) await settle();
  }
  while (running.length > 0) await settle();
}

async function decideFile(
  population: Population,
  file: PopulationFile,
  hands: Hands,
  spill: AnnotationSpill,
  columns: ResultColumns,
  files: ResultFiles,
  kept: (done: PortionDone | undefined) => Promise<void>,
  options: AnalyzeOptions,
): Promise<void> {
  files.begin(columns);
  const free = Array.from({ length: hands.count }, (_, room) => room);
  const running: { done: Promise<PortionDone>; room: number; end: number }[] = [];
  const settle = async (): Promise<void> => {
    const { done, room, end } = running.shift()!;
    const portion = await done;
    options.signal?.throwIfAborted();
    files.add(portion);
    free.push(room);
    await kept(portion);
    options.onProgress?.('deciding', end, file.size);
  };
  for (const batch of batchesOf(file, options.bufferBytes ?? PORTION_BYTES)) {
    const { extents } = file;
    const endRow = batch.last < extents.count ? extents.rows[batch.last]! : file.used;
    const people = extents.people.slice(batch.first, batch.last);
    const room = free.pop()!;
    const job: PortionJob = {
      kind: 'portion',
      file: file.index,
      name: file.name,
      path: file.path,
      start: batch.start,
      length: batch.length,
      line: extents.lines[batch.first]! + 1,
      rows: extents.rows.slice(batch.first, batch.last),
      ...marksOf(population, people),
      annotations: people.some((person) => isScattered(population, person)) ? spill.of(file.index, extents.rows[batch.first]!, endRow) : [],
      room,
    };
    const done = hands.portion(job);
    done.catch(() => undefined);
    running.push({ done, room, end: batch.start + batch.length });
    if (running.length >= hands.count) await settle();
  }
  while (running.length > 0) await settle();
}

function marksOf(population: Population, people: Int32Array): { people: Int32Array; ids: string[]; flags: Uint8Array } {
  const ids: string[] = [];
  const flags = new Uint8Array(people.length);
  people.forEach((person, index) => {
    ids.push(population.personId(person));
    flags[index] = population.flags[person]!;
  });
  return { people, ids, flags };
}

/** Brings what was kept of scattered people between the others, so that everyone comes in the order of people. */
function keptInOrder(spool: KeptSpool, onKept: AnalyzeOptions['onKept']): (done: PortionDone | undefined) => Promise<void> {
  const bring = async (kept: unknown): Promise<void> => {
    await onKept?.(kept);
  };
  const bringBefore = async (person: number): Promise<void> => {
    for (let each = spool.before(person); each; each = spool.before(person)) await bring(each.kept);
  };
  return async (done) => {
    for (const { person, kept } of done?.kept ?? []) {
      await bringBefore(person);
      await bring(kept);
    }
    if (!done) await bringBefore(Infinity);
  };
}
