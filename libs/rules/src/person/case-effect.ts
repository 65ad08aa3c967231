import { type Count, type Cycle } from '@clearway/record';
import { type CaseEffect, type Determination } from '../engine/determination';
import { reliefFiled } from '../engine/relief-filed';
import { isDisputed } from '../sources/disputed';
import { type Conviction } from './convictions';

/**
 * `whole-case` when every conviction of the arrest's cycle is dismissed and sealed by this run or fell before, so that the
 * arrest falls with it. One that is only redesignated, dismissed without sealing, challenged or of another section keeps the
 * arrest, and so does a count that a court has not disposed of; a record with a rejected row never says so.
 *
 * @param decisions by the conviction's index
 */
export function caseEffectOf(
  conviction: Conviction,
  all: readonly Conviction[],
  decisions: readonly ({ readonly determination: Determination; readonly found?: string } | undefined)[],
  incomplete: boolean,
): CaseEffect {
  if (incomplete || !isSealedNow(decisions[conviction.index]?.determination)) return 'one-count';
  const falls = all.every(
    (each) =>
      each.cycle !== conviction.cycle ||
      isSealedNow(decisions[each.index]?.determination) ||
      (isDisputed(each) ? decisions[each.index]?.found === 'not-convicted' : fellBefore(each.count)),
  );
  return falls && !hasPendingCount(conviction.cycle) ? 'whole-case' : 'one-count';
}

function isSealedNow(determination: Determination | undefined): boolean {
  return determination !== undefined && reliefFiled(determination) === 'dismiss-and-seal';
}

/** A redesignation under 11361.8 leaves the conviction standing; a dismissal and a sealing do not. */
function fellBefore({ dispositions }: Count): boolean {
  const at = dispositions.findIndex((each) => each.kind === 'convicted');
  const granted = dispositions.some((each) => each.kind === 'relief-11361.8');
  const after = dispositions.slice(at + 1);
  return after.some(
    (each) =>
      each.kind === 'sealed' ||
      (each.kind === 'dismissed' && !granted) ||
      (each.kind === 'relief-11361.8' && /DISM|SEAL/i.test(each.text)),
  );
}

/** A court has the count and has said nothing yet: the case is not over. */
function hasPendingCount({ steps }: Cycle): boolean {
  return steps.some((step) => step.type === 'court-action' && step.counts.some((each) => !isDisposed(each)));
}

const DISPOSED = new Set(['convicted', 'dismissed', 'acquitted', 'prosecutor-rejected', 'sealed', 'relief-11361.8']);

function isDisposed({ dispositions }: Count): boolean {
  return dispositions.some((each) => DISPOSED.has(each.kind));
}
