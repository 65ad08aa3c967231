import { fileLabels } from '../run/file-labels';
import { type CaseFactsCounts, type FileCounts, type LettersCounts, type PapersCounts, type ReportedRun, type RunSourcesCounts } from '../run/reported-run';
import { qualityLines } from '../quality/data-quality';
import { byBothParts, byFirstPart, total } from '../tally/read-table';
import { OUTCOMES, WITH_RELIEF } from '../tally/relief-given';
import { type TallyJson } from '../tally/tally';
import { type CountedNumber, TieOut } from './tie-out';

/** Rows that the writers of the results counted, by the index of the input file. The header is not counted. */
export interface ResultRows {
  readonly allResults: readonly number[];
  readonly condensed: readonly number[];
  /** Rows of `Prop64_Results.csv`: each carries one decided conviction. */
  readonly prop64: readonly number[];
  readonly rejected: readonly number[];
  /** Rows of `review.csv`. */
  readonly review: number;
  /** Rows of `traces.csv`. */
  readonly traces: number;
  /** Rows of `data_quality_rows.csv`; absent in what a version before this one wrote. */
  readonly dataQuality?: number;
}

export interface TieOutInput {
  readonly run: ReportedRun;
  readonly tally: TallyJson;
  /** People by the reader's own joining, before anything is decided. */
  readonly peopleInFiles: number;
  readonly results: ResultRows;
  readonly papers?: PapersCounts;
  readonly letters?: LettersCounts;
  readonly cases?: CaseFactsCounts;
  readonly sources?: RunSourcesCounts;
}

const ALL = 'All files';

interface FileNumbers {
  readonly read: CountedNumber;
  readonly used: CountedNumber;
  readonly rejected: CountedNumber;
  readonly counts: CountedNumber;
  readonly convictions: CountedNumber;
  readonly allResults: CountedNumber;
  readonly prop64: CountedNumber;
  readonly people: CountedNumber;
  /** Of a file that is no state file: its rows are not written to the results. */
  readonly isOther: boolean;
  readonly outcomes: readonly CountedNumber[];
}

/** Every number of a run beside the one that it must equal. The caller writes the workbook, then calls `assertTies`. */
export function tieOutOfRun(input: TieOutInput): TieOut {
  const tieOut = new TieOut();
  const labels = fileLabels(input.run.files.map(({ name }) => name));
  const files = input.run.files.map((file, index) => (file.source ? ofOther : ofFile)(tieOut, input, file, index, labels[index] ?? file.name));
  rowsAndCounts(tieOut, input, files);
  convictions(tieOut, input, files);
  people(tieOut, input, files);
  relief(tieOut, input);
  if (input.sources) joinedSources(tieOut, input.sources, input);
  dataQuality(tieOut, input);
  if (input.cases) factsOfCases(tieOut, input.cases, input.tally);
  return tieOut;
}

function ofFile(tieOut: TieOut, { tally, results }: TieOutInput, file: FileCounts, index: number, scope: string): FileNumbers {
  const { tables } = tally;
  const number = (name: string, value: number | undefined, countedIn: string): CountedNumber => tieOut.number(scope, name, value ?? 0, countedIn);
  const filled = number('lines that are not empty', file.filledLines, 'line counter');
  const continued = number('lines that continue a record', file.continuationLines, 'reader');
  const read = number('rows read', file.rowsRead, 'reader');
  const used = number('rows used', file.rowsUsed, 'reader');
  const rejected = number('rows rejected', file.rowsRejected, 'reader');
  const inHistories = number('rows in histories', tables.rowsByFile[index], 'histories');
  const allResults = number('rows written', results.allResults[index], 'All_Results.csv');
  const counts = number('counts', tables.countsByFile[index], 'histories');
  const outcomesHere = byBothParts(tables.outcomesByFile).get(String(index));
  const outcomes = OUTCOMES.map((outcome) => number(`convictions: ${outcome}`, outcomesHere?.get(outcome), 'determinations'));
  const convicted = number('convictions decided', byFirstPart(tables.outcomesByFile).get(String(index)), 'determinations');
  const prop64 = number('rows written', results.prop64[index], 'Prop64_Results.csv');
  const people = number('people with a row here', file.people, 'reader');

  tieOut.mustAgree(scope, 'rows', filled, [read, continued]);
  tieOut.mustAgree(scope, 'rows', read, [used, rejected]);
  tieOut.mustAgree(scope, 'rows', rejected, number('rows written', results.rejected[index], 'rejected_rows.csv'));
  tieOut.mustAgree(scope, 'rows', used, inHistories);
  tieOut.mustAgree(scope, 'rows', used, allResults);
  tieOut.mustAgree(scope, 'rows', used, number('rows written', results.condensed[index], 'All_Results_Condensed.csv'));
  tieOut.mustAgree(scope, 'convictions', convicted, prop64);
  tieOut.mustAgree(scope, 'convictions', convicted, outcomes);
  tieOut.mustAgree(scope, 'people', people, number('people with a row here', tables.peopleByFile[index], 'histories'));
  return { read, used, rejected, counts, convictions: convicted, allResults, prop64, people, outcomes, isOther: false };
}

