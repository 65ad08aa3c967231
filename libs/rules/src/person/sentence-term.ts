import {
  addYears,
  daysInMonth,
  isFullDate,
  MISSING_DATE,
  earliestDay,
  latestDay,
  monthOf,
  yearOf,
  type CalendarDate,
  type PartialDate,
  type Sentence,
  type Verdict,
} from '@clearway/record';

/** The parts of a count's sentence, added up: the calendar, never 366 days for a year. */
export interface SentenceTerm {
  readonly years: number;
  readonly months: number;
  readonly days: number;
  /** `LIFE` and the like: it has no end. */
  readonly endless: boolean;
  /** A part has a length that cannot be read, such as `TBD`. */
  readonly unreadable: boolean;
}

const ENDLESS = /\bLIFE\b|\bLWOP\b|\bDEATH\b/i;
const NOTHING: SentenceTerm = { years: 0, months: 0, days: 0, endless: false, unreadable: false };
const LONGEST = 500;

export function sentenceOf(parts: readonly Sentence[]): SentenceTerm {
  if (parts.length === 0) return NOTHING;
  let { years, months, days, endless, unreadable } = NOTHING;
  for (const part of parts) {
    const length = part.length === '' ? 0 : Number(part.length);
    if (length === 0) {
      if (ENDLESS.test(part.place)) endless = true;
    } else if (!(length > 0) || !Number.isInteger(length)) {
      if (ENDLESS.test(part.length)) endless = true;
      else unreadable = true;
    } else {
      if (part.unit === 'Y') years += length;
      else if (part.unit === 'M') months += length;
      else if (part.unit === 'D') days += length;
      else if (!/FINE|RESTITUTION/i.test(part.place)) unreadable = true;
    }
  }
  return { years, months, days, endless, unreadable };
}

/** Is the sentence over on `asOf`? On the day that it ends, it is. */
export function isCompleted(term: SentenceTerm, from: PartialDate, asOf: CalendarDate): Verdict {
  if (term.endless) return 'no';
  const none = term.years === 0 && term.months === 0 && term.days === 0;
  if (none) return term.unreadable ? 'cannot-tell' : 'yes';
  if (from === MISSING_DATE) return 'cannot-tell';
  if (!term.unreadable && isLongOver(term, from, asOf)) return 'yes';
  if (endOf(term, earliestDay(from)) > asOf) return 'no';
  if (term.unreadable) return 'cannot-tell';
  return endOf(term, latestDay(from)) <= asOf ? 'yes' : 'cannot-tell';
}

/** Most sentences ended years ago, which needs no calendar. */
function isLongOver(term: SentenceTerm, from: PartialDate, asOf: CalendarDate): boolean {
  const years = term.years + Math.ceil(term.months / 12) + Math.ceil(term.days / 365);
  return yearOf(from) + years + 1 < yearOf(asOf);
}

/** Years first, then months, then days. */
export function endOf(term: SentenceTerm, from: CalendarDate): CalendarDate {
  if (!isFullDate(from)) return from;
  const withYears = addYears(from, Math.min(term.years, LONGEST));
  return addDays(addMonths(withYears, Math.min(term.months, LONGEST * 12)), Math.min(term.days, LONGEST * 366));
}

function addMonths(date: CalendarDate, months: number): CalendarDate {
  const all = Math.trunc(date / 10000) * 12 + (Math.trunc(date / 100) % 100) - 1 + months;
  const year = Math.trunc(all / 12);
  const month = (all % 12) + 1;
  return year * 10000 + month * 100 + Math.min(date % 100, daysInMonth(year, month));
}

/** A full day and so many days more, on the calendar. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  if (days === 0) return date;
  let day = (date % 100) + days;
  let month = monthOf(date);
  let year = yearOf(date);
  for (let last = daysInMonth(year, month); day > last; last = daysInMonth(year, month)) {
    day -= last;
    month = month === 12 ? 1 : month + 1;
    if (month === 1) year += 1;
  }
  return year * 10000 + month * 100 + day;
}

export function printTerm(term: SentenceTerm): string {
  if (term === NOTHING) return 'no time stated';
  const parts = [
    term.years > 0 ? `${term.years} years` : '',
    term.months > 0 ? `${term.months} months` : '',
    term.days > 0 ? `${term.days} days` : '',
    term.endless ? 'for life' : '',
    term.unreadable ? 'a part of unreadable length' : '',
  ].filter((each) => each !== '');
  return parts.length === 0 ? 'no time stated' : parts.join(', ');
}
