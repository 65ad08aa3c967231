import { type CaseFactsCounts, type PapersCounts, type RunSourcesCounts } from '@clearway/reports';
import { dangersInOrder } from './dangers';

// Counts that came through a message have lost their order, and files of the same run have the same bytes.

/** The fields of the counts in this order. Every field must be named; what is absent stays absent. */
type Order<Counts> = Readonly<Record<keyof Required<Counts>, true>>;

function inOrder<Counts extends object>(counts: Counts, order: Order<Counts>): Counts {
  const given = Object.keys(order).filter((name) => counts[name as keyof Counts] !== undefined);
  return Object.fromEntries(given.map((name) => [name, counts[name as keyof Counts]])) as Counts;
}

const PAPERS: Order<PapersCounts> = {
  courtUpdateRows: true,
  cannotFileRows: true,
  cannotFileThoughCaseKnown: true,
  cases: true,
  packetsDrawn: true,
  packetsReleased: true,
  packetsWithheld: true,
  batches: true,
  batchesNotConfirmed: true,
  linesInBatches: true,
  packetsInBatches: true,
  casesFiled: true,
  peopleFiled: true,
  files: true,
  pages: true,
  unfiledByReason: true,
  noRecordLocated: true,
  batchesWithoutAttorney: true,
  dangers: true,
  challenges: true,
};
const CHALLENGES: Order<NonNullable<PapersCounts['challenges']>> = {
  notices: true,
  noticesWithheld: true,
  pages: true,
  counts: true,
  countsWithheld: true,
  countsWithoutNotice: true,
};
const CASES: Order<CaseFactsCounts> = {
  rows: true,
  rowsUsed: true,
  rowsUnused: true,
  decisions: true,
  decisionsApplied: true,
  decisionsStale: true,
  decisionsUnmatched: true,
  challenged: true,
  corrections: true,
};
const CORRECTIONS: Order<NonNullable<CaseFactsCounts['corrections']>> = {
  inForce: true,
  used: true,
  stale: true,
  unmatched: true,
  impossible: true,
};
const JOINING: Order<RunSourcesCounts['joining']> = {
  records: true,
  people: true,
  peopleJoined: true,
  joinedByNumber: true,
  joinedByLikeness: true,
  joinedByDecision: true,
  asked: true,
  peopleAsked: true,
  byFile: true,
  decisionsWaiting: true,
};
const WRITTEN: Order<RunSourcesCounts['written']> = {
  sourceResults: true,
  ownByFile: true,
  foundInOne: true,
  missingFromState: true,
  missingFromCourts: true,
  joins: true,
  questions: true,
  notes: true,
};

export function papersInOrder(papers: PapersCounts): PapersCounts {
  const { dangers, challenges } = papers;
  const byName = ([a]: [string, number], [b]: [string, number]): number => (a < b ? -1 : 1);
  return inOrder(
    {
      ...papers,
      unfiledByReason: Object.fromEntries(Object.entries(papers.unfiledByReason).sort(byName)),
      ...(dangers === undefined ? {} : { dangers: dangersInOrder(dangers) }),
      ...(challenges === undefined ? {} : { challenges: inOrder(challenges, CHALLENGES) }),
    },
    PAPERS,
  );
}

export function casesInOrder(cases: CaseFactsCounts): CaseFactsCounts {
  const { corrections } = cases;
  return inOrder(
    corrections === undefined ? cases : { ...cases, corrections: inOrder(corrections, CORRECTIONS) },
    CASES,
  );
}

export function sourcesInOrder({ joining, written }: RunSourcesCounts): RunSourcesCounts {
  const byFile = joining.byFile.map(({ joined, asked }) => ({ joined, asked }));
  return { joining: inOrder({ ...joining, byFile }, JOINING), written: inOrder(written, WRITTEN) };
}