/** A court's export or a sheet. Its convictions are written where the state's files do not have them. */
function ofOther(tieOut: TieOut, { tally, results, sources }: TieOutInput, file: FileCounts, index: number, scope: string): FileNumbers {
  const { tables } = tally;
  const number = (name: string, value: number | undefined, countedIn: string): CountedNumber => tieOut.number(scope, name, value ?? 0, countedIn);
  const read = number('rows read', file.rowsRead, 'reader');
  const used = number('rows used', file.rowsUsed, 'reader');
  const rejected = number('rows rejected', file.rowsRejected, 'reader');
  const named = number('rows of counts before people were joined', file.source?.namedRows, 'reader');
  const allResults = number('rows of counts in histories', tables.rowsByFile[index], 'histories');
  const counts = number('counts', tables.countsByFile[index], 'histories');
  const outcomesHere = byBothParts(tables.outcomesByFile).get(String(index));
  const outcomes = OUTCOMES.map((outcome) => number(`convictions: ${outcome}`, outcomesHere?.get(outcome), 'determinations'));
  const convicted = number('convictions decided that no state file has', byFirstPart(tables.outcomesByFile).get(String(index)), 'determinations');
  const prop64 = number('rows written of these', sources?.written.ownByFile[index], 'source_results.csv');
  const people = number('people with a row here', file.people, 'joining');

  tieOut.mustAgree(scope, 'rows', read, [used, rejected]);
  tieOut.mustAgree(scope, 'rows', rejected, number('rows written', results.rejected[index], 'rejected_rows.csv'));
  tieOut.mustAgree(scope, 'rows', named, allResults);
  // Of a sheet lines are used that are of no count: names, days, agencies.
  if (file.source?.kind === 'court-extract') tieOut.mustAgree(scope, 'rows', used, number('rows that have a part in a history', file.source.rowsInHistories, 'histories'));
  tieOut.mustAgree(scope, 'convictions', convicted, prop64);
  tieOut.mustAgree(scope, 'convictions', convicted, outcomes);
  tieOut.mustAgree(scope, 'people', people, number('people with a row here', tables.peopleByFile[index], 'histories'));
  return { read, used, rejected, counts, convictions: convicted, allResults, prop64, people, outcomes, isOther: true };
}

function rowsAndCounts(tieOut: TieOut, { tally, results }: TieOutInput, files: readonly FileNumbers[]): void {
  const { numbers, tables } = tally;
  const read = tieOut.sum(ALL, 'rows read', files.map((file) => file.read));
  const used = tieOut.sum(ALL, 'rows used', files.map((file) => file.used));
  const rejected = tieOut.sum(ALL, 'rows rejected', files.map((file) => file.rejected));
  tieOut.mustAgree(ALL, 'rows', read, [used, rejected]);
  const state = files.filter(({ isOther }) => !isOther);
  const others = files.filter(({ isOther }) => isOther);
  const ofState = others.length === 0 ? used : tieOut.sum(ALL, 'rows used of the state files', state.map((file) => file.used));
  const rowsOfOthers = others.reduce((sum, file) => sum + file.allResults.value, 0);
  tieOut.mustAgree(ALL, 'rows', ofState, tieOut.number(ALL, 'rows in histories', total(tables.rowsByFile) - rowsOfOthers, 'histories'));
  tieOut.mustAgree(ALL, 'rows', ofState, tieOut.sum(ALL, 'rows written to All_Results.csv', state.map((file) => file.allResults)));
  tieOut.mustAgree(ALL, 'rows', rejected, tieOut.number(ALL, 'rows written', results.rejected.reduce((sum, n) => sum + n, 0), 'rejected_rows.csv'));
  tieOut.mustAgree(ALL, 'counts', tieOut.sum(ALL, 'counts by file', files.map((file) => file.counts)), tieOut.number(ALL, 'counts', numbers.counts, 'histories'));
}

