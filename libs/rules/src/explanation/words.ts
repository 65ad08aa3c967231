import { CRITERIA } from '../criteria/criteria';
import { type Outcome, type Relief, type Standing, type TraceStep } from '../engine/determination';
import { type Condition, type Policy, type PolicyStep } from '../engine/policy';
import { type Provision } from '../law/provision';
import { type Mark } from '../parameters/marks';
import { PROVISIONS } from '../law/provisions';
import { SOURCES_DISAGREE } from '../sources/decide-among-sources';
import { REMEDIES } from '../law/remedies/remedies';
import { type RemedyProvision } from '../law/remedies/remedy';

const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  'dismiss-and-seal': 'dismissed and sealed',
  dismiss: 'dismissed, not sealed',
  'redesignate-misdemeanor': 'redesignated as a misdemeanor',
  'redesignate-infraction': 'redesignated as an infraction',
  'dismiss-sentence': 'dismissal of the sentence',
  'recall-and-resentence': 'recall and resentencing',
  'not-eligible': 'not eligible',
  review: 'for review by an attorney',
  'refer-to-other-prosecutor': 'referred to another prosecutor',
};

const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  open: 'open',
  challenged: 'challenged by the People',
  'order-overdue':
    "on the Department's list of 2019 and not challenged: the court's order is overdue since March 1, 2023",
  granted: 'granted by a court already',
  'already-relieved': 'dismissed or sealed already',
};

const REMEDY_WORDS: Readonly<Record<string, string>> = {
  destruction:
    'HS 11361.5: the record is two years old, and is to be destroyed; a court that has none any more is no obstacle',
  'reduction-17b': 'PC 17(b): a conspiracy is punished as its object, and may be reduced to a misdemeanor (Medina)',
  'juvenile-petition': 'HS 11361.8(m): under 18 at the offense, so JV-744 may be the form',
};

const criteria = new Map(CRITERIA.map((each) => [each.code, each]));
const provisions = new Map(PROVISIONS.map((each): [string, Provision] => [each.code, each]));
const remedies = new Map(REMEDIES.map((each): [string, RemedyProvision] => [each.code, each]));

const DISAGREE_WORDS = 'sources agree about the conviction, or somebody found which is right';

export function outcomeWords(outcome: Outcome): string {
  return OUTCOME_WORDS[outcome];
}

export function reliefWords(relief: Relief): string {
  return relief === 'none' ? 'none' : OUTCOME_WORDS[relief];
}

export function standingWords(standing: Standing): string {
  return STANDING_WORDS[standing];
}

export function remedyWords(code: string): string {
  return REMEDY_WORDS[code] ?? code.replace(/-/g, ' ');
}

/** A policy's step in words: `the person is 50 or older on the as-of date`. */
export function stepWords(step: PolicyStep): string {
  const unless = step.unless ?? [];
  const words = step.when.map(conditionWords).join(', and ');
  return unless.length === 0 ? words : `${words}, unless ${unless.map(conditionWords).join(', or ')}`;
}

export function stepCitation(step: PolicyStep): string {
  const citations = [...step.when, ...(step.unless ?? [])].map((each) => criteria.get(each.is)?.citation ?? '');
  return [...new Set(citations.flatMap((each) => each.split('; ')))].filter((each) => each !== '').join('; ');
}

/** A criterion with its arguments in words. */
export function conditionWords(condition: Condition): string {
  const words = criteria.get(condition.is)?.words ?? condition.is;
  return words.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = condition.with[name];
    return Array.isArray(value) ? value.join(' or ') : String(value ?? '');
  });
}

/** What a trace's code means: a provision of the statute, a remedy beside it, or a step of the policy. */
export interface RuleWords {
  readonly words: string;
  readonly citation: string;
  readonly burden: string;
  readonly mark?: Mark;
}

export function ruleWords(rule: TraceStep['rule'], policy: Policy): RuleWords {
  if (rule === SOURCES_DISAGREE) return { words: DISAGREE_WORDS, citation: '', burden: '' };
  const provision = policy.statute === undefined ? undefined : provisions.get(rule);
  if (provision) {
    const { words, citation, burden = '', mark } = provision;
    return { words, citation, burden, mark };
  }
  const remedy = policy.statute === undefined ? undefined : remedies.get(rule);
  if (remedy) return { words: remedy.words, citation: remedy.citation, burden: '', mark: remedy.mark };
  const step = policy.steps.find((each) => each.code === rule);
  return step
    ? { words: stepWords(step), citation: stepCitation(step), burden: '' }
    : { words: rule, citation: '', burden: '' };
}

/** An answer names steps by code (`age: yes`, `age, clean-time: no`) or is words already. */
export function answerWords(answer: string, steps: ReadonlyMap<string, PolicyStep>): string {
  const match = /^(.+): (yes|no)$/.exec(answer);
  const codes = match?.[1]?.split(', ') ?? [];
  if (!match || !codes.every((each) => steps.has(each))) return `If ${answer}`;
  const words = codes.map((each) => stepWords(steps.get(each) as PolicyStep));
  return match[2] === 'yes' ? `If ${words.join(', and ')}` : `If not (${words.join('; ')})`;
}
