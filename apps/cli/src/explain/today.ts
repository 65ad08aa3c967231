import { type CalendarDate } from '@clearway/record';

/** The calendar day of this machine: only a command reads a clock. */
export function today(): CalendarDate {
  const now = new Date();
  return now.getFullYear() * 10000 + (now.getMonth() + 1) * 100 + now.getDate();
}
