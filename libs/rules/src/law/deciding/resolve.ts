import { type Verdict } from '@clearway/record';
import { type Outcome, type Relief } from '../../engine/determination';
import { outcomeOf } from '../../engine/relief-order';
import { type Provision } from '../provision';
import { PROVISIONS } from '../provisions';
import { type Reading, type Readings } from '../reading/reading';
import { DOMAINS, FACT_NAMES, type FactName, type Measured, type OffenceKind, type Situation } from '../situation';
import { decideSituation, type SituationAnswer } from './decide-situation';
import { situationsOf, type Possible } from './every-situation';
import { factsThatMatter, speaksOf } from './facts-that-matter';

/** What one situation gives: the situation, the relief, the path. */
export interface Resolved {
  readonly situation: Situation;
  readonly answer: SituationAnswer;
}

/**
 * What the statute says of every situation that the record leaves possible. Never depends on where a fact stands. Situations that
 * differ only in facts which no provision asks of such an offence are one.
 */
export interface Resolution {
  /** With what is presumed taken as it is presumed; never empty. */
  readonly presumed: readonly Resolved[];
  /** With what is presumed taken as open as well: what is left should the People disprove it. */
  readonly all: readonly Resolved[];
  readonly provisions: readonly ProvisionVerdict[];
  /** What the provisions that a trace shows ask for: each such set of facts once. */
  readonly asked: readonly (readonly FactName[])[];
}

export interface ProvisionVerdict {
  readonly provision: Provision;
  readonly verdict: Verdict;
  /** The verdict holds by a presumption: another value of a presumed fact would change it. */
  readonly presumed: boolean;
  /** Index in `asked`. */
  readonly asks: number;
}

const resolutions = new Map<string, Resolution>();

/** Follows the statute through every situation that the readings leave possible. Remembered by the readings' values. */
export function resolve(readings: Readings): Resolution {
  const names = factsThatMatter(readings.offence.possible);
  const key = keyOf(readings, names);
  const found = resolutions.get(key);
  if (found) return found;
  const all = situationsOf(possibleOf(readings, names)).map(resolved);
  const presumed = all.filter(({ situation }) => names.every((name) => isAsPresumed(situation[name], readings[name])));
  const resolution = { presumed, all, ...provisionVerdicts(readings.offence.possible, presumed, all) };
  resolutions.set(key, resolution);
  return resolution;
}

export function resolved(situation: Situation): Resolved {
  return { situation, answer: decideSituation(situation) };
}

/** The distinct reliefs of some situations. */
export function reliefsOf(resolved: readonly Resolved[]): readonly Relief[] {
  return [...new Set(resolved.map((each) => each.answer.relief))];
}

function keyOf(readings: Readings, names: readonly FactName[]): string {
  let key = '';
  for (const name of names) {
    const { possible, presumed, ask }: Reading = readings[name];
    // What is known for certain is most of it, and has no question.
    if (possible.length === 1 && ask === undefined) key += `${possible[0] ?? ''};`;
    else key += `${possible.join()}=${presumed ?? ''}?${ask ?? ''};`;
  }
  return key;
}

function possibleOf(readings: Readings, names: readonly FactName[]): Possible {
  return Object.fromEntries(
    FACT_NAMES.map((name) => [name, names.includes(name) ? readings[name].possible : DOMAINS[name].slice(0, 1)]),
  ) as unknown as Possible;
}

function isAsPresumed(value: string, { presumed }: Reading): boolean {
  return presumed === undefined || presumed === value;
}

const SHOWN_ALWAYS = 'act-in-force';

function provisionVerdicts(
  kinds: readonly OffenceKind[],
  presumed: readonly Resolved[],
  all: readonly Resolved[],
): Pick<Resolution, 'provisions' | 'asked'> {
  const provisions: ProvisionVerdict[] = [];
  const asked: (readonly FactName[])[] = [];
  const asPresumed = presumed.map(measured);
  const asOpen = all.map(measured);
  for (const provision of PROVISIONS) {
    if (provision.code !== SHOWN_ALWAYS && !kinds.some((kind) => speaksOf(provision, kind))) continue;
    const verdict = verdictOver(provision, asPresumed);
    const open = verdictOver(provision, asOpen);
    if (!isShown(provision, verdict, open)) continue;
    const before = asked.findIndex((each) => each.join() === provision.asks.join());
    const asks = before < 0 ? asked.push(provision.asks) - 1 : before;
    provisions.push({ provision, verdict, presumed: open !== verdict, asks });
  }
  return { provisions, asked };
}

/** A situation that the statute does not reach is not measured: no provision of relief speaks of it. */
function measured({ situation, answer: { yardstick } }: Resolved): Measured & { readonly reached: boolean } {
  return { ...situation, yardstick: yardstick ?? 'felony', reached: yardstick !== undefined };
}

function verdictOver({ stage, when }: Provision, situations: readonly ReturnType<typeof measured>[]): Verdict {
  let met = 0;
  for (const each of situations) if ((each.reached || stage !== 'relief') && when(each)) met += 1;
  return met === 0 ? 'no' : met === situations.length ? 'yes' : 'cannot-tell';
}

/** A trace shows the provisions of the yardstick that speak of the offence, and of the rest those that are met or may be. */
function isShown({ stage, code }: Provision, verdict: Verdict, open: Verdict): boolean {
  return verdict !== 'no' || open !== 'no' || stage === 'yardstick' || code === SHOWN_ALWAYS;
}

/** The outcome of an answer: open when it still leads to several. */
export function outcomeOfReliefs(reliefs: readonly Relief[]): Outcome {
  const [only] = reliefs;
  return reliefs.length === 1 && only !== undefined ? outcomeOf(only) : 'review';
}
