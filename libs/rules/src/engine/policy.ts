import { type SourceFile } from '@clearway/record';
import { type StatuteReading } from '../law/reading/statute-reading';
import { type CaseBook } from './case-facts';
import { type Outcome } from './determination';

/**
 * A policy as the engine runs it: ordered steps, of which the first that applies decides. Files of policies are read by
 * `@clearway/county-policy`; here is only their meaning.
 */
export interface Policy {
  readonly name: string;
  /** A policy for filing, or an old one that is run again to compare. */
  readonly kind: 'filing' | 'replay';
  readonly title: string;
  readonly approved: PolicyApproval;
  /**
   * How the office reads the statute: present in a policy for filing, whose steps are elections beyond the statute; absent in
   * a replay, whose steps are all that there is.
   */
  readonly statute?: StatuteReading;
  /** The code lists that it runs with, by their names in `parameters`. */
  readonly lists: PolicyLists;
  readonly steps: readonly PolicyStep[];
  /** What holds when no step applies. */
  readonly otherwise: PolicyResult;
  /** SHA-256 of the policy's content, in hex. */
  readonly hash: string;
  /** Things that the reader of a policy file should tell its owner; never changes an outcome. */
  readonly warnings: readonly string[];
}

export interface PolicyApproval {
  readonly by: string;
  /** `YYYY-MM-DD`. */
  readonly on: string;
  readonly words: string;
}

export interface PolicyLists {
  readonly superStrikes: string;
  readonly sexOffences: string;
}

export interface PolicyStep {
  /** Unique within the policy; stands in traces. */
  readonly code: string;
  /** All of them must hold. */
  readonly when: readonly Condition[];
  /** None of them may hold. */
  readonly unless?: readonly Condition[];
  readonly then: PolicyResult;
}

/** A criterion of the rules library with its arguments. */
export interface Condition {
  readonly is: string;
  readonly with: Readonly<Record<string, ConditionArgument>>;
}

export type ConditionArgument = number | string | readonly string[];

export interface PolicyResult {
  readonly outcome: Outcome;
  /** In the words of the earlier tools' columns. */
  readonly determination: string;
  readonly reason: string;
  /** Which question a `review` asks; a code of the question catalogue. */
  readonly question?: string;
  /** The ground of an election, as counsel wrote it. */
  readonly authority?: string;
  /** Who files, when it is not the county's district attorney. */
  readonly prosecutor?: string;
}

/** What a run fixes beside the policy. */
export interface RunFacts {
  /** Name of the county whose convictions are decided; case and blanks around do not matter. */
  readonly county: string;
  /** The as-of date, `yyyymmdd`. */
  readonly asOf: number;
  /** What is known of the cases beside the record. */
  readonly cases?: CaseBook;
  /** Give the basis of every conviction, not only of those with an open question. */
  readonly everyBasis?: boolean;
  /** Leave the facts that rules used out of the traces: for who writes the verdicts and keeps no trace. Changes nothing else. */
  readonly verdictsOnly?: boolean;
  /** Look for defects of the record and price them; `files`: what each input is, by its index, none: files of the state. */
  readonly quality?: { readonly files?: readonly SourceFile[] };
}
