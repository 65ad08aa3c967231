import { type Situation } from '../situation';
import { offenceDateAsOf } from './offence-date';
import { known, open, type Reading, type ReadingSubject } from './reading';

/** Proposition 64 took effect on the day after the election. */
export const ACT_IN_FORCE = 20161109;

export function readEra({ conviction, asOf }: ReadingSubject): Reading<Situation['era']> {
  const date = offenceDateAsOf(conviction, asOf);
  if (date.last < ACT_IN_FORCE) return known('before-the-act', [date.evidence]);
  if (date.first >= ACT_IN_FORCE) return known('under-the-act', [date.evidence]);
  return open(['before-the-act', 'under-the-act'], date.basis === 'nothing' ? 'conviction-date' : 'offence-date', [
    date.evidence,
  ]);
}
