import { printDate, type CalendarDate } from '@clearway/record';
import { parameterExists, type Policy } from '@clearway/rules';

/** The day on which everything is decided is one on which nothing could be filed under the policy. */
export class FilingDayError extends Error {
  override readonly name = 'FilingDayError';
  readonly code = 'input.as-of-before-the-act';
}

/**
 * HS 11361.8 is in force since November 9, 2016: under a policy for filing no earlier day can be answered. A replay keeps to the day
 * that it says.
 *
 * Throws a FilingDayError that names the cure.
 */
export function checkFilingDay(policy: Pick<Policy, 'kind' | 'name'>, asOf: CalendarDate): void {
  // Before its first day the parameter has no value.
  if (policy.kind !== 'filing' || parameterExists('act.in-force', asOf)) return;
  throw new FilingDayError(
    `The as-of date ${printDate(asOf)} is before November 9, 2016: section 11361.8 was not in force, so nothing could be filed under the policy "${policy.name}". Give a date on or after 2016-11-09, today for example.`,
  );
}
