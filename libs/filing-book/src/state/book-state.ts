import { type MatchReply, type ReceiptAnswer } from '@clearway/court-exchange';
import { type BatchDifference, type BookEventKind } from '../events/event';

/** What the court said of a line, and by which event we know. */
export interface LineAnswer {
  readonly answer: ReceiptAnswer;
  readonly on: string;
  /** As the court has it, where it says so. */
  readonly caseNumber: string;
  readonly note: string;
  readonly event: string;
}

export interface LineState {
  readonly ref: string;
  readonly key: string;
  readonly row: string;
  readonly relief: string;
  /** The last answer that was taken. */
  readonly answer?: LineAnswer;
  /** It goes on in another batch. */
  readonly movedTo?: { readonly batch: string; readonly ref: string };
  /** A correction does not ask for it any more. */
  readonly withdrawn?: true;
  /** Day on which the state was told of the order. */
  readonly told?: string;
}

export type BatchStage = 'made' | 'released' | 'voided' | 'sent';

export interface BatchState {
  readonly batch: string;
  readonly corrects: string;
  readonly court: { readonly profile: string; readonly ori: string; readonly name: string };
  readonly agency: string;
  readonly asOf: string;
  readonly manifestSha256: string;
  readonly files: number;
  readonly pages: number;
  readonly dangers: Readonly<Record<string, number>> | null;
  readonly madeAt: string;
  readonly stage: BatchStage;
  readonly released?: { readonly signedBy: string; readonly on: string; readonly at: string };
  readonly voided?: { readonly why: string; readonly at: string; readonly difference: BatchDifference };
  readonly sent?: { readonly on: string; readonly how: string };
  readonly correctedBy: readonly string[];
  /** A later batch of the same court and agency that has lines of this one: only made batches are replaced so. */
  readonly supersededBy?: string;
  /** Released, not sent, and a later run decided otherwise: sending is blocked until it is voided. */
  readonly outdated?: {
    readonly by: string;
    readonly added: readonly string[];
    readonly removed: readonly string[];
    readonly changed: readonly { readonly ref: string; readonly to: string }[];
  };
  readonly lines: ReadonlyMap<string, LineState>;
  readonly notes: readonly { readonly ref: string; readonly text: string; readonly by: string; readonly at: string }[];
}

/** What an event says that cannot be, as the book stands: it is reported and not taken. */
export interface BookProblem {
  /** `batch.unknown`, `line.contradiction`, ... */
  readonly code: string;
  readonly event: string;
  readonly kind: BookEventKind;
  readonly batch: string;
  readonly refs: readonly string[];
  /** What is wrong and the cure. */
  readonly words: string;
}

/** Everything that follows from the events of a book. */
export interface BookState {
  /** '' of an empty book. */
  readonly office: string;
  readonly events: number;
  readonly batches: ReadonlyMap<string, BatchState>;
  /** Lists of cases: what was asked, by ref. */
  readonly asked: ReadonlyMap<string, { readonly test: boolean; readonly on: string }>;
  readonly replies: ReadonlyMap<string, MatchReply>;
  /** SHA-256 of files that were taken in. */
  readonly filesTaken: ReadonlySet<string>;
  readonly problems: readonly BookProblem[];
  /** Events that were taken back whole. */
  readonly undone: ReadonlySet<string>;
}

/** Answers after which nothing more is expected of the court; the others are looked into and sent again. */
export const FINAL_ANSWERS: ReadonlySet<ReceiptAnswer> = new Set([
  'granted',
  'denied',
  'already-relieved',
  'destroyed',
]);
