import { type Evaluated } from '../../engine/decide';
import { type Fact } from '../../engine/criterion';
import { type TraceStep } from '../../engine/determination';
import { type Reading, type Readings } from '../reading/reading';
import { type FactName } from '../situation';
import { type Resolution } from './resolve';

/** What the provisions, the elections and the remedies found, in this order. Provisions that ask for the same facts share them. */
export function traceOf(
  readings: Readings,
  { provisions, asked }: Resolution,
  steps: readonly Evaluated[],
  remedies: readonly TraceStep[],
): readonly TraceStep[] {
  const trace: TraceStep[] = [];
  const factsAsked = asked.map((names) => factsOf(names, readings));
  for (const { provision, verdict, presumed, asks } of provisions) {
    const facts = factsAsked[asks] ?? [];
    const rule = provision.code;
    trace.push(presumed ? { rule, verdict, presumed: true, facts } : { rule, verdict, facts });
  }
  for (const { code, finding } of steps) trace.push({ rule: code, verdict: finding.verdict, facts: finding.facts });
  for (const each of remedies) trace.push(each);
  return trace;
}

function factsOf(asks: readonly FactName[], readings: Readings): readonly Fact[] {
  const [only] = asks;
  if (asks.length === 1 && only !== undefined) return readings[only].evidence;
  const facts: Fact[] = [];
  // One fact is evidence of several readings; it is the same object then.
  for (const name of asks) {
    const { evidence }: Reading = readings[name];
    for (const each of evidence) if (!facts.includes(each)) facts.push(each);
  }
  return facts;
}
