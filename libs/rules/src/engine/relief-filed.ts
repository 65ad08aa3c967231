import { type DecidedConviction, type Determination, type Relief } from './determination';

/**
 * The relief that this office files now, for papers, letters and counts alike: the floor (what holds under every answer
 * to an open question), and nothing where another agency decides, where the conviction is challenged, or where relief
 * was given before.
 */
export function reliefFiled(determination: Determination): Relief {
  if (determination.outcome === 'refer-to-other-prosecutor') return 'none';
  return determination.standing === 'challenged' || determination.standing === 'already-relieved' ? 'none' : determination.floor;
}

/** The number under which papers file a conviction: the first that is one and not the state's `NULL`; '' when there is none. */
export function filingCaseNumber(conviction: Pick<DecidedConviction, 'caseNumbers'>): string {
  for (const { number } of conviction.caseNumbers) {
    const trimmed = number.trim();
    if (trimmed !== '' && trimmed.toUpperCase() !== 'NULL') return trimmed;
  }
  return '';
}