function convictions(tieOut: TieOut, { tally, results }: TieOutInput, files: readonly FileNumbers[]): void {
  const { numbers, tables } = tally;
  const decided = tieOut.number(ALL, 'convictions decided', numbers.convictions, 'determinations');
  const byOutcome = OUTCOMES.map((outcome) => tieOut.number(ALL, `convictions: ${outcome}`, tables.outcomes[outcome] ?? 0, 'determinations'));
  const agree = (right: CountedNumber | readonly CountedNumber[]): void => tieOut.mustAgree(ALL, 'convictions', decided, right);
  agree(tieOut.sum(ALL, 'convictions by file', files.map((file) => file.convictions)));
  const others = files.filter(({ isOther }) => isOther);
  const inResults = tieOut.sum(ALL, 'rows written to Prop64_Results.csv', files.filter(({ isOther }) => !isOther).map((file) => file.prop64));
  agree(others.length === 0 ? inResults : [inResults, tieOut.sum(ALL, 'rows written to source_results.csv of convictions that no state file has', others.map((file) => file.prop64))]);
  agree(byOutcome);
  OUTCOMES.forEach((_, i) => tieOut.mustAgree(ALL, 'convictions', byOutcome[i] ?? [], files.map((file) => file.outcomes[i] ?? []).flat()));
  agree([...byFirstPart(tables.outcomesBySection)].map(([section, n]) => tieOut.number(ALL, `section ${section}`, n, 'determinations')));
  agree([...byFirstPart(tables.outcomesBySeverity)].map(([severity, n]) => tieOut.number(ALL, `severity ${severity}`, n, 'determinations')));
  agree([...byFirstPart(tables.outcomesByDecade)].map(([decade, n]) => tieOut.number(ALL, `decade ${decade}`, n, 'determinations')));
  agree(tieOut.number(ALL, 'rows written', results.traces, 'traces.csv'));
  const review = byOutcome[OUTCOMES.indexOf('review')] ?? [];
  tieOut.mustAgree(ALL, 'convictions', review, tieOut.number(ALL, 'rows written', results.review, 'review.csv'));
}

function people(tieOut: TieOut, { tally, peopleInFiles }: TieOutInput, files: readonly FileNumbers[]): void {
  const { numbers, tables } = tally;
  const decided = tieOut.number(ALL, 'people', numbers.people, 'determinations');
  tieOut.mustAgree(ALL, 'people', decided, tieOut.number(ALL, 'people', numbers.histories, 'histories'));
  tieOut.mustAgree(ALL, 'people', decided, tieOut.number(ALL, 'people', peopleInFiles, 'reader'));
  const again = tieOut.number(ALL, 'people counted again in a further file', total(tables.peopleByFile) - numbers.histories, 'histories');
  tieOut.mustAgree(ALL, 'people', tieOut.sum(ALL, 'people by file', files.map((file) => file.people)), [decided, again]);
}

/** Records are people and joins; what is joined and asked stands in its file. */
function joinedSources(tieOut: TieOut, { joining, written }: RunSourcesCounts, { tally, run }: TieOutInput): void {
  const joined = (name: string, value: number, countedIn = 'joining'): CountedNumber => tieOut.number(ALL, name, value, countedIn);
  const people = joined('people', joining.people);
  const byLikeness = joined('joins by likeness', joining.joinedByLikeness);
  const byDecision = joined('joins by decision', joining.joinedByDecision);
  const byNumber = joined('joins by number', joining.joinedByNumber);
  tieOut.mustAgree(ALL, 'people', tieOut.number(ALL, 'people', tally.numbers.people, 'determinations'), people);
  const records = joined('records of people', joining.records);
  // A decision can be about two records that are one person by their numbers already, so with decisions no sum is known beforehand.
  if (joining.joinedByDecision === 0) tieOut.mustAgree(ALL, 'people', records, [people, byNumber, byLikeness]);
  tieOut.mustAgree(ALL, 'people', [byLikeness, byDecision, byNumber], joined('rows written', written.joins, 'people_joined.csv'));
  tieOut.mustAgree(ALL, 'people', joined('questions who is who', joining.asked), joined('rows written', written.questions, 'same_person.csv'));
  const notes = run.files.reduce((sum, { source }) => sum + (source?.notes ?? 0), 0);
  tieOut.mustAgree(ALL, 'rows', joined('places to look at', notes, 'reader'), joined('rows written', written.notes, 'source_notes.csv'));
}

