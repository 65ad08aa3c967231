import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OutputFile, type Population, requireCounty, type StateFile, type WrittenFile } from '@clearway/doj-bulk';
import { annotationRun, closeBooks, DecidedTexts, type FiledOtherwise, OutputFolder, type OutputChoices, OwedByRecord, outputsRun, type OutputsRun, RunCases, type RunCaseData, RunLetters, RunPapers, type CaseInputs, type ReadBookInput, type ReadCourtFiles, type DoneLists, withDoneLists } from '@clearway/outputs';
import { type FormLibrary } from '@clearway/court-forms';
import { type BatchStoreLookup, type TemplateFile } from '@clearway/papers';
import { type ContactRow, readContactFile } from '@clearway/letters';
import { type OtherFile, type SortedInputs } from '@clearway/population';
import { type CalendarDate } from '@clearway/record';
import { annotationHeader, type CaseFactsCounts, type FileCounts, type LettersCounts, type PapersCounts, type ResultRows, type RunSourcesCounts, Tally, type TallyJson } from '@clearway/reports';
import { type Analyzed, analyzeFiles } from '../analyze/analyze-files';
import { type DecideSettings, type KeptPerson } from '../analyze/decide-people';
import { type Hands } from '../analyze/hands';
import { type KeptMixedPerson } from '../analyze/decide-mixed';
import { isJoinedRun } from '../sources/run-inputs';
import { type MixedResults } from './mixed-results';

/** What `clearway analyze` was asked for, checked. */
export interface ResultsRequest {
  readonly inputs: readonly StateFile[];
  /** Courts' exports and RAP sheets; their files come after the state's. */
  readonly others?: SortedInputs['others'];
  readonly county: string;
  readonly asOf: CalendarDate;
  /** Name of a preset, or a policy's text. */
  readonly policy: string;
  readonly papers: OutputChoices['papers'];
  /** The office's own court profiles. */
  readonly courts?: ReadCourtFiles;
  readonly templates?: readonly TemplateFile[];
  /** Batches of an earlier run, for what need not be drawn again. */
  readonly earlier?: BatchStoreLookup;
  /** Short name of the office. */
  readonly office?: string;
  /** The office's forms of courts; asked for only where a court wants one. */
  readonly forms?: () => Promise<FormLibrary>;
  /** Threads that draw papers. */
  readonly threads: number;
  readonly letters: boolean;
  readonly contactsFile?: string;
  readonly withIdentityNumbers: boolean;
  /** Who reads and decides; closed when that is done. */
  readonly hands: Hands;
  readonly cases?: { readonly data: RunCaseData; readonly inputs: CaseInputs };
  /** Lists of what already happened. */
  readonly done?: DoneLists;
  /** What courts said of cases before. */
  readonly book?: ReadBookInput;
}

export interface ResultsSurroundings {
  /** Where everything is written; nobody looks there before this has ended well. */
  readonly folder: string;
  readonly signal: AbortSignal;
  readonly onProgress: (stage: 'reading' | 'reading people' | 'joining people' | 'deciding' | 'papers', done: number, total: number) => void;
  /** Told when a stage begins; the caller knows the time. */
  readonly onStage: (stage: 'reading' | 'deciding' | 'papers' | 'letters' | 'reports') => void;
}

export interface Results {
  /** Paths below the folder of everything that is handed out. */
  readonly files: readonly string[];
  readonly population: Population;
  readonly tally: TallyJson;
  readonly papers?: PapersCounts;
  /** Packets whose files were taken from an earlier run's batches. */
  readonly packetsReused: number;
  /** Lines of released batches that this run decides otherwise. */
  readonly filedOtherwise: readonly FiledOtherwise[];
  readonly letters?: LettersCounts;
  readonly cases?: CaseFactsCounts;
  readonly sources?: RunSourcesCounts;
  /** What every file counted, those of the state first. */
  readonly inputs: readonly FileCounts[];
  /** Inputs that are no files of the state, as they were found. */
  readonly others: readonly OtherFile[];
}

