import { type Outcome } from './relief';

/** `Eligibility Determination` of each outcome, in the words of the earlier tools' column. */
export const DETERMINATION_WORDS: Readonly<Record<Outcome, string>> = {
  'dismiss-and-seal': 'Eligible for Dismissal',
  dismiss: 'Eligible for Dismissal',
  'redesignate-misdemeanor': 'Eligible for Reduction',
  'redesignate-infraction': 'Eligible for Redesignation as Infraction',
  'dismiss-sentence': 'Eligible for Dismissal of Sentence',
  'recall-and-resentence': 'Eligible for Resentencing',
  'not-eligible': 'Not eligible',
  review: 'Hand Review',
  'refer-to-other-prosecutor': 'To be reviewed by another prosecutor',
};
