import { PROVISIONS } from '../provisions';
import { type Provision } from '../provision';
import { FACT_NAMES, type FactName, type OffenceKind } from '../situation';
import { visitSituations } from './every-situation';

const spokenOf = new Map<string, ReadonlySet<OffenceKind>>();

/** Can the provision apply to an offence of this kind? One that does not ask for the offence speaks of all. */
export function speaksOf(provision: Provision, kind: OffenceKind): boolean {
  if (!provision.asks.includes('offence')) return true;
  const found = spokenOf.get(provision.code);
  if (found) return found.has(kind);
  const kinds = new Set<OffenceKind>();
  visitSituations(provision.asks, (situation) => {
    if (provision.when({ ...situation, yardstick: 'felony' })) kinds.add(situation.offence);
  });
  spokenOf.set(provision.code, kinds);
  return kinds.has(kind);
}

const asked = new Map<OffenceKind, readonly FactName[]>();
const askedOfSeveral = new Map<string, readonly FactName[]>();

/**
 * The facts that the provisions which speak of these offences ask for, in their order: no other fact can change what the statute
 * gives. Priors, for example, matter for cultivation, possession for sale and sale alone.
 */
export function factsThatMatter(kinds: readonly OffenceKind[]): readonly FactName[] {
  const [only] = kinds;
  if (kinds.length === 1 && only !== undefined) return factsOfKind(only);
  const key = kinds.join();
  const found = askedOfSeveral.get(key);
  if (found) return found;
  const names = new Set(kinds.flatMap(factsOfKind));
  const facts = FACT_NAMES.filter((name) => names.has(name));
  askedOfSeveral.set(key, facts);
  return facts;
}

function factsOfKind(kind: OffenceKind): readonly FactName[] {
  const found = asked.get(kind);
  if (found) return found;
  const names = new Set<FactName>(['offence']);
  for (const provision of PROVISIONS) {
    if (speaksOf(provision, kind)) for (const name of provision.asks) names.add(name);
  }
  const facts = FACT_NAMES.filter((name) => names.has(name));
  asked.set(kind, facts);
  return facts;
}
