import { type Verdict } from '@clearway/record';
import { type MatchedEntry } from './code-list-source';

/** How a charge stands to a list. `condition` says what a state row cannot show. */
export interface ListMatch {
  readonly verdict: Verdict;
  readonly condition?: string;
  /** The code of the fact that would settle a `cannot-tell`: the entry's own, or `subdivision`, `date`, `conspiracy`. */
  readonly asks?: string;
  /** The charge is one half of a combination that another conviction of the step can complete. */
  readonly half?: 'base' | 'enhancement';
  /** The entry of the statute's list that matched. */
  readonly entry?: MatchedEntry;
}

export const NO_MATCH: ListMatch = { verdict: 'no' };
export const MATCH: ListMatch = { verdict: 'yes' };
