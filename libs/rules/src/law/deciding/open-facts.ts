import { type Relief } from '../../engine/determination';
import { type Reading, type Readings } from '../reading/reading';
import { type FactName, type Situation } from '../situation';
import { factsThatMatter } from './facts-that-matter';
import { reliefsOf, resolved, type Resolution, type Resolved } from './resolve';

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
  const names = factsThatMatter(readings.offence.possible);
  for (const name of names) {
    const reading: Reading = readings[name];
    if (reading.ask === undefined) continue;
    if (reading.presumed === undefined) {
      if (reading.possible.length > 1 && decides(name, names, resolution.presumed)) {
        open.push({ name, ask: reading.ask, values: valuesOf(name, reading.possible, resolution.presumed) });
      }
      continue;
    }
    const challenged = challengedBy(name, reading, resolution.presumed);
    if (decides(name, names, challenged)) {
      challenges.push({ name, ask: reading.ask, values: valuesOf(name, reading.possible, challenged) });
    }
  }
  return { open, challenges };
}

/** Two situations that differ in this fact alone have different reliefs. */
function decides(name: FactName, names: readonly FactName[], resolved: readonly Resolved[]): boolean {
  const others = names.filter((each) => each !== name);
  const seen = new Map<string, Relief>();
  for (const { situation, answer } of resolved) {
    let rest = '';
    for (const each of others) rest += `${situation[each]};`;
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
