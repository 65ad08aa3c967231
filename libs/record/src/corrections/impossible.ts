import { type Cycle, type History, type Step } from '../history';
import { type CalendarDate, earliestDay, isFullDate, latestDay, MISSING_DATE, type PartialDate } from '../partial-date';
import { firstConvicted } from '../quality/count-parts';
import { type Correction } from './correction';
import { readDate } from './correction-value';
import { correctableCount } from './recorded-value';

/** Why a correction cannot be right, with the cure. Codes are stable; no word of the record stands in them. */
export const IMPOSSIBLE = {
  'after-today': 'is a day that has not come yet: write the day that the evidence gives',
  'before-1900': 'is a day before 1900: write the year with four digits, as the evidence gives it',
  'before-the-birth': 'is a day before the person was born: look at it again, or correct the birth date too',
  'after-a-conviction':
    'is a birth after a conviction of the person: look at it again, or correct the day of that conviction too',
  'after-the-conviction':
    'is an arrest after its conviction: look at it again, or correct the day of the conviction too',
  'found-before': 'is a day before the one that was found: write the day on which somebody found the value',
} as const;

export type Impossible = keyof typeof IMPOSSIBLE;

const FIRST_DAY = 19000101;

/** What can be told of a correction without the record; `on` is the day on which somebody found the value. */
export function impossibleAlone(
  { field, value, on }: Pick<Correction, 'field' | 'value' | 'on'>,
  today: CalendarDate,
): { readonly of: 'value' | 'on'; readonly why: Impossible } | undefined {
  const date = field.endsWith('-date') ? readDate(value) : MISSING_DATE;
  if (date !== MISSING_DATE) {
    if (earliestDay(date) > today) return { of: 'value', why: 'after-today' };
    if (latestDay(date) < FIRST_DAY) return { of: 'value', why: 'before-1900' };
  }
  // 0: nobody wrote a day, so it is today.
  if (on === 0) return undefined;
  if (on > today) return { of: 'on', why: 'after-today' };
  if (on < FIRST_DAY) return { of: 'on', why: 'before-1900' };
  return date !== MISSING_DATE && on < earliestDay(date) ? { of: 'on', why: 'found-before' } : undefined;
}

/**
 * What the record of the person says against a correction, once all of them are made: a day before the birth, a birth after a
 * conviction, an arrest after its conviction. Where it is only unlikely, it is a question, and nothing here.
 */
export function impossibleInRecord(
  history: History,
  { field, key, value }: Pick<Correction, 'field' | 'key' | 'value'>,
): Impossible | undefined {
  if (!field.endsWith('-date')) return undefined;
  const date = readDate(value);
  if (field === 'birth-date') return isBornAfterConviction(date, history) ? 'after-a-conviction' : undefined;
  const births = history.birthDates.filter((each) => each !== MISSING_DATE);
  if (births.length > 0 && births.every((each) => latestDay(date) < earliestDay(each))) return 'before-the-birth';
  if (field !== 'arrest-date') return undefined;
  const convicted = convictedOn(history, key);
  return convicted !== MISSING_DATE && earliestDay(date) > latestDay(convicted) ? 'after-the-conviction' : undefined;
}

function isBornAfterConviction(born: PartialDate, { cycles }: History): boolean {
  const steps = cycles.flatMap((cycle: Cycle): readonly Step[] => cycle.steps);
  return steps.some(({ counts }) =>
    counts.some(({ dispositions }) => {
      const date = dispositions[firstConvicted(dispositions)]?.date ?? MISSING_DATE;
      return isFullDate(date) && date < earliestDay(born);
    }),
  );
}

function convictedOn(history: History, key: string): PartialDate {
  const dispositions = correctableCount(history, key)?.count.dispositions ?? [];
  return dispositions[firstConvicted(dispositions)]?.date ?? MISSING_DATE;
}
