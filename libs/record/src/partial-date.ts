/**
 * A calendar date as the integer `yyyymmdd`. An unknown day or month is `00` (`20140600`, `20140000`); `0` is a date
 * that is missing or cannot be read. None ever becomes year 1: whoever compares dates gets an answer in three values.
 */
export type PartialDate = number;

/** A full calendar date as the integer `yyyymmdd`. */
export type CalendarDate = number;

/** What a test of law or policy can say. `cannot-tell` is never read as yes and never as no. */
export type Verdict = 'yes' | 'no' | 'cannot-tell';

export const MISSING_DATE: PartialDate = 0;

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (DAYS[month - 1] ?? 0);
}

/**
 * Reads `YYYYMMDD`, `YYYYMM00` and `YYYY0000` (blanks around are ignored). Anything else, also a day that no calendar
 * has, is a missing date: the caller keeps the text and reports the problem.
 */
export function parsePartialDate(text: string): PartialDate {
  const trimmed = text.trim();
  if (trimmed.length !== 8) return MISSING_DATE;
  let value = 0;
  for (let i = 0; i < 8; i++) {
    const digit = trimmed.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return MISSING_DATE;
    value = value * 10 + digit;
  }
  return isPartialDate(value) ? value : MISSING_DATE;
}

/** Reads `YYYY-MM-DD`; throws a RangeError that names the form wanted when it is not a day of the calendar. */
export function parseCalendarDate(text: string): CalendarDate {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim());
  const value = match ? Number(match[1]) * 10000 + Number(match[2]) * 100 + Number(match[3]) : 0;
  if (!isFullDate(value)) throw new RangeError('a date is written YYYY-MM-DD and must be a day of the calendar');
  return value;
}

function isPartialDate(value: number): boolean {
  const year = yearOf(value);
  const month = monthOf(value);
  const day = dayOf(value);
  if (year < 1800 || month > 12) return false;
  if (month === 0) return day === 0;
  return day <= daysInMonth(year, month);
}

export function yearOf(date: PartialDate): number {
  return (date / 10000) | 0;
}

export function monthOf(date: PartialDate): number {
  return ((date / 100) | 0) % 100;
}

export function dayOf(date: PartialDate): number {
  return date % 100;
}

/** True when year, month and day are all known. */
export function isFullDate(date: PartialDate): boolean {
  return date !== MISSING_DATE && dayOf(date) !== 0 && isPartialDate(date);
}

/** The first day that the date can be; a missing date can be any day, so its first is 0. */
export function earliestDay(date: PartialDate): CalendarDate {
  if (date === MISSING_DATE || dayOf(date) !== 0) return date;
  return monthOf(date) === 0 ? date + 101 : date + 1;
}

/** The last day that the date can be; a missing date can be any day, so its last is 99991231. */
export function latestDay(date: PartialDate): CalendarDate {
  if (date === MISSING_DATE) return 99991231;
  if (dayOf(date) !== 0) return date;
  const month = monthOf(date);
  return month === 0 ? date + 1231 : date + daysInMonth(yearOf(date), month);
}

/** Calendar years later (or earlier); 29 February becomes 1 March where the year has no such day. */
export function addYears(date: CalendarDate, years: number): CalendarDate {
  const moved = date + years * 10000;
  return moved % 10000 === 229 && !isLeapYear(yearOf(moved)) ? yearOf(moved) * 10000 + 301 : moved;
}

/** Is `date` on or before `limit`, whatever its unknown parts are? */
export function isOnOrBefore(date: PartialDate, limit: CalendarDate): Verdict {
  if (latestDay(date) <= limit) return 'yes';
  return earliestDay(date) > limit ? 'no' : 'cannot-tell';
}

/** Is `date` strictly before `limit`, whatever its unknown parts are? */
export function isBefore(date: PartialDate, limit: CalendarDate): Verdict {
  if (latestDay(date) < limit) return 'yes';
  return earliestDay(date) >= limit ? 'no' : 'cannot-tell';
}

/** `2014-06-09`, `2014-06`, `2014` or `` for a missing date. */
export function printDate(date: PartialDate): string {
  if (date === MISSING_DATE) return '';
  const year = yearOf(date) < 1000 ? String(yearOf(date)).padStart(4, '0') : String(yearOf(date));
  if (monthOf(date) === 0) return year;
  const month = twoDigits(monthOf(date));
  return dayOf(date) === 0 ? `${year}-${month}` : `${year}-${month}-${twoDigits(dayOf(date))}`;
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}
