import { alikeCharges, saysMore } from '../charge/alike-charges';
import { type Count, type CountDoubt, type Disposition, type History, type RecordProblem } from '../history';
import { type Charge } from '../offence';
import { uniteDispositions } from './unite-dispositions';

/**
 * Holds the rows of each count against each other, where a source writes a row for each event of a count: what comes later stands beside the
 * conviction, what two rows say stands once, and where two cannot both be right nothing is chosen, as between two sources
 * (`Count.doubts`, problem `sources-disagree`). Pure; a history in which no count has two dispositions comes back as it is.
 */
export function settleRows(history: History): History {
  const problems: RecordProblem[] = [];
  let changed = false;
  const cycles = history.cycles.map((cycle) => ({
    ...cycle,
    steps: cycle.steps.map((step) => ({
      ...step,
      counts: step.counts.map((count) => {
        if (count.dispositions.length < 2 && count.otherCharges === undefined) return count;
        changed = true;
        const settled = settledCount(count);
        const [row] = count.rows;
        if (settled.doubts && row)
          problems.push({ code: 'sources-disagree', at: { file: row.file, row: row.row, line: row.line } });
        return settled;
      }),
    })),
  }));
  return changed ? { ...history, cycles, problems: [...history.problems, ...problems] } : history;
}

function settledCount(count: Count): Count {
  const byRow = new Map<number, Disposition[]>();
  for (const each of count.dispositions) byRow.set(each.row, [...(byRow.get(each.row) ?? []), each]);
  const [first = [], ...others] = byRow.values();
  let dispositions: readonly Disposition[] = first;
  let doubts: ReadonlySet<CountDoubt> = new Set(count.doubts ?? []);
  for (const each of others) {
    const united = uniteDispositions(dispositions, each, doubts);
    dispositions = united.dispositions;
    doubts = new Set(united.doubts);
  }
  const { doubts: _, ...rest } = count;
  return {
    ...rest,
    ...chargesOf(count),
    dispositions,
    ...(doubts.size === 0 ? {} : { doubts: [...doubts].sort() }),
  };
}

/** A row that leaves out a subdivision cites no other charge. */
function chargesOf({ charged, otherCharges = [] }: Count): Pick<Count, 'charged' | 'otherCharges'> {
  let best: Charge = charged;
  const others = otherCharges.filter((each) => {
    if (alikeCharges(best, each) === 'no') return true;
    if (saysMore(each, best)) best = each;
    return false;
  });
  return { charged: best, otherCharges: others.length === 0 ? undefined : others };
}
