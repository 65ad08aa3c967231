import { type Outcome, type Relief } from './determination';

/**
 * Every relief by its worth to the person, least first: floors are the least of what is possible. An election to redesignate
 * never takes the place of what the statute does for those who still serve the sentence: that ends or shortens it.
 */
export const RELIEF_ORDER: readonly Relief[] = [
  'none',
  'redesignate-misdemeanor',
  'redesignate-infraction',
  'recall-and-resentence',
  'dismiss-sentence',
  'dismiss',
  'dismiss-and-seal',
];

/** Relief of those who still serve the sentence: another door, so never a lesser form of the others. */
const WHILE_SERVING: ReadonlySet<Relief> = new Set(['recall-and-resentence', 'dismiss-sentence']);

export function isWhileServing(relief: Relief): boolean {
  return WHILE_SERVING.has(relief);
}

/** The relief that an outcome gives now: an open question and another agency's case give none. */
export function reliefOf(outcome: Outcome): Relief {
  return outcome === 'not-eligible' || outcome === 'review' || outcome === 'refer-to-other-prosecutor'
    ? 'none'
    : outcome;
}

export function outcomeOf(relief: Relief): Outcome {
  return relief === 'none' ? 'not-eligible' : relief;
}

export function isBetter(one: Relief, other: Relief): boolean {
  return RELIEF_ORDER.indexOf(one) > RELIEF_ORDER.indexOf(other);
}

export function betterRelief(one: Relief, other: Relief): Relief {
  return isBetter(other, one) ? other : one;
}

/**
 * The relief that holds whichever of these is right: the least; nothing when some are of the door of those who serve a sentence
 * and others are not, because a motion through the wrong door is none.
 */
export function leastRelief(reliefs: readonly Relief[]): Relief {
  const serving = reliefs.filter((each) => WHILE_SERVING.has(each)).length;
  if (serving > 0 && serving < reliefs.length) return 'none';
  return reliefs.reduce((least, each) => (isBetter(least, each) ? each : least), reliefs[0] ?? 'none');
}
