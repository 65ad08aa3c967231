import { dayOf, MISSING_DATE, monthOf, printDate, yearOf } from '@clearway/record';
import {
  type CaseFactsCounts,
  type LettersCounts,
  type PapersCounts,
  type ReportedRun,
  type RunSourcesCounts,
} from '../run/reported-run';
import { qualityLines } from '../quality/data-quality';
import { byFirstPart } from '../tally/read-table';
import { OUTCOMES } from '../tally/relief-given';
import { type TallyJson, type TallyTable } from '../tally/tally';

/** Everything that `summary.json` and the summary report print. */
export interface SummaryInput {
  readonly run: ReportedRun;
  readonly tally: TallyJson;
  readonly papers?: PapersCounts;
  readonly letters?: LettersCounts;
  readonly cases?: CaseFactsCounts;
  /** Of a run with sources beside the state's files. */
  readonly sources?: RunSourcesCounts;
}

/**
 * `summary.json`: the earlier tool's keys under their old names and meanings, then Clearway's.
 *
 * Two differences, both on purpose. `processingTimeInSeconds` is null: a clock's reading would make the same run
 * differ; it stands in `run.log.json`. `CountSubjectsNoConvictionLast7Years` is counted from the as-of date, where the
 * earlier tool took the day on which it ran.
 */
export function summaryJson(input: SummaryInput): string {
  return `${JSON.stringify({ ...earlierKeys(input), ...clearwayKeys(input) }, null, 2)}\n`;
}

function earlierKeys({ run, tally }: SummaryInput): Record<string, unknown> {
  const bySeverity = byFirstPart(tally.tables.outcomesBySeverity);
  return {
    county: run.county,
    earliestConviction: timestamp(tally.earliestConviction),
    lineCount: run.files.reduce((sum, { rowsRead }) => sum + rowsRead, 0),
    processingTimeInSeconds: null,
    reliefWithCurrentEligibilityChoices: impact(tally, 'impact'),
    reliefWithDismissAllProp64: impact(tally, 'impactDismissAll'),
    prop64ConvictionsCountInCountyByCodeSection: Object.fromEntries(byFirstPart(tally.tables.outcomesBySection)),
    subjectsWithProp64ConvictionCountInCounty: tally.numbers.peopleDecided,
    prop64FelonyConvictionsCountInCounty: bySeverity.get('felony') ?? 0,
    prop64NonFelonyConvictionsCountInCounty: (bySeverity.get('misdemeanor') ?? 0) + (bySeverity.get('infraction') ?? 0),
    subjectsWithSomeReliefCount: tally.numbers.peopleWithRelief,
    convictionDismissalCountByCodeSection: tally.tables.dismissalsBySection,
    convictionReductionCountByCodeSection: tally.tables.reductionsBySection,
    convictionDismissalCountByAdditionalRelief: tally.tables.dismissalsByReason,
  };
}

function clearwayKeys({ run, tally, papers, letters, cases, sources }: SummaryInput): Record<string, unknown> {
  const { numbers, tables } = tally;
  return {
    asOf: printDate(run.asOf),
    policy: run.policy,
    ruleSet: run.ruleSetHash,
    files: run.files,
    prop64UnknownSeverityConvictionsCountInCounty: byFirstPart(tables.outcomesBySeverity).get('unknown') ?? 0,
    people: numbers.people,
    peopleWithIncompleteRecord: numbers.peopleIncomplete,
    peopleInRejectedRowsOnly: numbers.peopleOnlyRejected,
    peopleRecordedAsDeceased: numbers.peopleDeceased,
    peopleInReview: numbers.peopleInReview,
    peopleWithRelief: numbers.peopleWithRelief,
    convictionsOnRecord: numbers.convictionsOnRecord,
    convictionsDecided: numbers.convictions,
    convictionsWithRelief: numbers.convictionsWithRelief,
    convictionsWithReliefThatCannotBeFiled: numbers.convictionsWithReliefNotFileable,
    cases: numbers.cases,
    casesWithRelief: numbers.casesWithRelief,
    outcomes: Object.fromEntries(OUTCOMES.map((outcome) => [outcome, tables.outcomes[outcome] ?? 0])),
    floorsInReview: tables.floorsInReview,
    questions: tables.questions,
    standings: tables.standings,
    prosecutors: tables.prosecutors,
    reasons: tables.reasons,
    recordProblems: tables.problems,
    dataQuality: qualityLines(tally),
    papers: papers ?? null,
    letters: letters ?? null,
    ...(sources ? { sources: { ...sources.joining, ...sources.written } } : {}),
    ...(cases ? { convictionsWithoutCourtRecord: numbers.convictionsWithoutCourtRecord, factsOfCases: cases } : {}),
  };
}

function impact(tally: TallyJson, table: Extract<TallyTable, 'impact' | 'impactDismissAll'>): Record<string, number> {
  const counts = tally.tables[table];
  return {
    CountSubjectsNoConviction: counts['noConviction'] ?? 0,
    CountSubjectsNoConvictionLast7Years: counts['noConvictionLast7Years'] ?? 0,
    CountSubjectsNoFelony: counts['noFelony'] ?? 0,
  };
}

/** RFC 3339 as the earlier tool wrote it; null where it wrote year 1. */
function timestamp(date: number): string | null {
  if (date === MISSING_DATE) return null;
  return new Date(Date.UTC(yearOf(date), monthOf(date) - 1, dayOf(date))).toISOString().replace('.000Z', 'Z');
}
