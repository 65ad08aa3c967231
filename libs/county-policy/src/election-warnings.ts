import { type Condition, type PolicyStep } from '@clearway/rules';

/** What an office should look at before it files: never changes an outcome. */
export function electionWarnings(elections: readonly PolicyStep[]): readonly string[] {
  const warnings: string[] = [];
  for (const [i, each] of elections.entries()) {
    const first = elections.slice(0, i).find((other) => coversAll(other, each));
    if (first) {
      warnings.push(
        `the election "${each.code}" never decides: "${first.code}" stands before it and applies wherever it does; put it first or remove it`,
      );
    }
    if (/^\[.*\]$/s.test(each.then.authority ?? '')) {
      warnings.push(
        `the authority of the election "${each.code}" is in brackets: counsel has to write it before anything is filed`,
      );
    }
  }
  return warnings;
}

/** Does `one` apply wherever `other` does? */
function coversAll(one: PolicyStep, other: PolicyStep): boolean {
  const always = one.when.every((each) => other.when.some((narrower) => implies(narrower, each)));
  return always && (one.unless ?? []).every((each) => (other.unless ?? []).some((wider) => implies(each, wider)));
}

/** Where `narrower` holds, does `wider` hold as well? Says no where it does not know. */
function implies(narrower: Condition, wider: Condition): boolean {
  if (wider.is === 'always') return true;
  if (narrower.is === 'subdivision-is' && wider.is === 'section-is') return subset(narrower, wider, 'sections');
  if (narrower.is !== wider.is) return false;
  const years = Number(narrower.with['years'] ?? 0) - Number(wider.with['years'] ?? 0);
  switch (narrower.is) {
    case 'younger-at-conviction':
    case 'younger-at-offence':
      return years <= 0;
    case 'section-is':
      return subset(narrower, wider, 'sections');
    case 'subdivision-is':
      return subset(narrower, wider, 'sections') && subset(narrower, wider, 'letters');
    case 'convicted-on-or-after':
    case 'offence-on-or-after':
      return String(narrower.with['date']) >= String(wider.with['date']);
    case 'priors-of-same-section':
      return Number(narrower.with['count']) >= Number(wider.with['count']);
    default:
      return years >= 0;
  }
}

function subset(narrower: Condition, wider: Condition, name: string): boolean {
  const all = [wider.with[name]].flat().map(String);
  return [narrower.with[name]].flat().every((each) => all.includes(String(each)));
}
