import { type CalendarDate } from '@clearway/record';

/** The day of the machine's own clock and zone: for commands that take today when no day is given. */
export function today(): CalendarDate {
  const now = new Date();
  return now.getFullYear() * 10000 + (now.getMonth() + 1) * 100 + now.getDate();
}