function relief(tieOut: TieOut, { tally, papers, letters }: TieOutInput): void {
  const { numbers } = tally;
  const withRelief = tieOut.number(ALL, 'convictions with relief', numbers.convictionsWithRelief, 'determinations');
  const fileable = tieOut.number(ALL, 'convictions with relief, case number and court', numbers.convictionsWithReliefFileable, 'determinations');
  const notFileable = tieOut.number(ALL, 'convictions with relief that cannot be filed', numbers.convictionsWithReliefNotFileable, 'determinations');
  const cases = tieOut.number(ALL, 'cases with relief (court, number and person)', numbers.casesWithRelief, 'determinations');
  tieOut.mustAgree(ALL, 'convictions', withRelief, [fileable, notFileable]);
  const notAsked = tieOut.number(ALL, 'convictions with relief that is not asked for: given before, or challenged', numbers.convictionsReliefNotAsked, 'determinations');
  const decided = tieOut.number(ALL, 'convictions whose outcome is relief', WITH_RELIEF.reduce((sum, outcome) => sum + (tally.tables.outcomes[outcome] ?? 0), 0), 'determinations');
  const floors = tieOut.number(ALL, 'convictions in review with relief that is filed now', total(tally.tables.floorsInReview) - (tally.tables.floorsInReview['none'] ?? 0), 'determinations');
  const referred = tieOut.number(ALL, 'convictions referred to another prosecutor with relief', numbers.convictionsReferredWithRelief, 'determinations');
  const withoutRecord = tieOut.number(ALL, 'convictions with relief of which the court has no record any more', numbers.convictionsWithoutCourtRecord, 'determinations');
  tieOut.mustAgree(ALL, 'convictions', [withRelief, notAsked, withoutRecord], [decided, floors, referred]);
  if (papers) {
    const onPaper = tieOut.number(ALL, 'rows written', papers.courtUpdateRows, 'court_update.csv');
    const caseKnown = tieOut.number(ALL, 'not filed though the case is known', papers.cannotFileThoughCaseKnown, 'cannot_file.csv');
    const caseUnknown = tieOut.number(ALL, 'without case number or court', papers.cannotFileRows - papers.cannotFileThoughCaseKnown, 'cannot_file.csv');
    tieOut.mustAgree(ALL, 'papers', withRelief, [onPaper, caseKnown, caseUnknown]);
    tieOut.mustAgree(ALL, 'papers', fileable, [onPaper, caseKnown]);
    tieOut.mustAgree(ALL, 'papers', notFileable, caseUnknown);
    tieOut.mustAgree(ALL, 'papers', withoutRecord, tieOut.number(ALL, 'no record located', papers.noRecordLocated ?? 0, 'cannot_file.csv'));
    tieOut.mustAgree(ALL, 'cases', cases, tieOut.number(ALL, 'cases on papers and in cannot_file.csv', papers.cases, 'papers'));
    tieOut.mustAgree(ALL, 'papers', onPaper, tieOut.number(ALL, 'lines in batches', papers.linesInBatches, 'manifest.json'));
    const byReason = Object.entries(papers.unfiledByReason).map(([reason, n]) => tieOut.number(ALL, `not filed: ${reason}`, n, 'cannot_file.csv'));
    tieOut.mustAgree(ALL, 'papers', tieOut.number(ALL, 'rows of cannot_file.csv', papers.cannotFileRows + (papers.noRecordLocated ?? 0), 'cannot_file.csv'), byReason);
    const onNotices = tieOut.number(ALL, 'challenged convictions on notices', papers.challenges?.counts ?? 0, 'challenges.csv');
    const challengesWithheld = tieOut.number(ALL, 'challenged convictions on notices withheld', papers.challenges?.countsWithheld ?? 0, 'challenges.csv');
    const withoutNotice = tieOut.number(ALL, 'challenged convictions without court, case number or name', papers.challenges?.countsWithoutNotice ?? 0, 'challenges.csv');
    tieOut.mustAgree(ALL, 'papers', tieOut.number(ALL, 'convictions whose relief is challenged', tally.tables.standings['challenged'] ?? 0, 'determinations'), [onNotices, challengesWithheld, withoutNotice]);
    const drawn = tieOut.number(ALL, 'packets drawn', papers.packetsDrawn, 'papers');
    const released = tieOut.number(ALL, 'packets released', papers.packetsReleased, 'papers');
    tieOut.mustAgree(ALL, 'papers', released, tieOut.number(ALL, 'packets in batches', papers.packetsInBatches, 'manifest.json'));
    tieOut.mustAgree(ALL, 'papers', drawn, [released, tieOut.number(ALL, 'packets withheld', papers.packetsWithheld, 'papers')]);
  }
  if (letters) {
    const peopleWithRelief = tieOut.number(ALL, 'people with relief', numbers.peopleWithRelief, 'determinations');
    const deceased = tieOut.number(ALL, 'people with relief recorded as deceased', numbers.peopleWithReliefDeceased, 'determinations');
    const written = tieOut.number(ALL, 'letters', letters.letters, 'letters');
    const leftOut = tieOut.number(ALL, 'left out: recorded as deceased', letters.deceasedLeftOut, 'letters');
    const heldBack = tieOut.number(ALL, 'held back: all relief is on no paper', letters.heldBack, 'letters');
    tieOut.mustAgree(ALL, 'letters', peopleWithRelief, [written, leftOut, heldBack]);
    tieOut.mustAgree(ALL, 'letters', tieOut.number(ALL, 'rows written', letters.heldRows, 'letters_held.csv'), [
      heldBack,
      tieOut.number(ALL, 'letters about a part of the relief', letters.inPart, 'letters'),
    ]);
    tieOut.mustAgree(ALL, 'letters', deceased, leftOut);
    tieOut.mustAgree(ALL, 'letters', written, [tieOut.number(ALL, 'letters with an address', letters.withAddress, 'letters'), tieOut.number(ALL, 'letters without an address', letters.withoutAddress, 'letters')]);
    tieOut.mustAgree(ALL, 'letters', written, tieOut.number(ALL, 'rows written', letters.csvRows, 'mail_merge.csv'));
    tieOut.mustAgree(ALL, 'letters', written, tieOut.number(ALL, 'rows written', letters.workbookRows, 'mail_merge.xlsx'));
  }
}

