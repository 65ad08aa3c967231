import { daysBetween } from '../days';
import { type BatchState, type BookState, type LineState } from '../state/book-state';
import { standingOf } from './batch-counts';

/** How long something has waited, in days. */
export const AGES = ['0-30', '31-60', '61-90', 'over-90'] as const;
export type Age = (typeof AGES)[number];

export function ageOf(days: number): Age {
  return days <= 30 ? '0-30' : days <= 60 ? '31-60' : days <= 90 ? '61-90' : 'over-90';
}

/** A line that the court has not answered. */
export interface OpenLine {
  readonly batch: BatchState;
  readonly line: LineState;
  /** The day on which the batch was sent, else signed. */
  readonly since: string;
  readonly days: number;
  readonly age: Age;
}

/** Everything that is before a court without an answer, the oldest first. */
export function openLines(state: BookState, asOf: string): readonly OpenLine[] {
  const open: OpenLine[] = [];
  for (const batch of state.batches.values()) {
    const since = batch.sent?.on ?? batch.released?.on ?? '';
    for (const line of batch.lines.values()) {
      if (standingOf(batch, line) !== 'open') continue;
      const days = Math.max(0, daysBetween(since, asOf));
      open.push({ batch, line, since, days, age: ageOf(days) });
    }
  }
  return open.sort((a, b) => b.days - a.days);
}

/** A line that the court did not find, or found different: it is looked into and sent again. */
export interface ResendLine {
  readonly batch: BatchState;
  readonly line: LineState;
  readonly todo: string;
}

export function resendLines(state: BookState): readonly ResendLine[] {
  const lines: ResendLine[] = [];
  for (const batch of state.batches.values()) {
    for (const line of batch.lines.values()) {
      const standing = standingOf(batch, line);
      if (standing !== 'not-found' && standing !== 'mismatch') continue;
      lines.push({ batch, line, todo: todoOf(standing, line.answer?.caseNumber ?? '') });
    }
  }
  return lines;
}

function todoOf(standing: 'not-found' | 'mismatch', caseNumber: string): string {
  if (caseNumber !== '') return 'send again under the number that the court gave';
  if (standing === 'not-found')
    return 'look for another number of the case (other_case_numbers, the arrest report), then send again';
  return 'compare name, number and count with the case file, then send again';
}
