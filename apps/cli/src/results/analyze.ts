import { randomUUID } from 'node:crypto';
import { stat, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { checkFilingDay } from '@clearway/county-policy';
import { formFactNames } from '@clearway/papers';
import { parseCalendarDate } from '@clearway/record';
import { type CorrectionsCounts, type FileCounts, qualityLines, runLogJson } from '@clearway/reports';
import { formFolderOf } from '../forms/form-folder-of';
import { type Hands } from '../analyze/hands';
import { CliError } from '../cli-error';
import { DEFAULT_OFFICE } from '../commands/default-office';
import { EXIT, type ExitCode } from '../exit-codes';
import { UnfinishedFolder } from '../outputs/unfinished-folder';
import { papersUnder, policyText, readPolicy } from '../policy/read-policy';
import { templatesFor } from '../papers/read-templates';
import { replayTakesNoFacts } from '../review/read-cases';
import { bookInputOf } from '@clearway/outputs';
import { BookFolder } from '../court/book-folder';
import { earlierOutputs } from '../court/earlier-outputs';
import { readCourts } from '../court/court-profiles';
import { type InputOptions, readRunInputs } from '../sources/run-inputs';
import { counted, bytesText, durationText, grouped } from '../terminal/numbers';
import { type Terminal } from '../terminal/terminal';
import { saySources } from './say-sources';
import { type Results, type ResultsRequest, writeResults } from './write-results';

export interface AnalyzeOptions extends InputOptions {
  readonly county: string;
  readonly policy: string;
  readonly asOf: string;
  readonly out: string;
  readonly papers?: 'court' | 'bulk' | 'per-case';
  /** Folder with the office's own court profiles. */
  readonly courts?: string;
  readonly papersOfAReplay?: boolean;
  readonly templates?: string;
  readonly office?: string;
  readonly filingBook?: string;
  /** Folder with the forms of courts. */
  readonly forms?: string;
  readonly letters?: boolean;
  readonly contacts?: string;
  readonly withIdentityNumbers?: boolean;
  readonly threads?: number;
}

const BYTES_A_ROW = 800;
/** Files of every run, asked for before the work; `publish` asks for the others. */
const ALWAYS_WRITTEN = ['All_Results.csv', 'All_Results_Condensed.csv', 'Prop64_Results.csv', 'review.csv', 'summary.json', 'Summary_Report.pdf', 'tie_out.xlsx', 'run.json', 'run.log.json'];

/** Reads, decides, writes and publishes; gives the exit code. `hands` were opened for it. */
export async function analyze(files: string[], options: AnalyzeOptions, terminal: Terminal, hands: Hands): Promise<ExitCode> {
  const policy = await readPolicy(options.policy);
  const papers = papersUnder(policy, options.papers, options.papersOfAReplay === true) ?? 'none';
  checkFilingDay(policy, parseCalendarDate(options.asOf));
  for (const warning of policy.warnings) terminal.warn(`policy: ${warning}`);
  for (const path of [...files, ...(options.done ?? []), ...(options.contacts ? [options.contacts] : [])]) await requireFile(path);
  const lists = options.done ?? [];
  const { sorted, cases, done } = await readRunInputs(files, options, options.county);
  const templates = await templatesFor(options);
  const courts = options.courts === undefined ? undefined : await readCourts(options.courts);
  const book = await filingBookOf(options);
  const office = options.office || book?.state.office || DEFAULT_OFFICE;
  if ((cases || done) && !policy.statute) throw replayTakesNoFacts();
  if (book && !policy.statute) throw replayTakesNoFacts();
  const folder = await UnfinishedFolder.open(options.out);
  const clock = new StageClock();
  try {
    await folder.assertFree(ALWAYS_WRITTEN);
    const results = await writeResults(
      {
        inputs: sorted.state,
        others: sorted.others,
        county: options.county,
        asOf: parseCalendarDate(options.asOf),
        policy: await policyText(options.policy),
        papers,
        letters: options.letters === true || options.contacts !== undefined,
        ...(options.contacts ? { contactsFile: options.contacts } : {}),
        withIdentityNumbers: options.withIdentityNumbers === true,
        hands,
        ...(templates ? { templates } : {}),
        threads: options.threads ?? Math.min(4, availableParallelism()),
        ...(courts ? { courts } : {}),
        office,
        ...(book ? { book } : {}),
        ...(papers === 'none' ? {} : { earlier: await earlierOutputs(options.out), forms: () => formFolderOf(options).library(formFactNames()) }),
        ...(cases ? { cases } : {}),
        ...(done ? { done } : {}),
      },
      {
        folder: folder.path,
        signal: terminal.signal,
        onStage: (stage) => clock.begin(stage),
        // While bytes are counted rows are an estimate; the exact number is told at the end.
        onProgress: (stage, done, total) => terminal.progress.update({ stage, done, total, ...(stage === 'papers' ? { count: done, unit: 'counts' } : stage === 'reading people' ? { count: done, unit: 'people' } : stage === 'joining people' ? {} : { count: Math.round(done / BYTES_A_ROW), unit: 'rows' }) }),
      },
    );
    const seconds = clock.end();
    terminal.progress.finishLine();
    const log = runLogJson({
      runId: randomUUID(),
      startedAt: clock.startedAt.toISOString(),
      finishedAt: new Date().toISOString(),
      seconds,
      machine: { node: process.version, platform: `${process.platform}-${process.arch}`, cpus: availableParallelism(), peakMemoryMegabytes: Math.round(process.resourceUsage().maxRSS / 1000) },
    });
    await writeFile(join(folder.path, 'run.log.json'), log, { mode: 0o600 });
    await folder.publish([...results.files, 'run.log.json'], [...files, options.policy, ...(options.contacts ? [options.contacts] : []), ...(options.facts ?? []), ...lists, ...(options.decisions ? [options.decisions] : []), ...(options.corrections ? [options.corrections] : [])]);
    report(results, options, Object.values(seconds).reduce((sum, one) => sum + one, 0), terminal);
    return (results.papers?.packetsWithheld ?? 0) + (results.papers?.challenges?.noticesWithheld ?? 0) > 0 ? EXIT.control : EXIT.done;
  } catch (error) {
    await folder.discard();
    terminal.signal.throwIfAborted();
    throw error;
  }
}

/** What the office's book of filings says as it stands. */
async function filingBookOf({ filingBook, papers, office }: AnalyzeOptions): Promise<ResultsRequest['book']> {
  if (filingBook === undefined) return undefined;
  if (papers === undefined) throw new CliError('usage.filing-book', 'The book of filings says what papers need not be drawn: say --papers as well, or leave --filing-book out.');
  const book = (await BookFolder.open(filingBook)).assertBegun();
  const state = book.state();
  if (office && state.office !== office) throw new CliError('book.other-office', `${filingBook}: this is the book of another office. Each office keeps its own: check --office and --filing-book.`);
  return bookInputOf(state);
}

async function requireFile(path: string): Promise<void> {
  const entry = await stat(path);
  if (entry.isDirectory()) throw new CliError('input.folder', `${path}: this is a folder. Name the files in it.`);
}

/** Seconds by stage. */
class StageClock {
  readonly startedAt = new Date();
  private readonly seconds: Record<string, number> = {};
  private stage = '';
  private since = performance.now();

  begin(stage: string): void {
    this.close();
    this.stage = stage;
  }

  end(): Readonly<Record<string, number>> {
    this.close();
    return this.seconds;
  }

  private close(): void {
    const now = performance.now();
    if (this.stage !== '') this.seconds[this.stage] = Math.round((this.seconds[this.stage] ?? 0) * 1000 + now - this.since) / 1000;
    this.since = now;
  }
}

/** What is no error, and that somebody would want to know before they trust the results. */
function warningsOf({ population, tally }: Results, { county }: AnalyzeOptions): string[] {
  const cut = population.files.filter(({ cutShort }) => cutShort).map(({ name }) => `Note: ${name} ends in the middle of a row, as if it had been cut short. Compare its size with what was sent, and fetch it again.`);
  if (tally.numbers.convictions > 0) return cut;
  return [...cut, `Note: nothing was decided. The files have rows of ${county.trim().toUpperCase()}, but no cannabis conviction by a court of that county. Is it the right county?`];
}

/** For each released batch of which this run decides something otherwise: how much, and what to do. */
function filedOtherwiseWords({ filedOtherwise }: Results): string[] {
  const batches = [...new Set(filedOtherwise.map(({ batch }) => batch))];
  return batches.map((batch) => {
    const own = filedOtherwise.filter((each) => each.batch === batch);
    const changed = own.filter(({ what }) => what === 'changed').length;
    return `Batch ${batch} was released, and ${grouped(changed)} of its lines are decided otherwise now, ${grouped(own.length - changed)} are not asked for any more: see filed_otherwise.csv. Where it was sent, the new batch of that court corrects it (clearway court correct); where not, void its release and run again.`;
  });
}

function correctionLines(corrections: CorrectionsCounts | undefined): string[] {
  if (!corrections) return [];
  return [`corrections  ${grouped(corrections.used)} used, ${grouped(corrections.stale)} stale, ${grouped(corrections.unmatched)} of no such place${corrections.impossible === undefined ? '' : `, ${grouped(corrections.impossible)} that cannot be right`}`];
}

/** What mending the data would give, where it would give something. */
function defectLines(tally: Results['tally']): string[] {
  const lines = qualityLines(tally);
  const kept = lines.filter(({ convictionsKept }) => convictionsKept > 0).slice(0, 3);
  if (kept.length === 0) return [];
  return [`data         kept from relief by ${kept.map(({ kind, convictionsKept }) => `${kind} ${grouped(convictionsKept)}`).join(', ')} (data_quality.csv; clearway fix export)`];
}

function report(results: Results, options: AnalyzeOptions, seconds: number, terminal: Terminal): void {
  const { inputs, tally, papers, letters, cases, sources } = results;
  const { numbers, tables } = tally;
  const filedBefore = papers?.unfiledByReason['already-filed'] ?? 0;
  const sumOf = (of: (file: FileCounts) => number): number => inputs.reduce((sum, file) => sum + of(file), 0);
  const rows = { read: sumOf((file) => file.rowsRead), used: sumOf((file) => file.rowsUsed), rejected: sumOf((file) => file.rowsRejected) };
  terminal.say(`rows         ${grouped(rows.read)} read, ${grouped(rows.used)} used, ${grouped(rows.rejected)} rejected (${bytesText(sumOf((file) => file.bytes))} in ${durationText(seconds)})`);
  if (sources) saySources(inputs, sources, results.others, terminal);
  terminal.say(`people       ${grouped(numbers.people)}, ${grouped(numbers.peopleWithRelief)} with relief, ${grouped(numbers.peopleInReview)} with an open question`);
  if (numbers.peopleOnlyRejected > 0) terminal.warn(`${counted(numbers.peopleOnlyRejected, 'person stands', 'people stand')} in rejected rows alone, and nothing was decided about them. See rejected_rows.csv, and ask whoever sent the file for these rows.`);
  terminal.say(`convictions  ${grouped(numbers.convictions)} decided: ${Object.entries(tables.outcomes).map(([name, count]) => `${grouped(count)} ${name}`).join(', ') || 'none'}`);
  if (papers) terminal.say(`papers       packets ${grouped(papers.packetsReleased)}, cases ${grouped(papers.cases)} (a case counts once for each person in it), convictions that cannot be filed ${grouped(papers.cannotFileRows - filedBefore)}`);
  if (papers?.challenges) terminal.say(`             ${counted(papers.challenges.notices, 'notice', 'notices')} of challenge of ${counted(papers.challenges.counts, 'conviction', 'convictions')}; ${counted(papers.challenges.countsWithheld + papers.challenges.countsWithoutNotice, 'conviction', 'convictions')} without one (challenges.csv)`);
  if (filedBefore > 0) terminal.say(`             ${counted(filedBefore, 'conviction was filed before and is', 'convictions were filed before and are')} not drawn again (already-filed in cannot_file.csv)`);
  for (const line of filedOtherwiseWords(results)) terminal.warn(line);
  if (papers && papers.batchesNotConfirmed > 0) terminal.say(`             ${counted(papers.batches, 'batch', 'batches')}; of ${grouped(papers.batchesNotConfirmed)} nobody has confirmed with the court how it takes papers (clearway court profiles list)`);
  if (papers?.batchesWithoutAttorney) terminal.warn(`${counted(papers.batchesWithoutAttorney, 'batch names', 'batches name')} no attorney, and a clerk may refuse them (Cal. Rules of Court, rule 2.111). Say who signs in prosecutors.yaml of the folder that you give with --courts.`);
  if (results.packetsReused > 0) terminal.say(`             ${counted(results.packetsReused, 'packet is of the same inputs as before and was', 'packets are of the same inputs as before and were')} not drawn again`);
  if (papers && papers.packetsWithheld > 0) terminal.warn(`${counted(papers.packetsWithheld, 'packet is', 'packets are')} held back and not released, each with its reason in packets.csv.`);
  if (letters) terminal.say(`letters      ${counted(letters.letters, 'person', 'people')}, ${grouped(letters.withoutAddress)} without an address, ${grouped(letters.deceasedLeftOut)} left out because they died, ${grouped(letters.heldBack)} held back until the papers can ask for their relief (letters_held.csv)`);
  if (cases) terminal.say(`cases        ${grouped(cases.challenged)} challenged; rows of facts ${grouped(cases.rowsUsed)} used, ${grouped(cases.rowsUnused)} unused; decisions ${grouped(cases.decisionsApplied)} applied, ${grouped(cases.decisionsStale)} stale, ${grouped(cases.decisionsUnmatched)} of no such count`);
  for (const line of correctionLines(cases?.corrections)) terminal.say(line);
  if (cases?.corrections?.impossible !== undefined) terminal.warn(`${counted(cases.corrections.impossible, 'correction', 'corrections')} cannot be right and had no effect: a day to come, before 1900 or before the birth, an arrest after its conviction. See corrections.csv, take them back (clearway fix undo) and look again.`);
  if (cases?.corrections && cases.corrections.stale > 0) terminal.warn(`${counted(cases.corrections.stale, 'correction is', 'corrections are')} stale: the record says something else now. See corrections.csv, and export the worklists again (clearway fix export).`);
  if (cases?.corrections && cases.corrections.unmatched > 0) terminal.warn(`${counted(cases.corrections.unmatched, 'correction is', 'corrections are')} of no such place: the person or the count is not in these files, so nothing was decided by them. See corrections.csv; where they were meant for this run, export its worklists and fill those in.`);
  for (const line of defectLines(tally)) terminal.say(line);
  if (cases && cases.decisionsStale > 0) terminal.warn(`${counted(cases.decisionsStale, 'decision is', 'decisions are')} stale: the record says something else now. See decisions.csv, and export the review again.`);
  terminal.say(`results      ${options.out}`);
  for (const warning of warningsOf(results, options)) terminal.warn(warning);
  terminal.result({ out: options.out, rows, numbers, outcomes: tables.outcomes, ...(papers ? { papers } : {}), ...(letters ? { letters } : {}), ...(cases ? { cases } : {}), ...(sources ? { sources } : {}), files: results.files });
}
