import { type Outcome, type Relief } from './determination';

/** Every relief by its worth to the person, least first: floors are the least of what is possible. */
export const RELIEF_ORDER: readonly Relief[] = [
  'none',
  'recall-and-resentence',
  'dismiss-sentence',
  'redesignate-misdemeanor',
  'redesignate-infraction',
  'dismiss-and-seal',
];

/** The relief that an outcome gives now: an open question and another agency's case give none. */
export function reliefOf(outcome: Outcome): Relief {
  return outcome === 'not-eligible' || outcome === 'review' || outcome === 'refer-to-other-prosecutor'
    ? 'none'
    : outcome;
}

export function leastRelief(reliefs: readonly Relief[]): Relief {
  return reliefs.reduce(
    (least, each) => (RELIEF_ORDER.indexOf(each) < RELIEF_ORDER.indexOf(least) ? each : least),
    'dismiss-and-seal',
  );
}
