import {
  addYears,
  earliestDay,
  latestDay,
  MISSING_DATE,
  type CalendarDate,
  type PartialDate,
  type Verdict,
} from '@clearway/record';
import { AS_KNOWN_TODAY, parameter } from '../../parameters/parameter';

const YEARS = parameter('old-conviction.years', AS_KNOWN_TODAY).value;

/** HS 11361.5, 11361.7: have two years passed since? On the second anniversary they have; 29 February comes again on 1 March. */
export function areTwoYearsOver(since: PartialDate, asOf: CalendarDate): Verdict {
  if (since === MISSING_DATE) return 'cannot-tell';
  if (addYears(latestDay(since), YEARS) <= asOf) return 'yes';
  return addYears(earliestDay(since), YEARS) > asOf ? 'no' : 'cannot-tell';
}
