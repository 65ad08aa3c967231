import { type GrantableRelief, type LineEffect } from '../filing/filing-plan';

/** Code and statute of a relief: the same on paper and in the clerk's data file. Its words: `templates/words.yaml`. */
export interface ReliefWords {
  /** In the narrow table of many cases, with a legend. */
  readonly code: string;
  readonly statute: string;
}

const COMPLETED = 'Health & Saf. Code, § 11361.8, subds. (e), (f)';
const REDESIGNATED = 'Health & Saf. Code, § 11361.8, subds. (e), (f), (h)';
const SERVING = 'Health & Saf. Code, § 11361.8, subds. (a), (b)';

export const RELIEF_WORDS: Readonly<Record<GrantableRelief, ReliefWords>> = {
  'dismiss-and-seal': { code: 'D&S', statute: COMPLETED },
  dismiss: { code: 'DIS', statute: 'as stated in the motion' },
  'redesignate-infraction': { code: 'INF', statute: REDESIGNATED },
  'redesignate-misdemeanor': { code: 'MIS', statute: REDESIGNATED },
  'dismiss-sentence': { code: 'DSN', statute: SERVING },
  'recall-and-resentence': { code: 'RES', statute: SERVING },
};

/** What stands in the place of the statute in the clerk's file where relief goes beyond it. */
export const ELECTED_WORDS = { update: 'beyond the statute, on the authority that the order states' } as const;

/** Order in which reliefs are listed on paper. */
export const RELIEFS_ON_PAPER: readonly GrantableRelief[] = [
  'dismiss-and-seal',
  'dismiss',
  'redesignate-infraction',
  'redesignate-misdemeanor',
  'dismiss-sentence',
  'recall-and-resentence',
];

/** The letter of the effect in tables. */
export const EFFECT_WORDS: Readonly<Record<LineEffect, { readonly letter: string }>> = {
  'whole-case': { letter: 'W' },
  'one-defendant': { letter: 'D' },
  'one-count': { letter: 'C' },
};

export const EFFECTS_ON_PAPER: readonly LineEffect[] = ['whole-case', 'one-defendant', 'one-count'];
