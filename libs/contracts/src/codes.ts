/** The codes of a determination as the contracts know them, in fixed order: their index is stored in compact rows. */
export const OUTCOMES = [
  'not-eligible',
  'recall-and-resentence',
  'dismiss-sentence',
  'redesignate-misdemeanor',
  'redesignate-infraction',
  'dismiss-and-seal',
  'review',
  'refer-to-other-prosecutor',
  'dismiss',
] as const;
export type OutcomeCode = (typeof OUTCOMES)[number];

export const RELIEFS = [
  'none',
  'recall-and-resentence',
  'dismiss-sentence',
  'redesignate-misdemeanor',
  'redesignate-infraction',
  'dismiss-and-seal',
  'dismiss',
] as const;
export type ReliefCode = (typeof RELIEFS)[number];

export const STANDINGS = ['open', 'challenged', 'order-overdue', 'granted', 'already-relieved'] as const;
export type StandingCode = (typeof STANDINGS)[number];

/**
 * Why a determination differs from that of the revision before: the person was not there; what the sources say of the person
 * changed; the conviction is another person's now (records were joined, or parted); facts, decisions or corrections about the
 * person changed; other sources cover what the record says, so that it lacks something else; the run's policy, day or law changed; the
 * person is gone.
 */
export const CHANGE_REASONS = [
  'new-person',
  'history',
  'another-person',
  'case-facts',
  'sources',
  'choices',
  'vanished',
] as const;
export type ChangeReason = (typeof CHANGE_REASONS)[number];

export const VERDICTS = ['no', 'yes', 'cannot-tell'] as const;
