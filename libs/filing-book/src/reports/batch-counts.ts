import { RECEIPT_ANSWERS } from '@clearway/court-exchange';
import { BookTieError } from '../errors';
import { type BatchState, type LineState } from '../state/book-state';

/**
 * Where a line stands. `not-filed`: its batch is made or voided; `open`: before the court without an answer; `moved`, `withdrawn`: a
 * correction took it out.
 */
export const LINE_STANDINGS = [...RECEIPT_ANSWERS, 'open', 'not-filed', 'moved', 'withdrawn'] as const;
export type LineStanding = (typeof LINE_STANDINGS)[number];

export function standingOf({ stage }: Pick<BatchState, 'stage'>, line: LineState): LineStanding {
  if (line.movedTo) return 'moved';
  if (line.withdrawn) return 'withdrawn';
  if (stage === 'made' || stage === 'voided') return 'not-filed';
  return line.answer?.answer ?? 'open';
}

export type BatchCounts = Readonly<Record<LineStanding, number>> & { readonly lines: number };

/** What became of the lines of a batch; the parts add up to `lines`. Throws a BookTieError when they do not. */
export function countsOf(batch: BatchState): BatchCounts {
  const counts = Object.fromEntries(LINE_STANDINGS.map((standing) => [standing, 0])) as Record<LineStanding, number>;
  for (const line of batch.lines.values()) counts[standingOf(batch, line)] += 1;
  return assertTies(batch.batch, { ...counts, lines: batch.lines.size });
}

export function assertTies(batch: string, counts: BatchCounts): BatchCounts {
  const sum = LINE_STANDINGS.reduce((all, standing) => all + counts[standing], 0);
  if (sum !== counts.lines) throw new BookTieError(batch, counts.lines, sum);
  return counts;
}
