import { type Count, type RecordProblemCode } from '../history';
import { dayOf, isFullDate, type PartialDate } from '../partial-date';

/** What a count lets a person know: of a conviction its date, its severity and its charge. */
export function problemsOfCount({
  dispositions,
  convictedOf,
  charged,
}: Pick<Count, 'dispositions' | 'convictedOf' | 'charged'>): readonly RecordProblemCode[] {
  const conviction = dispositions.find(({ kind }) => kind === 'convicted');
  if (!conviction) return NONE;
  const { date, severity } = conviction;
  const unread = (convictedOf ?? charged).problem !== undefined;
  // Nearly always nothing is wrong, and this is asked of every count of the state's file.
  if (dayOf(date) !== 0 && severity !== 'unknown' && !unread) return NONE;
  const codes: RecordProblemCode[] = [];
  if (date === 0) codes.push('missing-event-date');
  else if (dayOf(date) === 0) codes.push('partial-event-date');
  if (severity === 'unknown') codes.push('unknown-severity');
  if (unread) codes.push('unreadable-charge');
  return codes;
}

/** What is wrong with the birth dates of a person, if anything is. */
export function problemOfBirths(birthDates: readonly PartialDate[]): RecordProblemCode | undefined {
  const full = birthDates.filter(isFullDate);
  if (birthDates.length === 0) return 'missing-birth-date';
  if (full.length === 0) return 'partial-birth-date';
  return full.length > 1 ? 'conflicting-birth-dates' : undefined;
}

const NONE: readonly never[] = [];
