import { type FormLibrary } from '@clearway/court-forms';
import { annotateFiles, type PortionedFile } from '@clearway/doj-bulk';
import { annotationHeader, type CaseFactsCounts, type PapersCounts, type ResultRows, type RunSourcesCounts, Tally, type TallyJson } from '@clearway/reports';
import { type BookState } from '@clearway/filing-book';
import { type CourtsText } from '@clearway/papers';
import { type DecidedPerson } from '@clearway/rules';
import { annotationRun, annotationsOf, bySourcePosition } from './annotations';
import { DecidedTexts } from './decided-texts';
import { type OutputFolder } from './output-folder';
import { type OutputsRun } from './outputs-run';
import { type DrawnPapers, RunPapers } from './papers';
import { RowFile } from './row-file';
import { type DoneLists } from './done-cases';
import { RunCases, type RunCaseData } from './run-cases';
import { OwedByRecord } from './owed-by-record';
import { DecidedSources, type SourcesOfRun } from './sources/decided-sources';

/** Where the decisions of a whole run are taken from. */
export interface DecidedRun {
  /** The original files of the state, in the order of the run. */
  readonly inputs: readonly PortionedFile[];
  /** Everyone, in the order of each person's first row. */
  people(): AsyncIterable<DecidedPerson> | Iterable<DecidedPerson>;
  /** What the histories counted. */
  readonly histories: TallyJson;
  /** Existing folder for what is only needed for a while; the caller removes it. */
  readonly workDir: string;
  /** Facts files and decisions, read; absent without any. */
  readonly cases?: RunCaseData;
  /** The office's own court profiles; none: those of Clearway. */
  readonly courts?: readonly CourtsText[];
  /** What courts said of cases before their motions are drawn. */
  readonly book?: BookState;
  /** What joining gave; absent where all inputs are files of the state. */
  readonly sources?: SourcesOfRun;
  /** Lists of what already happened, whose facts are among `cases`, the last ones; absent without any. */
  readonly done?: DoneLists;
}

export interface DecidedRunControl {
  /** Worker threads that write the annotated results; 0: this one. The bytes are the same. */
  readonly threads: number;
  /** Courts' own forms; asked for only where a court wants one. */
  readonly forms?: () => Promise<FormLibrary>;
  readonly signal?: AbortSignal;
  /** `done` of `total`; total 0 while it is not known. */
  readonly onProgress?: (what: 'people' | 'bytes' | 'lines', done: number, total: number) => void;
}

/** What was counted while the outputs of a decided run were written. */
export interface WrittenRun {
  readonly tally: TallyJson;
  readonly results: ResultRows;
  readonly papers?: PapersCounts;
  readonly packets: DrawnPapers['packets'];
  readonly forms: DrawnPapers['forms'];
  readonly cases?: CaseFactsCounts;
  readonly sources?: RunSourcesCounts;
}

/**
 * Writes everything of a decided run that does not need the letters: the annotated results, `review.csv`, `traces.csv`,
 * the papers, and what became of facts and decisions. The bytes are those that the command line writes while it decides.
 */
export async function writeDecidedRun(run: OutputsRun, decided: DecidedRun, folder: OutputFolder, control: DecidedRunControl): Promise<WrittenRun> {
  const texts = new DecidedTexts(run, run.files.map(({ name }) => name));
  const papers = run.choices.papers === 'none' ? undefined : new RunPapers(run, run.choices.papers, decided.courts, decided.book);
  const cases = decided.cases ? new RunCases(run, decided.cases) : undefined;
  const owed = OwedByRecord.of(run);
  const review = await RowFile.create(folder, 'review.csv', texts.heads().review);
  const traces = await RowFile.create(folder, 'traces.csv', texts.heads().traces);
  const sources = decided.sources ? await DecidedSources.create(run, decided.sources, folder) : undefined;
  const quality = await RowFile.create(folder, 'data_quality_rows.csv', texts.heads().quality);
  const cells = annotationRun(run);
  const annotations = [];
  let people = 0;
  try {
    for await (const person of decided.people()) {
      control.signal?.throwIfAborted();
      const rows = texts.add(person);
      await review.add(rows.review, rows.reviewRows);
      await traces.add(rows.traces, rows.traceRows);
      await quality.add(rows.quality, rows.qualityRows);
      // What stands in another source has no row among the state's.
      for (const each of annotationsOf(person, cells)) if (each.file < decided.inputs.length) annotations.push(each);
      await sources?.add(person);
      papers?.add(person);
      cases?.add(person);
      owed?.add(person);
      people += 1;
      if (people % 500 === 0) control.onProgress?.('people', people, 0);
    }
  } finally {
    await review.close();
    await traces.close();
    await sources?.close();
    await quality.close();
  }
  annotations.sort(bySourcePosition);
  const written = await annotateFiles(decided.inputs, {
    annotations,
    annotationHeader: annotationHeader(),
    withIdentityNumbers: run.choices.withIdentityNumbers,
    outputDir: folder.path,
    workDir: decided.workDir,
    threads: control.threads,
    ...(control.signal ? { signal: control.signal } : {}),
    onProgress: (done, total) => control.onProgress?.('bytes', done, total),
  });
  for (const { name, sha256, bytes } of written) folder.note({ path: name, sha256, bytes });
  const drawn = await papers?.draw(folder, {
    threads: control.threads,
    ...(control.forms ? { forms: control.forms } : {}),
    ...(control.signal ? { signal: control.signal } : {}),
    onProgress: (done, all) => control.onProgress?.('lines', done, all),
  });
  const counted = await cases?.write(folder, sources?.personOf);
  await owed?.write(folder);
  const firstList = (run.choices.cases?.facts.length ?? 0) - (decided.done?.lists.length ?? 0);
  const joined = await sources?.write(decided.done, (list) => cases?.usedRowsOf(firstList + list) ?? 0);
  const tally = Tally.fromJSON(decided.histories);
  tally.merge(Tally.fromJSON(texts.tally()));
  return {
    tally: tally.toJSON(),
    results: {
      allResults: rowsOf(written, 'All_Results'),
      condensed: rowsOf(written, 'All_Results_Condensed'),
      prop64: rowsOf(written, 'Prop64_Results'),
      rejected: run.files.map(({ rowsRejected }) => rowsRejected),
      review: review.rows,
      traces: traces.rows,
      dataQuality: quality.rows,
    },
    ...(drawn ? { papers: drawn.counts } : {}),
    packets: drawn?.packets ?? [],
    forms: drawn?.forms ?? [],
    ...(counted ? { cases: counted } : {}),
    ...(joined ? { sources: joined } : {}),
  };
}

/** Rows written to one kind of results, by the index of the input. */
function rowsOf(written: readonly { readonly name: string; readonly rows: number }[], kind: string): number[] {
  return written.filter(({ name }) => new RegExp(`^${kind}(_\\d+)?\\.csv$`).test(name)).map(({ rows }) => rows);
}
