import { PROVISIONS } from '../law/provisions';
import { REMEDIES } from '../law/remedies/remedies';
import { type TraceStep } from './determination';
import { stepCitation, stepWords } from '../explanation/words';
import { type Policy } from './policy';

/** A rule that a trace can name. */
export interface PolicyRule {
  /** `TraceStep.rule`. */
  readonly code: string;
  /** A provision of the statute; an election beyond it; a remedy beside it; a step of a replay. */
  readonly kind: 'provision' | 'election' | 'remedy' | 'step';
  readonly words: string;
  readonly citation: string;
}

const known = new WeakMap<Policy, readonly PolicyRule[]>();

/**
 * Every rule of a policy in its order: for filing the provisions of the statute, then the elections, then
 * the remedies beside it; of a replay its steps. The
 * order of the letters in traces.
 */
export function rulesOf(policy: Policy): readonly PolicyRule[] {
  const found = known.get(policy);
  if (found) return found;
  const provisions = policy.statute
    ? PROVISIONS.map(({ code, words, citation }): PolicyRule => ({ code, kind: 'provision', words, citation }))
    : [];
  const kind = policy.statute ? 'election' : 'step';
  const steps = policy.steps.map(
    (step): PolicyRule => ({ code: step.code, kind, words: stepWords(step), citation: stepCitation(step) }),
  );
  const remedies = policy.statute
    ? REMEDIES.map(({ code, words, citation }): PolicyRule => ({ code, kind: 'remedy', words, citation }))
    : [];
  const rules = [...provisions, ...steps, ...remedies];
  known.set(policy, rules);
  return rules;
}

/**
 * What a rule said, in one letter: `y` yes, `n` no, `?` cannot tell; `p` yes and `q` no where it holds by a presumption of
 * the statute, which the People may disprove.
 */
export function verdictLetter({ verdict, presumed }: Pick<TraceStep, 'verdict' | 'presumed'>): string {
  if (verdict === 'cannot-tell') return '?';
  if (presumed) return verdict === 'yes' ? 'p' : 'q';
  return verdict === 'yes' ? 'y' : 'n';
}

/** `.`: the rule was not asked. */
export const NOT_ASKED = '.';
