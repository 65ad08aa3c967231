import { type RunSettings } from '@clearway/contracts';
import { type FailureKind } from '@clearway/platform';
import { type LettersCounts } from '@clearway/reports';

/** What the writing thread is given. */
export interface WritingTask {
  readonly settings: RunSettings;
  /** Blobs of decided people, in the order of the batches. */
  readonly decisions: readonly string[];
  /** JSON of the sealed population. */
  readonly population: string;
  /** The contact file; null when none was given. */
  readonly contacts: string | null;
  /** The book of filings with what courts answered of cases; null without any answer. */
  readonly book: string | null;
  readonly outputDir: string;
}

/** What the thread tells when the letters are written. */
export interface WrittenLetters {
  readonly counts: LettersCounts;
  readonly files: readonly { readonly path: string; readonly sha256: string; readonly bytes: number }[];
}

export type WritingEvent =
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'written'; readonly written: WrittenLetters }
  | { readonly kind: 'failed'; readonly code: string; readonly failure: FailureKind; readonly message: string };
