import { type RawRow } from '../raw-rows';
import { isFullDay, parseDay, printDay, text } from './input';

const DAY = 24 * 3600 * 1000;

/** When the sentence of a count ends: as the old tools added it up (366 and 30.5 days), and by the calendar. */
export interface SentenceEnd {
  readonly old: string;
  readonly calendar: string;
}

/** The ends of the sentences of the convicted counts that have a full date. */
export function sentenceEnds(convicted: readonly RawRow[]): readonly SentenceEnd[] {
  const counts = new Map<string, RawRow[]>();
  for (const row of convicted) counts.set(text(row, 'CNT_ORDER'), [...(counts.get(text(row, 'CNT_ORDER')) ?? []), row]);
  return [...counts.values()].filter(([first]) => isFullDay(text(first, 'STP_EVENT_DATE'))).map(endOf);
}

function endOf(rows: readonly RawRow[]): SentenceEnd {
  const start = parseDay(text(rows[0], 'STP_EVENT_DATE'));
  const total = { D: 0, M: 0, Y: 0 };
  for (const row of rows) {
    const unit = text(row, 'SENT_TIME_CODE').trim();
    const length = text(row, 'SENT_LENGTH').trim();
    if ((unit === 'D' || unit === 'M' || unit === 'Y') && /^\d+$/.test(length)) total[unit] += Number(length);
  }
  const old = new Date(start.getTime() + (total.D + total.M * 30.5 + total.Y * 366) * DAY);
  const years = new Date(Date.UTC(start.getUTCFullYear() + total.Y, start.getUTCMonth(), start.getUTCDate()));
  const months = new Date(Date.UTC(years.getUTCFullYear(), years.getUTCMonth() + total.M, years.getUTCDate()));
  return { old: printDay(old), calendar: printDay(new Date(months.getTime() + total.D * DAY)) };
}

/** A part of an earlier count stands after another count's first row: the old tools gave it to the other. */
export function hasStrayPart(convicted: readonly RawRow[]): boolean {
  const seen = new Set<string>();
  let last = '';
  for (const row of convicted) {
    const order = text(row, 'CNT_ORDER');
    if (seen.has(order) && order !== last) return true;
    if (!seen.has(order)) last = order;
    seen.add(order);
  }
  return false;
}
