import { type Count, type Cycle, type History, type SourceSays, type Step } from '../history';
import { printDate } from '../partial-date';
import { arrestDateOf, convictedCharge, firstConvicted, undisposedKind } from '../quality/count-parts';
import { type CorrectionField, type CorrectionPlace } from './correction';

/** A count where it stands. */
export interface CountPlace {
  readonly cycle: Cycle;
  readonly step: Step;
  readonly count: Count;
}

/**
 * The count that a key names, if it can be corrected: a conviction, or a cannabis count without a disposition. Of one subject the
 * number in front does not matter: it changes when a file is added.
 */
export function correctableCount(history: History, key: string): CountPlace | undefined {
  const [subject = '', order = ''] = key.split(':');
  for (const cycle of history.cycles) {
    if (history.subjects.length > 1 && String(cycle.subject) !== subject) continue;
    if (cycle.order !== order.slice(0, cycle.order.length)) continue;
    for (const step of cycle.steps) {
      for (const count of step.counts) {
        if (count.order !== order) continue;
        const correctable = firstConvicted(count.dispositions) >= 0 || undisposedKind(cycle, step, count) !== undefined;
        return correctable ? { cycle, step, count } : undefined;
      }
    }
  }
  return undefined;
}

/** What the record says at a place, as text; undefined where there is no such place. */
export function recordedValue(history: History, { key, field }: Omit<CorrectionPlace, 'person'>): string | undefined {
  if (field === 'birth-date') return key === '' ? birthDatesNow(history) : undefined;
  const place = correctableCount(history, key);
  return place && valueOfCount(place, field);
}

export function birthDatesNow({ birthDates }: History): string {
  return birthDates.map(printDate).join('; ');
}

/** The same of a count that is at hand. */
export function valueOfCount(
  { cycle, count }: Pick<CountPlace, 'cycle' | 'count'>,
  field: Exclude<CorrectionField, 'birth-date'>,
): string {
  const { dispositions } = count;
  switch (field) {
    case 'disposition':
      // What another source says of it can stand in a count of its own.
      return distinct([...dispositions.map(({ text }) => text), ...saidOf(count, 'conviction').map(withoutDay)]);
    case 'conviction-date':
      // Where sources say different days neither stands in the count.
      if (count.doubts?.includes('date') && saidOf(count, 'date').length > 0) return distinct(saidOf(count, 'date'));
      return distinct(dispositions.filter(({ kind }) => kind === 'convicted').map(({ date }) => printDate(date)));
    case 'severity':
      return distinct(dispositions.map(({ severityText }) => severityText));
    case 'arrest-date':
      return distinct(saidOf(count, 'arrest')) || printDate(arrestDateOf(cycle));
    case 'section':
      return convictedCharge(count).text;
    case 'case-number':
      return distinct(count.caseNumbers.map(({ number }) => number.trim()));
  }
}

function saidOf({ says = [] }: Count, of: SourceSays['of']): readonly string[] {
  return says.filter((each) => each.of === of).map(({ value }) => value);
}

function withoutDay(said: string): string {
  return said.replace(/ on [\d-]+$/, '');
}

function distinct(texts: readonly string[]): string {
  return [...new Set(texts.filter((each) => each !== ''))].join('; ');
}
