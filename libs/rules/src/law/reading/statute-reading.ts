/**
 * How an office reads the statute where the text leaves it open. Each choice is a parameter of the policy, with counsel's
 * approval; none takes away what the text gives.
 */
export interface StatuteReading {
  /** How far the presumption of 11361.8(b), (f) goes for what a row never shows (grams, plants). */
  readonly presume: 'lowest-grade' | 'grade-of-section';
  /**
   * Two or more priors of the same section: 11358(d)(2), 11359(c)(2), 11360(a)(3)(B) count priors "under" paragraphs that did
   * not exist before the Act. `challenge`: the People may bring them; `bar`: they count as they stand; `ignore`: only
   * convictions under the new paragraphs count.
   */
  readonly priorsOfTheSection: 'challenge' | 'bar' | 'ignore';
  /** Attempts (PC 664) at an offence of the four sections. */
  readonly attempts: Reach;
  /** HS 11530, 11530.1, 11530.5, 11531 of before the recodification. */
  readonly predecessors: Reach;
}

/** Does 11361.8 reach it? `ask` leaves it to counsel, case by case. */
export type Reach = 'ask' | 'reached' | 'not-reached';

export const DEFAULT_READING: StatuteReading = {
  presume: 'lowest-grade',
  priorsOfTheSection: 'challenge',
  attempts: 'ask',
  predecessors: 'ask',
};
