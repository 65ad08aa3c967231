import { type Finding } from '../../engine/criterion';
import { type TraceStep } from '../../engine/determination';
import { type Fact, NO_FACTS } from '../../engine/fact';
import { type Reading, type Readings } from '../reading/reading';
import { type FactName } from '../situation';
import { type Resolution } from './resolve';

/** A rule by its code, with what it found. */
export interface RuleFound {
  readonly code: string;
  readonly finding: Finding;
}

/**
 * What the provisions, the elections and the remedies found, in this order. Provisions that ask for the same facts share them.
 *
 * @param withFacts or the verdicts alone
 */
export function traceOf(
  readings: Readings,
  resolution: Resolution,
  steps: readonly RuleFound[],
  remedies: readonly RuleFound[],
  withFacts: boolean,
): readonly TraceStep[] {
  const provisions = withFacts ? withFactsOf(readings, resolution) : verdictsOf(resolution);
  return steps.length + remedies.length === 0
    ? provisions
    : [...provisions, ...foundSteps(steps, withFacts), ...foundSteps(remedies, withFacts)];
}

/** What rules found as steps of a trace. */
export function foundSteps(found: readonly RuleFound[], withFacts: boolean): readonly TraceStep[] {
  return found.map(({ code, finding }) => ({
    rule: code,
    verdict: finding.verdict,
    facts: withFacts ? finding.facts() : NOTHING,
  }));
}

const NOTHING: readonly Fact[] = NO_FACTS();

const verdicts = new WeakMap<Resolution, readonly TraceStep[]>();

/** The same for every conviction of the same readings. */
function verdictsOf(resolution: Resolution): readonly TraceStep[] {
  const known = verdicts.get(resolution);
  if (known) return known;
  const steps = resolution.provisions.map((each) => stepOf(each, NOTHING));
  verdicts.set(resolution, steps);
  return steps;
}

function withFactsOf(readings: Readings, { provisions, asked }: Resolution): readonly TraceStep[] {
  const evidence = new Map<FactName, readonly Fact[]>();
  const evidenceOf = (name: FactName): readonly Fact[] => {
    const known = evidence.get(name) ?? (readings[name] as Reading).evidence();
    evidence.set(name, known);
    return known;
  };
  const factsAsked = asked.map((names) => factsOf(names, evidenceOf));
  return provisions.map((each) => stepOf(each, factsAsked[each.asks] ?? []));
}

function stepOf({ provision, verdict, presumed }: Resolution['provisions'][number], facts: readonly Fact[]): TraceStep {
  const rule = provision.code;
  return presumed ? { rule, verdict, presumed: true, facts } : { rule, verdict, facts };
}

function factsOf(asks: readonly FactName[], evidenceOf: (name: FactName) => readonly Fact[]): readonly Fact[] {
  const [only] = asks;
  if (asks.length === 1 && only !== undefined) return evidenceOf(only);
  const facts: Fact[] = [];
  // One fact is evidence of several readings; it is the same object then.
  for (const name of asks) for (const each of evidenceOf(name)) if (!facts.includes(each)) facts.push(each);
  return facts;
}
