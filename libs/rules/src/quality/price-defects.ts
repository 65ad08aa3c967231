import { type CalendarDate, type Defect, type History } from '@clearway/record';
import { type DecidedConviction, type PricedDefect } from '../engine/determination';
import { reliefFiled } from '../engine/relief-filed';
import { isBetter } from '../engine/relief-order';
import { Concern } from './concern';
import { type Mends, mendsOf } from './mends';

/** What a person's defects keep from relief. */
export interface PricedDefects {
  readonly defects: readonly PricedDefect[];
  /** Convictions, by key, that no defect keeps alone and several do together. */
  readonly keptTogether: readonly string[];
}

type Convictions = readonly Pick<DecidedConviction, 'key' | 'determination'>[];

const NOTHING_KEPT: readonly string[] = [];

/** Combinations that are tried for what several defects keep together. */
const MOST_COMBINATIONS = 128;
/** Of one defect in a combination. */
const MOST_WAYS = 8;

/**
 * Prices the defects of a person: a conviction is kept from relief by a defect when with that defect alone mended, by the most
 * favourable value that its field can have, more relief is filed than now. What is not filed now because nobody knows that it is a
 * conviction counts too. Exact: each value is decided again.
 *
 * @param decide the convictions of a history that have these keys
 */
export function priceDefects(
  history: History,
  defects: readonly Defect[],
  now: Convictions,
  asOf: CalendarDate,
  decide: (history: History, keys: ReadonlySet<string>) => Convictions,
): PricedDefects {
  const concern = new Concern(defects, now);
  // Of most defects nothing is asked: a birth date that is missing beside convictions which it does not touch.
  if (concern.all.size === 0)
    return { defects: defects.map((each) => ({ ...each, keeps: NOTHING_KEPT })), keptTogether: NOTHING_KEPT };
  const filed = new Map(now.map(({ key, determination }) => [key, reliefFiled(determination)]));
  const gains = (mended: History, targets: ReadonlySet<string>): string[] =>
    decide(mended, targets)
      .filter(({ key, determination }) => isBetter(reliefFiled(determination), filed.get(key) ?? 'none'))
      .map(({ key }) => key);
  const keeps = new Map<Defect, readonly string[]>();
  const alone = new Set<string>();
  const mends = mendsOf(defects, history, asOf, concern);
  for (const mend of mends) {
    const { targets, defects: of } = mend;
    if (targets.size === 0) continue;
    const kept = keptBy(mend, history, gains);
    for (const key of kept) alone.add(key);
    for (const each of of) keeps.set(each, kept);
  }
  const left = new Set([...concern.all].filter((key) => !alone.has(key)));
  return {
    defects: defects.map((each) => ({ ...each, keeps: keeps.get(each) ?? [] })),
    keptTogether: mends.length > 1 && left.size > 0 ? together(mends, history, gains, left) : [],
  };
}

type Gains = (mended: History, targets: ReadonlySet<string>) => string[];

function keptBy({ ways, targets }: Mends, history: History, gains: Gains): readonly string[] {
  const kept = new Set<string>();
  for (const way of ways(targets)) {
    for (const key of gains(way(history), targets)) kept.add(key);
    if (kept.size === targets.size) break;
  }
  return [...kept].sort();
}

/** All defects mended at once, each in its first ways: which convictions then gain. */
function together(
  mends: readonly Mends[],
  history: History,
  gains: Gains,
  left: ReadonlySet<string>,
): readonly string[] {
  const kept = new Set<string>();
  const ways = mends.map((each) => each.ways(left).slice(0, MOST_WAYS)).filter((each) => each.length > 0);
  if (ways.length < 2) return [];
  const all = Math.min(
    MOST_COMBINATIONS,
    ways.reduce((product, each) => product * each.length, 1),
  );
  for (let number = 0; number < all && kept.size < left.size; number++) {
    let rest = number;
    let mended = history;
    for (const each of ways) {
      mended = each[rest % each.length]?.(mended) ?? mended;
      rest = Math.floor(rest / each.length);
    }
    for (const key of gains(mended, left)) kept.add(key);
  }
  return [...kept].sort();
}
