import { type DecidedConviction, type Determination, type Outcome, type Relief } from '@clearway/rules';

/** Every outcome, in the order in which reports list them. */
export const OUTCOMES: readonly Outcome[] = [
  'dismiss-and-seal',
  'redesignate-infraction',
  'redesignate-misdemeanor',
  'dismiss-sentence',
  'recall-and-resentence',
  'review',
  'refer-to-other-prosecutor',
  'not-eligible',
];

/** What a determination does to a conviction, in the three words of the earlier tools' counts. */
export type Effect = 'dismissed' | 'reduced' | 'none';

/**
 * The relief that this office files now: the floor (what holds under every answer to an open question), and nothing
 * where another agency decides, where the conviction is challenged, or where relief was given before.
 */
export function reliefFiled(determination: Determination): Relief {
  if (determination.outcome === 'refer-to-other-prosecutor') return 'none';
  return determination.standing === 'challenged' || determination.standing === 'already-relieved' ? 'none' : determination.floor;
}

/** What the floor does to the conviction; a recall or a dismissed sentence leaves it on the record, so it counts as reduced. */
export function effectOf(determination: Determination): Effect {
  const relief = reliefFiled(determination);
  if (relief === 'none') return 'none';
  return relief === 'dismiss-and-seal' ? 'dismissed' : 'reduced';
}

/** The number under which papers file the conviction: the first that is a number and not the state's `NULL`; '' when none. */
export function filingCaseNumber(conviction: DecidedConviction): string {
  for (const { number } of conviction.caseNumbers) {
    const trimmed = number.trim();
    if (trimmed !== '' && trimmed.toUpperCase() !== 'NULL') return trimmed;
  }
  return '';
}
