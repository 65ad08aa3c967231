import { type FactsAsked } from '../../engine/criterion';
import { AS_KNOWN_TODAY, parameter } from '../../parameters/parameter';
import { type Situation } from '../situation';
import { offenceDateAsOf } from './offence-date';
import { known, open, type Reading, type ReadingSubject } from './reading';

const IN_FORCE = parameter('act.in-force', AS_KNOWN_TODAY).value;

/**
 * Proposition 64 took effect on the day after the election: the day of the offence counts, not that of the conviction. Without an
 * arrest a late conviction never says that the Act was in force: who fled, or was charged in time and tried late (PC 803, 804), is
 * convicted long after the three years, and a flat no would leave that person out.
 */
export function readEra({ conviction, asOf }: ReadingSubject): Reading<Situation['era']> {
  const date = offenceDateAsOf(conviction, asOf);
  const evidence: FactsAsked = () => [date.evidence()];
  if (date.last < IN_FORCE) return known('before-the-act', evidence);
  if (date.first >= IN_FORCE && date.basis !== 'conviction') return known('under-the-act', evidence);
  const question = date.basis === 'nothing' ? 'conviction-date' : 'offence-date';
  return open(['before-the-act', 'under-the-act'], question, evidence);
}
