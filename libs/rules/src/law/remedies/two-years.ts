import {
  addYears,
  earliestDay,
  latestDay,
  MISSING_DATE,
  type CalendarDate,
  type PartialDate,
  type Verdict,
} from '@clearway/record';

/** HS 11361.5: the years after which records are destroyed, HS 11361.7: after which they are no longer relevant. */
const YEARS = 2;

/** Have two years passed since? On the second anniversary they have; 29 February comes again on 1 March. */
export function areTwoYearsOver(since: PartialDate, asOf: CalendarDate): Verdict {
  if (since === MISSING_DATE) return 'cannot-tell';
  if (addYears(latestDay(since), YEARS) <= asOf) return 'yes';
  return addYears(earliestDay(since), YEARS) > asOf ? 'no' : 'cannot-tell';
}
