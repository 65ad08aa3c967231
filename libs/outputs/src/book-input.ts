import { createHash } from 'node:crypto';
import { applyEvents, type BookState, readBook } from '@clearway/filing-book';
import { FiledBefore } from './filed-before';

/** What a run takes from the office's book of filings: what courts said of cases before motions are drawn. */
export interface ReadBookInput {
  readonly state: BookState;
  /**
   * Hash of the answers in force; stands in `run.json`. '' where there is none. Of the answers alone: what was signed or sent meanwhile
   * changes no paper, and the same answers give the same bytes.
   */
  readonly sha256: string;
  /** Hash of the lines that were filed before and still stand, which are not drawn again; '' where there is none. */
  readonly filedSha256: string;
}

/** Reads `book.jsonl`. Throws a BookFileError when the book was changed. */
export function readBookInput(bytes: Uint8Array): ReadBookInput {
  const state = applyEvents(readBook(Buffer.from(bytes).toString('utf8')).events);
  return bookInputOf(state);
}

export function bookInputOf(state: BookState): ReadBookInput {
  return { state, sha256: hashOfAnswers(state), filedSha256: new FiledBefore(state).sha256 };
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
