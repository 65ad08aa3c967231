import { type Determination, type Outcome, reliefFiled } from '@clearway/rules';

/** The outcomes that are relief. */
export const WITH_RELIEF: readonly Outcome[] = [
  'dismiss-and-seal',
  'dismiss',
  'redesignate-infraction',
  'redesignate-misdemeanor',
  'dismiss-sentence',
  'recall-and-resentence',
];

/** Every outcome, in the order in which reports list them. */
export const OUTCOMES: readonly Outcome[] = [...WITH_RELIEF, 'review', 'refer-to-other-prosecutor', 'not-eligible'];

/** What a determination does to a conviction, in the three words of the earlier tools' counts. */
export type Effect = 'dismissed' | 'reduced' | 'none';

/** What the floor does to the conviction; a recall or a dismissed sentence leaves it on the record, so it counts as reduced. */
export function effectOf(determination: Determination): Effect {
  const relief = reliefFiled(determination);
  if (relief === 'none') return 'none';
  return relief === 'dismiss-and-seal' || relief === 'dismiss' ? 'dismissed' : 'reduced';
}
