import {
  addYears,
  earliestDay,
  latestDay,
  MISSING_DATE,
  type CalendarDate,
  type PartialDate,
  type Verdict,
} from '@clearway/record';
import { addDays } from '../../person/sentence-term';
import { AS_KNOWN_TODAY, parameter } from '../../parameters/parameter';

const YEARS = parameter('old-conviction.years', AS_KNOWN_TODAY).value;

/** HS 11361.5: have two years passed since the conviction? On the second anniversary they have; 29 February comes again on 1 March. */
export function areTwoYearsOver(since: PartialDate, asOf: CalendarDate): Verdict {
  if (since === MISSING_DATE) return 'cannot-tell';
  if (addYears(latestDay(since), YEARS) <= asOf) return 'yes';
  return addYears(earliestDay(since), YEARS) > asOf ? 'no' : 'cannot-tell';
}

/**
 * HS 11361.7(a): did the conviction become final "more than two years previously"? On the second anniversary it did not yet. When it
 * became final no row shows: at the earliest on its own day, and without an appeal when the time for one was over.
 */
export function isFinalForTwoYears(convicted: PartialDate, asOf: CalendarDate): Verdict {
  if (convicted === MISSING_DATE) return 'cannot-tell';
  const days = parameter('judgment.final-days', AS_KNOWN_TODAY).value;
  if (addYears(addDays(latestDay(convicted), days), YEARS) < asOf) return 'yes';
  return addYears(earliestDay(convicted), YEARS) >= asOf ? 'no' : 'cannot-tell';
}
