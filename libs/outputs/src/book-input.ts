import { createHash } from 'node:crypto';
import { type CaseMatches } from '@clearway/court-exchange';
import { applyEvents, type BookState, matchesOf, readBook } from '@clearway/filing-book';

/** What a run takes from the office's book of filings: what courts said of cases before motions are drawn. */
export interface ReadBookInput {
  readonly matches: CaseMatches;
  /**
   * Hash of the answers in force; stands in `run.json`. '' where there is none. Of the answers alone: what was signed or sent meanwhile
   * changes no paper, and the same answers give the same bytes.
   */
  readonly sha256: string;
}

/** Reads `book.jsonl`. Throws a BookFileError when the book was changed. */
export function readBookInput(bytes: Uint8Array): ReadBookInput {
  const state = applyEvents(readBook(Buffer.from(bytes).toString('utf8')).events);
  return { matches: matchesOf(state), sha256: hashOfAnswers(state) };
}

function hashOfAnswers({ replies }: BookState): string {
  if (replies.size === 0) return '';
  const said = [...replies.values()].map(({ ref, answer, caseNumber, courthouse }) => [
    ref,
    answer,
    caseNumber,
    courthouse,
  ]);
  said.sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(said), 'utf8').digest('hex');
}
