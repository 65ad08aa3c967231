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
} from '@clearway/reports';
import { rulesOf } from '@clearway/rules';
import { casesInOrder, papersInOrder, sourcesInOrder } from './counts-in-order';
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
  const optional = {
    ...(papers ? { papers: papersInOrder(papers) } : {}),
    ...(letters ? { letters: lettersCountsOf(letters) } : {}),
    ...(cases ? { cases: casesInOrder(cases) } : {}),
    ...(sources ? { sources: sourcesInOrder(sources) } : {}),
  };
  const tieOut = tieOutOfRun({ run: reported, tally, peopleInFiles, results, ...optional });
  tieOut.assertTies();
  await folder.write('data_quality.csv', dataQualityCsv(tally, reported.files));
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