/** The whole work of `clearway analyze` but moving the results to their names. */
export async function writeResults(request: ResultsRequest, around: ResultsSurroundings): Promise<Results> {
  const contacts = request.contactsFile === undefined ? undefined : await contactsOf(request.contactsFile);
  const choicesWith = (cases: ResultsRequest['cases']): OutputChoices => ({
    papers: request.papers,
    letters: request.letters,
    contacts: contacts?.sha256 ?? null,
    withIdentityNumbers: request.withIdentityNumbers,
    ...(request.templates ? { templates: request.templates } : {}),
    ...(request.office ? { office: request.office } : {}),
    ...(request.courts && request.courts.inputs.length > 0 ? { courts: request.courts.inputs } : {}),
    ...(request.book && request.book.sha256 !== '' ? { matches: request.book.sha256 } : {}),
    ...(request.book && request.book.filedSha256 !== '' ? { filedBefore: request.book.filedSha256 } : {}),
    ...(cases ? { cases: cases.inputs } : {}),
  });
  const keepsPeople = request.papers !== 'none' || request.letters || request.cases !== undefined || request.done !== undefined;
  const books = new DecidedBooks(around.folder);
  let begun: BegunRun | undefined;
  around.onStage('reading');
  const mixed = await mixedResults(request, around.folder);
  try {
    const analyzed = await analyzeFiles(request.inputs, {
      outputDir: around.folder,
      workDir: join(around.folder, 'work'),
      signal: around.signal,
      hands: request.hands,
      ...(mixed ? { open: (scan) => mixed.open(scan, around.onProgress) } : {}),
      prepare: (population) => {
        around.onStage('deciding');
        const cases = request.done ? withDoneLists(request.cases, request.done, mixed?.sources.joined?.listed) : request.cases;
        const choices = choicesWith(cases);
        const run = outputsRun(requireCounty(population, request.county), request.asOf, request.policy, [...population.files.map(countsOf), ...(mixed?.otherFiles() ?? [])], choices);
        begun = beginRun(run, contacts?.rows, request, cases?.data);
        books.begin(run);
        mixed?.begin(run);
        const keepPeople = keepsPeople || begun.owed !== undefined;
        const settings: DecideSettings = { policy: run.policy, county: run.county, annotation: annotationRun(run), keepPeople, fileNames: run.files.map(({ name }) => name), ...(cases ? { cases: caseDataOf(cases.data) } : {}) };
        return { order: mixed?.order(settings, run.files) ?? { module: join(__dirname, '..', 'analyze', 'decide-people'), settings }, columns: { annotationHeader: annotationHeader(), withIdentityNumbers: choices.withIdentityNumbers } };
      },
      onKept: (kept) => {
        const { person } = kept as KeptPerson;
        books.add(kept as KeptPerson);
        mixed?.add(kept as KeptMixedPerson);
        if (!person) return;
        begun?.papers?.add(person);
        begun?.letters?.add(person);
        begun?.cases?.add(person);
        begun?.owed?.add(person);
      },
      onProgress: around.onProgress,
    });
    if (!begun) throw new Error('people were decided before the run was prepared');
    const outputs = new OutputFolder(around.folder);
    for (const file of [...analyzed.files, ...books.finish(), ...(mixed?.finish() ?? [])]) outputs.note({ path: file.name, sha256: file.sha256, bytes: file.bytes });
    return await closeRun(begun, analyzed, rowsWritten(begun.run, analyzed, books), outputs, request, around, mixed);
  } catch (error) {
    books.discard();
    mixed?.discard();
    throw error;
  }
}

async function mixedResults({ inputs, others = [], cases, done }: ResultsRequest, folder: string): Promise<MixedResults | undefined> {
  const read = { sorted: { state: inputs, others }, ...(done ? { done } : {}) };
  if (!isJoinedRun(read)) return undefined;
  return new (await import('./mixed-results.js')).MixedResults(read, cases?.data.events ?? [], folder);
}

/** Read before anything else: what is wrong with it is said at once, and not after the state's files. */
async function contactsOf(path: string): Promise<{ readonly sha256: string; readonly rows: readonly ContactRow[] }> {
  const bytes = await readFile(path);
  return { sha256: createHash('sha256').update(bytes).digest('hex'), rows: readContactFile(bytes, path) };
}

interface BegunRun {
  readonly run: OutputsRun;
  readonly papers?: RunPapers;
  readonly letters?: RunLetters;
  readonly cases?: RunCases;
  readonly owed?: OwedByRecord;
}

function beginRun(run: OutputsRun, contacts: readonly ContactRow[] | undefined, request: ResultsRequest, cases: RunCaseData | undefined): BegunRun {
  const { papers, letters } = run.choices;
  const owed = OwedByRecord.of(run);
  return { run, ...(owed ? { owed } : {}), ...(papers === 'none' ? {} : { papers: new RunPapers(run, papers, request.courts?.texts, request.book?.state) }), ...(letters ? { letters: new RunLetters(run, contacts, { ...(request.courts ? { courts: request.courts.texts } : {}), ...(request.book ? { book: request.book.state } : {}) }) } : {}), ...(cases ? { cases: new RunCases(run, cases) } : {}) };
}

/** What deciding people needs of it: events and their order stay here. */
function caseDataOf({ rows, decisions, corrections }: RunCaseData): NonNullable<DecideSettings['cases']> {
  return { rows, decisions, ...(corrections ? { corrections } : {}) };
}