function dataQuality(tieOut: TieOut, { tally, results }: TieOutInput): void {
  if (results.dataQuality === undefined) return;
  const byKind = qualityLines(tally).map(({ kind, places }) => tieOut.number(ALL, `defects: ${kind}`, places, 'determinations'));
  tieOut.mustAgree(ALL, 'data quality', tieOut.number(ALL, 'rows written', results.dataQuality, 'data_quality_rows.csv'), byKind);
}

function factsOfCases(tieOut: TieOut, cases: CaseFactsCounts, { tables }: TallyJson): void {
  const facts = (name: string, value: number, countedIn = 'facts of cases'): CountedNumber => tieOut.number(ALL, name, value, countedIn);
  tieOut.mustAgree(ALL, 'facts of cases', facts('rows of facts files', cases.rows, 'reader'), [facts('rows used', cases.rowsUsed, 'determinations'), facts('rows written', cases.rowsUnused, 'facts_unused.csv')]);
  tieOut.mustAgree(ALL, 'facts of cases', facts('decisions in force', cases.decisions, 'decisions file'), [
    facts('decisions applied', cases.decisionsApplied, 'determinations'),
    facts('decisions stale', cases.decisionsStale, 'determinations'),
    facts('decisions of no such count', cases.decisionsUnmatched),
  ]);
  const { corrections } = cases;
  if (corrections) {
    const became = [facts('corrections used', corrections.used, 'determinations'), facts('corrections stale', corrections.stale, 'determinations'), facts('corrections of no such place', corrections.unmatched, 'corrections.csv'), ...(corrections.impossible === undefined ? [] : [facts('corrections that cannot be right', corrections.impossible, 'corrections.csv')])];
    tieOut.mustAgree(ALL, 'facts of cases', facts('corrections in force', corrections.inForce, 'corrections file'), became);
  }
  const challenged = tieOut.number(ALL, 'convictions challenged', tables.standings['challenged'] ?? 0, 'determinations');
  tieOut.mustAgree(ALL, 'facts of cases', challenged, facts('challenged', cases.challenged, 'public_defender.csv'));
}
