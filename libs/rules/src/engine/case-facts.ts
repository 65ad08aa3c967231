import { type History } from '@clearway/record';
import { type AnswerName } from '../law/situation';
import { type Conviction } from '../person/convictions';
import { type Relief } from './relief';

/** What is known of a case beside the record: from a file, from an attorney's answers, from a court. */
export interface CaseFacts {
  /** Was it on the Department's list of 2019 (HS 11361.9(a))? */
  readonly onList?: 'yes' | 'no';
  readonly challenge?: Challenge;
  /** Day on which a court granted relief under HS 11361.8, `yyyymmdd`; 0 when only the fact is known. */
  readonly granted?: number;
  /** The court's record was destroyed (HS 11361.5): no court record located. */
  readonly destroyed?: boolean;
  /** Facts found in the case file, by fact of the situation: they go before the record. `conviction`: `convicted`, `not-convicted`. */
  readonly answers?: Readonly<Partial<Record<AnswerName, string>>>;
  readonly override?: Override;
  /** Answers to questions of the policy's elections: whether a step applies, by its code. */
  readonly steps?: Readonly<Record<string, 'yes' | 'no'>>;
  /** Where all this was taken from; reports say what became of each. */
  readonly sources?: readonly CaseSource[];
}

/**
 * A row of a facts file, or a recorded decision. `contradicted`: another row says otherwise; `fitsSeveral`: it is about one conviction and
 * fits more. Neither was used.
 */
export type CaseSource =
  | {
      readonly kind: 'facts-row';
      readonly file: number;
      readonly line: number;
      readonly contradicted?: true;
      readonly fitsSeveral?: true;
    }
  /** `stale`: what the record says has changed since; only a challenge then still stands. */
  | { readonly kind: 'decision'; readonly id: string; readonly state: 'applied' | 'stale' };

/** What was known of a conviction beside the record: travels with its determination. */
export interface CaseNote {
  readonly facts: Pick<CaseFacts, 'onList' | 'challenge' | 'granted' | 'destroyed' | 'override'>;
  readonly sources: readonly CaseSource[];
}

/** The People's recorded opposition, HS 11361.9(c). The only thing that takes statutory relief away. */
export interface Challenge {
  /** (c)(1): criteria not met, or a risk to public safety, while serving. (c)(2): criteria not met. */
  readonly ground: 'c1-criteria' | 'c1-public-safety' | 'c2-criteria';
  readonly evidence: string;
  /** Reliable hearsay in a report is evidence (Hall), unreliable hearsay is none (Banda). */
  readonly kind: string;
  readonly by: string;
  /** `yyyymmdd`. */
  readonly on: number;
}

/** An attorney's decision that gives more than the rules found; it never gives less than the floor. */
export interface Override {
  readonly relief: Relief;
  readonly reason: string;
  readonly by: string;
  readonly on: number;
}

/** The facts of every case of a run; plain data behind it, so that worker threads can have their own. */
export interface CaseBook {
  /** @param basis what the record says of the conviction, as a hash; asked for only where a decision stands */
  of(history: History, conviction: Conviction, basis: () => string): CaseFacts | undefined;
}

export const NO_CASE_FACTS: CaseFacts = {};
