import { type CaseMatches } from '@clearway/court-exchange';
import { applyEvents, matchesOf, readBook } from '@clearway/filing-book';

/** What a run takes from the office's book of filings. */
export interface ReadBookInput {
  /** Hash of the last event; stands in `run.json`. '' of an empty book. */
  readonly head: string;
  /** What courts said of cases before motions are drawn. */
  readonly matches: CaseMatches;
}

/** Reads `book.jsonl`. Throws a BookFileError when the book was changed. */
export function readBookInput(bytes: Uint8Array): ReadBookInput {
  const { events, end } = readBook(Buffer.from(bytes).toString('utf8'));
  return { head: events.length === 0 ? '' : end, matches: matchesOf(applyEvents(events)) };
}
