import {
  addYears,
  disputedArrests,
  earliestDay,
  latestDay,
  MISSING_DATE,
  printDate,
  type CalendarDate,
  type Cycle,
  type PartialDate,
  type SourceRow,
  type Step,
} from '@clearway/record';
import { fact, type Fact, once } from '../../engine/fact';
import { AS_KNOWN_TODAY, parameter } from '../../parameters/parameter';
import { shownDate, type Conviction } from '../../person/convictions';
import { saysOf } from '../../sources/disputed';

/** The days on which the offence can have been, and how that is known. */
export interface OffenceDate {
  readonly first: CalendarDate;
  readonly last: CalendarDate;
  readonly basis: 'arrest' | 'cycle' | 'conviction' | 'nothing';
  /** The same object each time: it is evidence of several readings. */
  readonly evidence: () => Fact;
}

const YEARS = parameter('prosecution.felony-years', AS_KNOWN_TODAY).value;

const remembered = new WeakMap<Conviction, OffenceDate>();

/**
 * The state's file has no date of offence. It is read from the arrest of the conviction's cycle, else from the cycle's own
 * date (the arrest too), else from the conviction: then it lies somewhere in the three years before. A partly known date,
 * and an arrest that comes after its conviction, leave the range that they leave; where sources give several arrests, it can be each.
 */
export function offenceDateOf(conviction: Conviction): OffenceDate {
  const found = remembered.get(conviction);
  if (found) return found;
  const date = read(conviction);
  remembered.set(conviction, date);
  return date;
}

function read(conviction: Conviction): OffenceDate {
  const latest = latestDay(conviction.date);
  const disputed = arrestsOfSources(conviction);
  if (disputed.length > 0) return ofSources(disputed, conviction);
  const arrest = firstArrest(conviction.cycle, latest);
  if (arrest) return rangeOf(arrest.date, latest, 'arrest', arrestFact(arrest.date, arrest.counts[0]?.rows[0]));
  if (usable(conviction.cycle.date, latest)) {
    const { date } = conviction.cycle;
    return rangeOf(date, latest, 'cycle', arrestFact(date, conviction.row));
  }
  if (conviction.date === MISSING_DATE) {
    return {
      first: 0,
      last: latest,
      basis: 'nothing',
      evidence: once(() => fact('offense date', missingWords(conviction), conviction.row)),
    };
  }
  // A trial that took longer makes the range too short by what it took.
  const words = (): string => `within ${YEARS} years before the conviction of ${printDate(conviction.date)}`;
  return {
    first: addYears(earliestDay(conviction.date), -YEARS),
    last: latest,
    basis: 'conviction',
    evidence: once(() => fact('offense date', words(), conviction.row)),
  };
}

/** Arrests that sources give of one conviction, as far as they can be: none is surely later than the conviction. */
export function arrestsOfSources({ count, date }: Pick<Conviction, 'count' | 'date'>): readonly PartialDate[] {
  if (count.says === undefined) return NO_DATES;
  return disputedArrests(count).filter((each) => usable(each, latestDay(date)));
}

function ofSources(arrests: readonly PartialDate[], conviction: Conviction): OffenceDate {
  const latest = latestDay(conviction.date);
  const evidence = once(() => {
    const words = `arrest ${arrests.map(printDate).join(' or ')}, as sources say`;
    const [says] = saysOf(conviction, 'arrest');
    return fact('offense date', words, says ? { ...says.at, offset: 0 } : conviction.row);
  });
  const ranges = arrests.map((each) => rangeOf(each, latest, 'arrest', evidence));
  const [one] = ranges as [OffenceDate];
  return {
    ...one,
    first: Math.min(...ranges.map(({ first }) => first)),
    last: Math.max(...ranges.map(({ last }) => last)),
  };
}

/** The earliest of the cycle: a later one is on a warrant, or for a violation of probation. */
function firstArrest(cycle: Cycle, lastOfConviction: CalendarDate): Step | undefined {
  let first: Step | undefined;
  for (const step of cycle.steps) {
    if (step.type !== 'arrest' || !usable(step.date, lastOfConviction)) continue;
    if (!first || earliestDay(step.date) < earliestDay(first.date)) first = step;
  }
  return first;
}

/**
 * The same, as far as it can be believed on the as-of date: no court convicts in the future, so a later date of conviction says
 * nothing.
 */
export function offenceDateAsOf(conviction: Conviction, asOf: CalendarDate): OffenceDate {
  const date = offenceDateOf(conviction);
  if (date.basis !== 'conviction' || earliestDay(conviction.date) <= asOf) return date;
  const evidence = once(() => fact('conviction date', 'later than the as-of date', conviction.row));
  return { first: 0, last: asOf, basis: 'nothing', evidence };
}

/** A date of arrest counts when it is there and not surely later than the conviction. */
function usable(date: PartialDate, lastOfConviction: CalendarDate): boolean {
  return date !== MISSING_DATE && earliestDay(date) <= lastOfConviction;
}

const NO_DATES: readonly PartialDate[] = [];

/** Of a day that is known in part, not those after the conviction. */
function rangeOf(
  date: PartialDate,
  lastOfConviction: CalendarDate,
  basis: OffenceDate['basis'],
  evidence: OffenceDate['evidence'],
): OffenceDate {
  const last = Math.min(latestDay(date), lastOfConviction);
  return { first: earliestDay(date), last, basis, evidence };
}

function arrestFact(date: PartialDate, row: SourceRow | undefined): OffenceDate['evidence'] {
  return once(() => fact('offense date', `arrest ${printDate(date)}`, row));
}

function missingWords(conviction: Conviction): string {
  const shown = shownDate(conviction);
  return shown === 'missing' ? shown : `missing: conviction of ${shown}`;
}
