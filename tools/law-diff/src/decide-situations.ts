import { type FactName, type Situation } from '@clearway/rules';
import { type Answer, isMoved, type Moved } from './answer';
import { type Statute, type Version } from './version';

/** Every situation that both versions know, decided by both; those that move alike are one line with an example. */
export function movedSituations(
  base: Version,
  now: Version,
): { readonly situations: number; readonly moved: readonly Moved[] } | undefined {
  if (!base.situations || !now.situations) return undefined;
  const { DOMAINS: old } = base.situations;
  const { DOMAINS, FACT_NAMES, situationsOf } = now.situations;
  const shared = Object.fromEntries(
    FACT_NAMES.map((name: FactName) => [
      name,
      DOMAINS[name].filter((each) => (old[name] as readonly string[] | undefined)?.includes(each) ?? true),
    ]),
  );
  const groups = new Map<string, Moved>();
  let situations = 0;
  for (const situation of situationsOf(shared as unknown as Statute['DOMAINS'])) {
    situations += 1;
    const [before, after] = [answer(base, situation), answer(now, situation)];
    if (!isMoved(before, after)) continue;
    const key = [before, after].map((each) => `${each.outcome} ${each.rules.join(' ')}`).join(' > ');
    const group = groups.get(key);
    groups.set(
      key,
      group
        ? { ...group, count: group.count + 1 }
        : { kind: 'situation', what: words(situation), before, after, count: 1 },
    );
  }
  return { situations, moved: [...groups.values()] };
}

function answer({ situations }: Version, situation: Situation): Answer {
  const { relief, path } = (situations as NonNullable<Version['situations']>).decideSituation(situation);
  return { outcome: relief, floor: '', rules: path, questions: [], verdicts: new Map() };
}

function words(situation: Situation): string {
  return Object.entries(situation)
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(', ');
}
