import { parsePartialDate, type RowDate, UNREADABLE_DATE } from '@clearway/record';
import { type LineRepair } from '../lines/normal-form';

/** A line that begins with a date. */
export interface DateLine {
  readonly date: RowDate;
  /** What follows it. */
  readonly rest: string;
  readonly repair: LineRepair | undefined;
}

const EIGHT = /^([\dOIL](?:[. ]?[\dOIL]){7})[.:,]?(?:\s+(.*))?$/;

/** Eight digits at the beginning of a line; stray dots and the letters O, I, L among them are put right. */
export function dateLineOf(text: string): DateLine | undefined {
  const match = EIGHT.exec(text);
  const written = match?.[1] ?? '';
  if ((written.match(/\d/g)?.length ?? 0) < 6) return undefined;
  const digits = written.replace(/[. ]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  const repair = digits === written ? undefined : { rule: 'date', from: written, to: digits };
  return { date: dateOf(digits), rest: (match?.[2] ?? '').trim(), repair };
}

/** Eight digits as a date, blank as a missing one, anything else as one that cannot be read. */
export function dateOf(text: string): RowDate {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed === '00000000') return 0;
  return parsePartialDate(trimmed) || UNREADABLE_DATE;
}
