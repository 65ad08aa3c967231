import { addYears, earliestDay, latestDay, type CalendarDate, type PartialDate, type Verdict } from '@clearway/record';

/**
 * The one rule for years, in every criterion: calendar years are added to the day, and on the day that comes out, or after it,
 * they have passed. 29 February becomes 1 March where the year has none. A partly known date says what each of its days says.
 */
export function yearsPassed(since: PartialDate, years: number, on: CalendarDate): Verdict {
  if (addYears(latestDay(since), years) <= on) return 'yes';
  return addYears(earliestDay(since), years) > on ? 'no' : 'cannot-tell';
}

/** The days on which a birthday can fall. */
export interface DayRange {
  readonly first: CalendarDate;
  readonly last: CalendarDate;
}

export function birthday(born: PartialDate, years: number): DayRange {
  return { first: addYears(earliestDay(born), years), last: addYears(latestDay(born), years) };
}

/** Was the birthday still to come on a day that lies somewhere in `days`? On the birthday itself it is not. */
export function stillYounger(day: DayRange, days: DayRange): Verdict {
  if (day.first > days.last) return 'yes';
  return day.last <= days.first ? 'no' : 'cannot-tell';
}
