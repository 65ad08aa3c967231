import { isFullDate } from '@clearway/record';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * A day as courts write it, as `yyyymmdd`; 0 when it is none. Month before day, as in California. A year of two digits is of this
 * century: nobody answers a filing of the one before.
 *
 * @example courtDay('12/1/2026') // 20261201
 * @example courtDay('Dec. 1, 2026') // 20261201
 */
export function courtDay(text: string): number {
  const plain = text.trim().replace(/[T ]\d{1,2}:\d{2}.*$/, '');
  const digits = /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  if (digits) return dayOf(digits[1], digits[2], digits[3]);
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(plain);
  if (iso) return dayOf(iso[1], iso[2], iso[3]);
  const american = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})$/.exec(plain);
  if (american) return dayOf(american[3], american[1], american[2]);
  const named = /^([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/.exec(plain);
  if (named) return dayOf(named[3], monthOf(named[1]), named[2]);
  const dayFirst = /^(\d{1,2})[- ]([A-Za-z]{3,9})\.?[- ,]+(\d{4}|\d{2})$/.exec(plain);
  return dayFirst ? dayOf(dayFirst[3], monthOf(dayFirst[2]), dayFirst[1]) : 0;
}

function monthOf(name = ''): string {
  return String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1);
}

function dayOf(year = '', month = '', day = ''): number {
  const full = year.length === 2 ? `20${year}` : year;
  const date = Number(full) * 10_000 + Number(month) * 100 + Number(day);
  return isFullDate(date) ? date : 0;
}
