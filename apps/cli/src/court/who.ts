import { userInfo } from 'node:os';
import { printDate } from '@clearway/record';
import { CliError } from '../cli-error';
import { today } from '../terminal/today';

/** The name that was given, else the user of the machine. */
export function recordedBy(by: string | undefined): string {
  return by?.trim() || userInfo().username;
}

/** The day that was given, else today, `YYYY-MM-DD`. */
export function dayOr(day: string | undefined): string {
  return day ?? printDate(today());
}

/** A day on which something happened: not one that has not come yet. */
export function pastDay(day: string): string {
  if (day > printDate(today()))
    throw new CliError('usage.day', 'The day has not come yet: give the day on which it happened, YYYY-MM-DD.');
  return day;
}
