import { loadTemplates } from '@clearway/papers';
import {
  dataQualityCsv,
  lettersCountsOf,
  runJson,
  summaryJson,
  summaryReport,
  type TieOutInput,
  tieOutOfRun,
  tieOutWorkbook,
  type PapersCounts,
  type CaseFactsCounts,
  type RunSourcesCounts,
} from '@clearway/reports';
import { rulesOf } from '@clearway/rules';
import { dangersInOrder } from './dangers';
import { type FinishedFile, type OutputFolder } from './output-folder';
import { type CaseInputs, CLEARWAY_VERSION, type OutputsRun, reportedRun } from './outputs-run';

/** What was counted in the places that must agree. */
export interface RunBooks extends Omit<TieOutInput, 'run'> {
  /** Courts' own forms, in words. */
  readonly forms?: readonly string[];
}

/**
 * Writes what can only be written at the end: `data_quality.csv`, `summary.json`, `Summary_Report.pdf`, `tie_out.xlsx`, and at last `run.json`,
 * which names every other file with its hash. `others` are files of the run that do not stand in this folder.
 *
 * Throws a `TieOutError` when two numbers that must be the same are not: nothing of the run may then be handed out.
 */
export async function closeBooks(
  run: OutputsRun,
  books: RunBooks,
  folder: OutputFolder,
  others: readonly FinishedFile[] = [],
): Promise<void> {
  const reported = reportedRun(run);
  const { tally, peopleInFiles, results, papers, letters, cases, sources } = books;
  // Counts that came through a message have lost their order.
  const optional = {
    ...(papers ? { papers: inOrder(papers) } : {}),
    ...(letters ? { letters: lettersCountsOf(letters) } : {}),
    ...(cases ? { cases: casesInOrder(cases) } : {}),
    ...(sources ? { sources: sourcesInOrder(sources) } : {}),
  };
  const tieOut = tieOutOfRun({ run: reported, tally, peopleInFiles, results, ...optional });
  tieOut.assertTies();
  await folder.write('data_quality.csv', dataQualityCsv(tally));
  await folder.write('summary.json', summaryJson({ run: reported, tally, ...optional }));
  await folder.write('Summary_Report.pdf', summaryReport({ run: reported, tally, ...optional }));
  await folder.write('tie_out.xlsx', tieOutWorkbook(tieOut, reported));
  await folder.write(
    'run.json',
    runJson({
      run: reported,
      version: CLEARWAY_VERSION,
      catalogueHash: run.catalogueHash,
      traceRules: rulesOf(run.policy).map(({ code }) => code),
      settings: {
        ...settingsOf(run),
        ...(books.forms && books.forms.length > 0 ? { forms: books.forms.join('; ') } : {}),
      },
      outputs: [...folder.files(), ...others],
    }),
  );
}

function inOrder(papers: PapersCounts): PapersCounts {
  const {
    courtUpdateRows,
    cannotFileRows,
    cannotFileThoughCaseKnown,
    cases,
    packetsDrawn,
    packetsReleased,
    packetsWithheld,
    noRecordLocated,
    batchesWithoutAttorney,
    dangers,
    challenges,
  } = papers;
  const { batches, batchesNotConfirmed, linesInBatches, packetsInBatches, casesFiled, peopleFiled, files, pages } =
    papers;
  const made = {
    batches,
    batchesNotConfirmed,
    linesInBatches,
    packetsInBatches,
    casesFiled,
    peopleFiled,
    files,
    pages,
  };
  const unfiledByReason = Object.fromEntries(
    Object.entries(papers.unfiledByReason).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  return {
    courtUpdateRows,
    cannotFileRows,
    cannotFileThoughCaseKnown,
    cases,
    packetsDrawn,
    packetsReleased,
    packetsWithheld,
    ...made,
    unfiledByReason,
    ...(noRecordLocated === undefined ? {} : { noRecordLocated }),
    ...(batchesWithoutAttorney === undefined ? {} : { batchesWithoutAttorney }),
    ...(dangers === undefined ? {} : { dangers: dangersInOrder(dangers) }),
    ...(challenges === undefined ? {} : { challenges: challengesInOrder(challenges) }),
  };
}

function challengesInOrder({
  notices,
  noticesWithheld,
  pages,
  counts,
  countsWithheld,
  countsWithoutNotice,
}: NonNullable<PapersCounts['challenges']>): PapersCounts['challenges'] {
  return { notices, noticesWithheld, pages, counts, countsWithheld, countsWithoutNotice };
}

function casesInOrder(cases: CaseFactsCounts): CaseFactsCounts {
  const {
    rows,
    rowsUsed,
    rowsUnused,
    decisions,
    decisionsApplied,
    decisionsStale,
    decisionsUnmatched,
    challenged,
    corrections,
  } = cases;
  return {
    rows,
    rowsUsed,
    rowsUnused,
    decisions,
    decisionsApplied,
    decisionsStale,
    decisionsUnmatched,
    challenged,
    ...(corrections === undefined ? {} : { corrections: correctionsInOrder(corrections) }),
  };
}

function correctionsInOrder({
  inForce,
  used,
  stale,
  unmatched,
  impossible,
}: NonNullable<CaseFactsCounts['corrections']>): CaseFactsCounts['corrections'] {
  return { inForce, used, stale, unmatched, ...(impossible === undefined ? {} : { impossible }) };
}

function sourcesInOrder({ joining, written }: RunSourcesCounts): RunSourcesCounts {
  const {
    records,
    people,
    peopleJoined,
    joinedByNumber,
    joinedByLikeness,
    joinedByDecision,
    asked,
    peopleAsked,
    decisionsWaiting,
  } = joining;
  const { sourceResults, ownByFile, foundInOne, missingFromState, missingFromCourts, joins, questions, notes } =
    written;
  return {
    joining: {
      records,
      people,
      peopleJoined,
      joinedByNumber,
      joinedByLikeness,
      joinedByDecision,
      asked,
      peopleAsked,
      byFile: joining.byFile.map((file) => ({ joined: file.joined, asked: file.asked })),
      decisionsWaiting,
    },
    written: { sourceResults, ownByFile, foundInOne, missingFromState, missingFromCourts, joins, questions, notes },
  };
}

function settingsOf({ choices }: OutputsRun): Record<string, string | boolean> {
  const { papers, letters, contacts, withIdentityNumbers, cases, matches, filedBefore, courts, templates } = choices;
  const words: Record<string, string> = papers === 'none' ? {} : { templates: loadTemplates(templates).sha256 };
  const profiles: Record<string, string> =
    courts === undefined ? {} : { courts: courts.map(({ sha256 }) => sha256).join(' ') };
  const book: Record<string, string> = {
    ...(matches === undefined ? {} : { matches }),
    ...(filedBefore === undefined ? {} : { filedBefore }),
  };
  return {
    papers,
    ...words,
    letters,
    withIdentityNumbers,
    ...profiles,
    ...book,
    ...(contacts === null ? {} : { contacts }),
    ...caseSettings(cases),
  };
}

/** The facts files by their hashes, in their order, and the files of decisions and corrections. */
function caseSettings(cases: CaseInputs | undefined): Record<string, string> {
  if (!cases) return {};
  const facts = cases.facts
    .map(({ sha256, mapping }) => (mapping === undefined ? sha256 : `${sha256}/${mapping}`))
    .join(' ');
  return {
    ...(facts === '' ? {} : { facts }),
    ...(cases.decisions === null ? {} : { decisions: cases.decisions }),
    ...(cases.corrections === undefined ? {} : { corrections: cases.corrections }),
  };
}
