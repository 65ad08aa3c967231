import { type CaseEffect, type Outcome } from '../engine/determination';
import { type Conviction } from './convictions';

/**
 * `whole-case` when every conviction of the arrest's cycle is dismissed by this run or was before, so that the arrest
 * falls with it; a record with a rejected row never says so.
 */
export function caseEffectOf(
  conviction: Conviction,
  all: readonly Conviction[],
  outcomes: ReadonlyMap<Conviction, Outcome>,
  incomplete: boolean,
): CaseEffect {
  if (incomplete || outcomes.get(conviction) !== 'dismiss-and-seal') return 'one-count';
  const falls = all.every(
    (each) =>
      each.cycle !== conviction.cycle ||
      outcomes.get(each) === 'dismiss-and-seal' ||
      each.standing === 'granted' ||
      each.standing === 'already-relieved',
  );
  return falls ? 'whole-case' : 'one-count';
}
