import {
  type ExchangeProblem,
  type ListedSheet,
  type MatchQuestion,
  type MatchReplies,
  type ReadReceiptLine,
} from '@clearway/court-exchange';
import { type VerifiedBatch } from '@clearway/filing-book';

/** What the thread is asked for; files by their place in the content store. Days are `yyyymmdd`. */
export type ExchangingTask =
  | {
      readonly what: 'verify';
      readonly manifest: string;
      readonly update: string;
      readonly files: readonly { readonly path: string; readonly at: string }[];
    }
  | { readonly what: 'questions'; readonly courtUpdate: string }
  | { readonly what: 'match-list'; readonly questions: readonly MatchQuestion[]; readonly format: 'csv' | 'xlsx' }
  | { readonly what: 'match-answers'; readonly file: string; readonly name: string; readonly on: number }
  | {
      readonly what: 'receipt';
      readonly file: string;
      readonly name: string;
      readonly batch: string | null;
      readonly on: number;
      readonly today: number;
    }
  | { readonly what: 'list'; readonly title: string; readonly sheet: ListedSheet; readonly format: 'csv' | 'xlsx' };

/** Problems of a court's file are an answer, each by its place. */
export type ReadFile<Content> =
  | { readonly content: Content; readonly problems: readonly [] }
  | { readonly content: null; readonly problems: readonly ExchangeProblem[] };

export interface ExchangingReplies {
  readonly verify: VerifiedBatch;
  readonly questions: readonly MatchQuestion[];
  readonly 'match-list': Uint8Array;
  readonly 'match-answers': ReadFile<MatchReplies>;
  readonly receipt: ReadFile<readonly ReadReceiptLine[]>;
  readonly list: Uint8Array;
}

export type ExchangingReply = ExchangingReplies[keyof ExchangingReplies];