/** Papers, letters, reports: what is made when everybody is decided. */
async function closeRun(begun: BegunRun, analyzed: Analyzed, rows: ResultRows, outputs: OutputFolder, request: Pick<ResultsRequest, 'threads' | 'earlier' | 'forms' | 'cases'>, around: ResultsSurroundings, mixed: MixedResults | undefined): Promise<Results> {
  const { run } = begun;
  const { threads, earlier, forms } = request;
  if (begun.papers) around.onStage('papers');
  const drawn = await begun.papers?.draw(outputs, { threads, ...(earlier ? { earlier } : {}), ...(forms ? { forms } : {}), signal: around.signal, onProgress: (done, total) => around.onProgress('papers', done, total) });
  if (begun.letters) around.onStage('letters');
  const letters = await begun.letters?.write(outputs);
  around.signal.throwIfAborted();
  around.onStage('reports');
  const cases = await begun.cases?.write(outputs, mixed?.personOf);
  await begun.owed?.write(outputs);
  // Lists count as facts files, behind those that are given as such.
  const firstList = request.cases?.inputs.facts.length ?? 0;
  const sources = await mixed?.write(outputs, (list) => begun.cases?.usedRowsOf(firstList + list) ?? 0);
  const tally = mergeTallies(run.asOf, analyzed.tallies as readonly TallyJson[], analyzed.population.rejectedOfNobody);
  const counted = { ...(drawn ? { papers: drawn.counts } : {}), ...(letters ? { letters } : {}), ...(cases ? { cases } : {}), ...(sources ? { sources } : {}) };
  await closeBooks(run, { tally, peopleInFiles: mixed?.sources.people ?? analyzed.population.people, results: rows, ...counted, ...(drawn ? { forms: drawn.forms } : {}) }, outputs);
  return { files: outputs.files().map(({ path }) => path), population: analyzed.population, tally, packetsReused: drawn?.packetsReused ?? 0, filedOtherwise: drawn?.filedOtherwise ?? [], inputs: run.files, others: mixed?.sources.others ?? [], ...counted };
}

/** `review.csv`, `traces.csv` and `data_quality_rows.csv`, row by row as people come. */
class DecidedBooks {
  private readonly review: OutputFile;
  private readonly traces: OutputFile;
  private readonly quality: OutputFile;

  constructor(folder: string) {
    this.review = new OutputFile(folder, 'review.csv');
    this.traces = new OutputFile(folder, 'traces.csv');
    this.quality = new OutputFile(folder, 'data_quality_rows.csv');
  }

  get reviewRows(): number {
    return this.review.rows;
  }

  get traceRows(): number {
    return this.traces.rows;
  }

  get qualityRows(): number {
    return this.quality.rows;
  }

  begin(run: OutputsRun): void {
    const heads = new DecidedTexts(run, []).heads();
    this.review.write(Buffer.from(heads.review, 'utf8'));
    this.traces.write(Buffer.from(heads.traces, 'utf8'));
    this.quality.write(Buffer.from(heads.quality, 'utf8'));
  }

  add({ review, traces, quality, reviewRows, traceRows, qualityRows }: KeptPerson): void {
    if (review !== '') this.review.write(Buffer.from(review, 'utf8'));
    if (traces !== '') this.traces.write(Buffer.from(traces, 'utf8'));
    if (quality !== '') this.quality.write(Buffer.from(quality, 'utf8'));
    this.review.rows += reviewRows;
    this.traces.rows += traceRows;
    this.quality.rows += qualityRows;
  }

  finish(): WrittenFile[] {
    const written = [this.review.finish(), this.traces.finish(), this.quality.finish()];
    this.review.publish();
    this.traces.publish();
    this.quality.publish();
    return written;
  }

  discard(): void {
    this.review.discard();
    this.traces.discard();
    this.quality.discard();
  }
}

function countsOf(file: Population['files'][number]): FileCounts {
  const { name, sha256, bytes, lines, emptyLines, filledLines, continuationLines, read, used, rejected, people } = file;
  return { name, sha256, bytes, lines, emptyLines, filledLines, continuationLines, rowsRead: read, rowsUsed: used, rowsRejected: rejected, people };
}

function mergeTallies(asOf: CalendarDate, parts: readonly TallyJson[], onlyRejected: number): TallyJson {
  const tally = new Tally(asOf);
  for (const part of parts) tally.merge(Tally.fromJSON(part));
  tally.addOnlyRejected(onlyRejected);
  return tally.toJSON();
}

function rowsWritten(run: OutputsRun, { files }: Analyzed, books: DecidedBooks): ResultRows {
  const rows = (begin: string): number[] => files.filter(({ name }) => new RegExp(`^${begin}(_\\d+)?\\.csv$`).test(name)).map((one) => one.rows);
  return {
    allResults: rows('All_Results'),
    condensed: rows('All_Results_Condensed'),
    prop64: rows('Prop64_Results'),
    rejected: run.files.map((one) => one.rowsRejected),
    review: books.reviewRows,
    traces: books.traceRows,
    dataQuality: books.qualityRows,
  };
}
