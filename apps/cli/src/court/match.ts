import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import {
  type AskedCount,
  countsAskedOf,
  countsAskedOfUpdate,
  type MatchQuestion,
  matchListCsv,
  matchListWorkbook,
  matchQuestions,
  plainName,
  readCourtWords,
  readMatchReplies,
  saysTheSame,
  spreadSample,
} from '@clearway/court-exchange';
import { assertTestCameBack, type BookState, type DraftEvent, questionsToAsk } from '@clearway/filing-book';
import { CliError } from '../cli-error';
import { writeWorkbook } from '../review/review';
import { decideInputs, type DecideOptions, refuseBesideResults } from '../sources/decide-inputs';
import { counted, grouped } from '../terminal/numbers';
import { type Terminal } from '../terminal/terminal';
import { today } from '../terminal/today';
import { sha256 } from './batch-folder';
import { BookFolder, type BookOptions } from './book-folder';
import { isWorkbookName, writeText } from './list-output';
import { recordedBy } from './who';

export interface MatchExportOptions extends BookOptions, DecideOptions {
  readonly out: string;
  readonly test?: number;
  readonly withoutTest?: boolean;
  readonly court?: string;
  readonly by?: string;
}

/** Writes the list of cases that a court is asked about before motions are drawn; the test file first. */
export async function exportMatchList(
  paths: readonly string[],
  options: MatchExportOptions,
  terminal: Terminal,
): Promise<void> {
  const asWorkbook = isWorkbookName(options.out);
  const all = matchQuestions(await countsOf(paths, options, terminal));
  const court = options.court === undefined ? '' : plainName(options.court);
  const ofCourt = court === '' ? all : all.filter(({ courthouse }) => plainName(courthouse) === court);
  if (ofCourt.length === 0)
    throw new CliError(
      'input.no-cases',
      court === ''
        ? 'There is no case to ask about: no conviction has relief, a court and a case number.'
        : 'No case of this court is to be asked about. Write --court as the list names the courthouse.',
    );
  const { questions, state } = await toAsk(ofCourt, options);
  if (questions.length === 0) {
    terminal.say('Every case was asked about and answered. Nothing is written.');
    terminal.result({ questions: 0 });
    return;
  }
  if (asWorkbook) await writeWorkbook(options.out, matchListWorkbook(questions), terminal);
  else await writeText(options.out, matchListCsv(questions));
  // Recorded last: what could not be written was not asked.
  const draft: DraftEvent = {
    kind: 'match-asked',
    test: options.test !== undefined,
    refs: questions.map(({ ref }) => ref),
    listSha256: sha256(JSON.stringify(questions)),
  };
  await BookFolder.record(options, recordedBy(options.by), () => [draft]);
  const courts = new Set(questions.map(({ courthouse }) => courthouse)).size;
  terminal.say(
    `cases        ${grouped(questions.length)} of ${grouped(ofCourt.length)}, ${grouped(courts)} courthouse(s), answered before ${grouped(ofCourt.filter(({ ref }) => state.replies.has(ref)).length)}`,
  );
  if (courts > 1)
    terminal.warn(
      'The list holds cases of several courthouses: --court NAME writes those of one, for a court that may not see the others.',
    );
  terminal.say(
    `list         ${options.out}${options.test === undefined ? '' : ' (test file: the rest is written when its answers are in)'}`,
  );
  terminal.result({
    out: options.out,
    test: options.test !== undefined,
    questions: questions.length,
    of: ofCourt.length,
  });
}

async function toAsk(
  all: readonly MatchQuestion[],
  { filingBook, test, withoutTest }: MatchExportOptions,
): Promise<{ readonly questions: readonly MatchQuestion[]; readonly state: BookState }> {
  const state = (await BookFolder.open(filingBook)).state();
  const open = questionsToAsk(state, all);
  if (test !== undefined) return { questions: spreadSample(open, test), state };
  if (!withoutTest && open.length > 0) assertTestCameBack(state, open);
  return { questions: open, state };
}

async function countsOf(
  paths: readonly string[],
  options: MatchExportOptions,
  terminal: Terminal,
): Promise<readonly AskedCount[]> {
  const folders = await Promise.all(paths.map(async (path) => (await stat(path)).isDirectory()));
  if (folders.every((each) => !each)) {
    const counts: AskedCount[] = [];
    await decideInputs(paths, options, terminal, { each: (person) => counts.push(...countsAskedOf(person)) });
    return counts;
  }
  if (folders.some((each) => !each)) throw new CliError('usage.files', 'Name folders of results, or files, not both.');
  refuseBesideResults(options);
  const counts: AskedCount[] = [];
  for (const path of paths) {
    const file = join(path, 'court_update.csv');
    const bytes = await readFile(file).catch(() => {
      throw new CliError(
        'input.no-court-update',
        `${path}: no court_update.csv stands there. Name results that were made with --papers, or the files with --county and --as-of.`,
      );
    });
    counts.push(...countsAskedOfUpdate(bytes, file));
  }
  return counts;
}

export interface MatchImportOptions extends BookOptions {
  readonly by: string;
  readonly words?: string;
}

/** Takes a court's answers to a list of cases into the book. */
export async function importMatchAnswers(path: string, options: MatchImportOptions, terminal: Terminal): Promise<void> {
  const bytes = await readFile(path);
  const words =
    options.words === undefined
      ? undefined
      : readCourtWords(await readFile(options.words, 'utf8'), basename(options.words));
  const { replies, unanswered } = readMatchReplies(bytes, basename(path), {
    on: today(),
    ...(words ? { words: words.match } : {}),
  });
  let known = 0;
  const { events, state } = await BookFolder.record(options, recordedBy(options.by), (before) => {
    const fresh = replies.filter((reply) => {
      const earlier = before.replies.get(reply.ref);
      return !earlier || !saysTheSame(earlier, reply);
    });
    known = replies.length - fresh.length;
    return fresh.length === 0
      ? []
      : [{ kind: 'match-answered', fileSha256: sha256(bytes), replies: fresh.map((reply) => ({ ...reply })) }];
  });
  const recorded = events.flatMap((event) => (event.kind === 'match-answered' ? event.replies : []));
  const counts = countedBy(recorded.map(({ answer }) => answer));
  terminal.say(
    `answers      ${grouped(recorded.length)} recorded${wordsOf(counts)}, ${grouped(known)} known already, ${counted(unanswered.length, 'row', 'rows')} without an answer`,
  );
  const open = [...state.asked.keys()].filter((ref) => !state.replies.has(ref)).length;
  terminal.say(`open         ${counted(open, 'case that was asked about is', 'cases that were asked about are')} not answered`);
  terminal.result({ recorded: counts, known, unanswered: unanswered.length, open });
}

export function countedBy(values: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

export function wordsOf(counts: Readonly<Record<string, number>>): string {
  const words = Object.entries(counts).map(([name, count]) => `${grouped(count)} ${name}`);
  return words.length === 0 ? '' : ` (${words.join(', ')})`;
}
