import { type History } from '@clearway/record';
import { type CaseFacts } from '../engine/case-facts';
import { decidePerson } from '../engine/decide-person';
import { type DecidedConviction } from '../engine/determination';
import { type Policy, type RunFacts } from '../engine/policy';
import { DOMAINS, type FactName } from '../law/situation';
import { factValueWords } from '../law/words';
import { type Change } from './explanation';

/**
 * What the case file could show against, or beyond, what is presumed. Facts that are a question already are not among them: a
 * question lists its answers.
 */
const PROVABLE: readonly { readonly name: FactName; readonly value: string; readonly who: string }[] = [
  ...DOMAINS.amount.map((value) => ({ name: 'amount' as const, value, who: 'if the amount proves to be' })),
  { name: 'origin', value: 'home-grown', who: 'if it was' },
  { name: 'offence', value: 'gift-or-transport-up-to-an-ounce', who: 'if the case file shows a' },
  { name: 'prior', value: 'super-strike', who: 'if the People prove' },
];

/** Decides the conviction again with each such fact known, and tells those that change the outcome. */
export function changesByProof(
  history: History,
  policy: Policy,
  run: RunFacts,
  conviction: DecidedConviction,
): readonly Change[] {
  if (!policy.statute || conviction.determination.questions.length > 0) return [];
  const changes: Change[] = [];
  for (const { name, value, who } of PROVABLE) {
    if (name === 'offence' && !conviction.determination.decidedBy.some((each) => each.startsWith('hs-11360-a')))
      continue;
    const outcome = outcomeWith(history, policy, run, conviction, { [name]: value });
    if (outcome === undefined || outcome === conviction.determination.outcome) continue;
    if (!changes.some((each) => each.outcome === outcome && name === 'prior')) {
      changes.push({ words: `${who} ${factValueWords(name, value).replace(/, (?:proved|old HS .*)$/, '')}`, outcome });
    }
  }
  return changes;
}

function outcomeWith(
  history: History,
  policy: Policy,
  run: RunFacts,
  conviction: DecidedConviction,
  answers: NonNullable<CaseFacts['answers']>,
): Change['outcome'] | undefined {
  const cases: RunFacts['cases'] = {
    of: (of, each, basis) => {
      const facts = run.cases?.of(of, each, basis);
      if (each.key !== conviction.key) return facts;
      return { ...facts, answers: { ...facts?.answers, ...answers } };
    },
  };
  const decided = decidePerson(history, policy, { ...run, cases }).convictions;
  return decided.find((each) => each.key === conviction.key)?.determination.outcome;
}
