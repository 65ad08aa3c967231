import { type Verdict } from '@clearway/record';
import { type Outcome, type Relief } from '../../engine/determination';
import { outcomeOf } from '../../engine/relief-order';
import { type Provision } from '../provision';
import { PROVISIONS } from '../provisions';
import { type Reading, type Readings } from '../reading/reading';
import { FACT_NAMES, type FactName, type OffenceKind, type Situation } from '../situation';
import { decideSituation, type SituationAnswer } from './decide-situation';
import { situationsBy, situationsOf, type Possible } from './every-situation';

/** What one situation gives: the situation, the relief, the path. */
export interface Resolved {
  readonly situation: Situation;
  readonly answer: SituationAnswer;
}

/** What the statute says of every situation that the record leaves possible. Never depends on where a fact stands. */
export interface Resolution {
  /** With what is presumed taken as it is presumed; never empty. */
  readonly presumed: readonly Resolved[];
  /** With what is presumed taken as open as well: what is left should the People disprove it. */
  readonly all: readonly Resolved[];
  readonly provisions: readonly ProvisionVerdict[];
}

export interface ProvisionVerdict {
  readonly provision: Provision;
  readonly verdict: Verdict;
  /** The verdict holds by a presumption: another value of a presumed fact would change it. */
  readonly presumed: boolean;
}

const resolutions = new Map<string, Resolution>();

/** Follows the statute through every situation that the readings leave possible. Remembered by the readings' values. */
export function resolve(readings: Readings): Resolution {
  const key = keyOf(readings);
  const found = resolutions.get(key);
  if (found) return found;
  const presumed = situationsOf(possibleOf(readings, true)).map(resolved);
  const all = situationsOf(possibleOf(readings, false)).map(resolved);
  const resolution = { presumed, all, provisions: provisionVerdicts(readings, presumed, all) };
  resolutions.set(key, resolution);
  return resolution;
}

function resolved(situation: Situation): Resolved {
  return { situation, answer: decideSituation(situation) };
}

/** The distinct reliefs of some situations. */
export function reliefsOf(resolved: readonly Resolved[]): readonly Relief[] {
  return [...new Set(resolved.map((each) => each.answer.relief))];
}

function keyOf(readings: Readings): string {
  let key = '';
  for (const name of FACT_NAMES) {
    const { possible, presumed }: Reading = readings[name];
    key += `${possible.length === 1 ? (possible[0] ?? '') : possible.join(',')}${presumed === undefined ? '' : `=${presumed}`};`;
  }
  return key;
}

function possibleOf(readings: Readings, asPresumed: boolean): Possible {
  return Object.fromEntries(
    FACT_NAMES.map((name) => {
      const { possible, presumed }: Reading = readings[name];
      return [name, asPresumed && presumed !== undefined ? [presumed] : possible];
    }),
  ) as unknown as Possible;
}

function provisionVerdicts(
  readings: Readings,
  presumed: readonly Resolved[],
  all: readonly Resolved[],
): readonly ProvisionVerdict[] {
  const verdicts: ProvisionVerdict[] = [];
  for (const provision of PROVISIONS) {
    const verdict = verdictOver(provision, presumed);
    const open = verdictOver(provision, all);
    if (!isShown(provision, verdict, open, readings.offence.possible)) continue;
    verdicts.push({ provision, verdict, presumed: open !== verdict });
  }
  return verdicts;
}

function verdictOver(provision: Provision, resolved: readonly Resolved[]): Verdict {
  let met = 0;
  for (const { situation, answer } of resolved) {
    if (provision.stage === 'relief' && answer.yardstick === undefined) continue;
    if (provision.when({ ...situation, yardstick: answer.yardstick ?? 'felony' })) met += 1;
  }
  return met === 0 ? 'no' : met === resolved.length ? 'yes' : 'cannot-tell';
}

/** A trace shows the provisions that speak of the offence, and of the rest those that are met or may be. */
function isShown(provision: Provision, verdict: Verdict, open: Verdict, kinds: readonly OffenceKind[]): boolean {
  if (verdict !== 'no' || open !== 'no') return true;
  if (provision.code === 'act-in-force') return true;
  return provision.stage === 'yardstick' && kinds.some((kind) => speaksOf(provision).has(kind));
}

const spokenOf = new Map<string, ReadonlySet<OffenceKind>>();

function speaksOf(provision: Provision): ReadonlySet<OffenceKind> {
  const found = spokenOf.get(provision.code);
  if (found) return found;
  const kinds = new Set<OffenceKind>();
  for (const situation of situationsBy(provision.asks)) {
    if (provision.when({ ...situation, yardstick: 'felony' })) kinds.add(situation.offence);
  }
  spokenOf.set(provision.code, kinds);
  return kinds;
}

/** A fact whose value changes what the statute gives, with what each value gives. */
export interface OpenFact {
  readonly name: FactName;
  readonly ask: string;
  readonly values: readonly { readonly value: string; readonly reliefs: readonly Relief[] }[];
}

/**
 * The facts that decide and that the record leaves open, each with what its values lead to; `challenges` are those that hold
 * by a presumption which the People may challenge on what the record shows. A fact that changes nothing is not among them.
 */
export function openFacts(readings: Readings, resolution: Resolution): { open: OpenFact[]; challenges: OpenFact[] } {
  const open: OpenFact[] = [];
  const challenges: OpenFact[] = [];
  for (const name of FACT_NAMES) {
    const reading: Reading = readings[name];
    if (reading.ask === undefined) continue;
    if (reading.presumed === undefined) {
      if (reading.possible.length > 1 && decides(name, resolution.presumed)) {
        open.push({ name, ask: reading.ask, values: valuesOf(name, reading.possible, resolution.presumed) });
      }
      continue;
    }
    const challenged = challengedBy(name, reading, resolution.presumed);
    if (decides(name, challenged)) {
      challenges.push({ name, ask: reading.ask, values: valuesOf(name, reading.possible, challenged) });
    }
  }
  return { open, challenges };
}

/** Two situations that differ in this fact alone have different reliefs. */
function decides(name: FactName, resolved: readonly Resolved[]): boolean {
  const seen = new Map<string, Relief>();
  for (const { situation, answer } of resolved) {
    let rest = '';
    for (const each of FACT_NAMES) if (each !== name) rest += `${situation[each]};`;
    const before = seen.get(rest);
    if (before === undefined) seen.set(rest, answer.relief);
    else if (before !== answer.relief) return true;
  }
  return false;
}

function valuesOf(name: FactName, possible: readonly string[], resolved: readonly Resolved[]): OpenFact['values'] {
  return possible.map((value) => ({
    value,
    reliefs: reliefsOf(resolved.filter(({ situation }) => situation[name] === value)),
  }));
}

/** The situations as presumed, and the same with the challenged fact at its other values. */
function challengedBy(name: FactName, reading: Reading, presumed: readonly Resolved[]): readonly Resolved[] {
  return presumed.flatMap(({ situation }) =>
    reading.possible.map((value) => resolved({ ...situation, [name]: value } as Situation)),
  );
}

/** The outcome of an answer: open when it still leads to several. */
export function outcomeOfReliefs(reliefs: readonly Relief[]): Outcome {
  const [only] = reliefs;
  return reliefs.length === 1 && only !== undefined ? outcomeOf(only) : 'review';
}
