import { createHash } from 'node:crypto';
import { type ChainedEvent } from '@clearway/record';
import { type AnswerName, type Challenge, type Relief } from '@clearway/rules';

/** Which count, or which two records, a decision is about, and what the record said of it at the time. */
export interface DecidedCount {
  /** Clearway's id of the person; of two people the first of their ids. */
  readonly person: string;
  /** `DecidedConviction.key`; of a decision about two records the id of the pair. */
  readonly key: string;
  /** `DecidedConviction.basis`; of a decision about two records a hash of what was shown of them. */
  readonly basis: string;
}

/** Whether two records are one person. It is about the records, so it holds on every later run. */
export interface JoinVerdict {
  readonly kind: 'same-person' | 'different-people';
  /** Ids of the two records by code unit. */
  readonly records: readonly [string, string];
  /** Clearway's ids of the people whose records they were when it was asked. */
  readonly people: readonly [string, string];
  readonly reason: string;
}

/** What an attorney decides. */
export type Decision =
  | JoinVerdict
  | {
      readonly kind: 'answer';
      readonly question: string;
      readonly fact?: AnswerName;
      readonly value?: string;
      readonly steps?: Readonly<Record<string, 'yes' | 'no'>>;
    }
  | {
      readonly kind: 'challenge';
      readonly ground: Challenge['ground'];
      readonly evidence: string;
      readonly evidenceKind: string;
    }
  | { readonly kind: 'withdraw-challenge'; readonly reason: string }
  | { readonly kind: 'override'; readonly relief: Relief; readonly reason: string }
  | { readonly kind: 'undo'; readonly of: string; readonly reason: string };

export type DecisionKind = Decision['kind'];
export const DECISION_KINDS: readonly DecisionKind[] = [
  'answer',
  'challenge',
  'withdraw-challenge',
  'override',
  'same-person',
  'different-people',
  'undo',
];

export function isJoin(decision: Decision): decision is JoinVerdict {
  return decision.kind === 'same-person' || decision.kind === 'different-people';
}

/** A decision before it is recorded. `signed` is who and on which day by the attorney's own hand, '' and 0 where not given. */
export interface DraftDecision extends DecidedCount {
  readonly decision: Decision;
  readonly signed: { readonly by: string; readonly on: number };
}

/** What a line of a decisions file says. */
export interface DecisionContent extends DecidedCount {
  readonly decision: Decision;
}

/** One line of a decisions file. */
export type DecisionEvent = ChainedEvent & DecisionContent;

export function decisionId({ person, key, basis, decision, signed }: DraftDecision): string {
  // Who the two people were, and what else was shown, differs from run to run; the question and the answer do not.
  const content = isJoin(decision)
    ? JSON.stringify([key, decision.kind, decision.records, decision.reason, signed.by, signed.on])
    : JSON.stringify([person, key, basis, sorted(decision), signed.by, signed.on]);
  return createHash('sha256').update(`clearway/decision/1\n${content}`).digest('hex').slice(0, 16);
}

function sorted(decision: Decision): unknown {
  return Object.entries(decision).sort(([a], [b]) => (a < b ? -1 : 1));
}
