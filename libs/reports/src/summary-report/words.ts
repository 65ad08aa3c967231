import { type CalendarDate, dayOf, monthOf, yearOf } from '@clearway/record';
import { type Outcome, outcomeWords } from '@clearway/rules';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** `1,234,567`. */
export function grouped(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `12.5 %` of a whole; a dash when there is nothing to share. */
export function share(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((part * 100) / whole).toFixed(1)} %`;
}

/** `July 1, 2020`. */
export function longDate(date: CalendarDate): string {
  return `${MONTHS[monthOf(date) - 1] ?? ''} ${dayOf(date)}, ${yearOf(date)}`;
}

/** `1 person`, `2 people`. */
export function counted(n: number, one: string, many: string): string {
  return `${grouped(n)} ${n === 1 ? one : many}`;
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** An outcome as a heading says it: `Dismissed and sealed`. */
export function outcomeTitle(outcome: Outcome): string {
  return capitalised(outcomeWords(outcome));
}

/** `Los Angeles` of `LOS ANGELES`. */
export function countyTitle(county: string): string {
  return county.trim().toLowerCase().split(/\s+/).map(capitalised).join(' ');
}
