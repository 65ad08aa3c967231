import {
  type Condition,
  conditionWords,
  outcomeWords,
  type Policy,
  type PolicyStep,
  stepCitation,
  stepWords,
  type StatuteReading,
} from '@clearway/rules';

const KINDS = {
  filing: 'a policy for filing: what the statute gives, and what the office elects beyond it',
  replay: 'a replay: what was run before, run again to compare; nothing is filed under it',
} as const;

const PRESUME: Readonly<Record<StatuteReading['presume'], string>> = {
  'lowest-grade': 'amounts that no row shows are presumed to be within the limits',
  'grade-of-section': 'amounts that no row shows are presumed to be over the limits',
};
const PRIORS: Readonly<Record<StatuteReading['priorsOfTheSection'], string>> = {
  challenge: 'two priors of the section are for the People to bring as a challenge',
  bar: 'two priors of the section count as they stand',
  ignore: 'of priors of the section only those of the new paragraphs count',
};
const REACH: Readonly<Record<StatuteReading['attempts'], string>> = {
  ask: 'are a question for counsel, case by case',
  reached: 'are reached by HS 11361.8',
  'not-reached': 'are not reached by HS 11361.8',
};

/** What a policy says, in sentences, a line each: for the person who approves it. */
export function policyInWords(policy: Policy): readonly string[] {
  const { approved, statute, steps } = policy;
  const lines = [
    `${policy.title} (${policy.name}): ${KINDS[policy.kind]}.`,
    `Approved by ${approved.by}${approved.on === '' ? '' : ` on ${approved.on}`}: ${approved.words.trim()}`,
  ];
  if (!statute) {
    lines.push('Steps; the first that applies decides:', ...steps.map((step, i) => stepLine(step, i)));
    return [...lines, `Otherwise: ${outcomeWords(policy.otherwise.outcome)}.`];
  }
  lines.push(
    `How it reads the statute: ${PRESUME[statute.presume]}; ${PRIORS[statute.priorsOfTheSection]}; attempts ${REACH[statute.attempts]}; sections of before 1973 ${REACH[statute.predecessors]}.`,
  );
  if (steps.length === 0) return [...lines, 'It elects nothing beyond the statute.'];
  lines.push(
    'Elections beyond the statute; the first that applies is made, and the person has the better of it and the statute:',
  );
  const never = unlessOfAll(steps);
  if (never.length > 0) lines.push(`Nothing is elected where ${never.map(conditionWords).join(', or ')}.`);
  for (const [i, step] of steps.entries()) {
    const own = (step.unless ?? []).filter((each) => !never.some((other) => isSame(each, other)));
    lines.push(stepLine({ ...step, unless: own }, i), `   Authority: ${step.then.authority ?? ''}`);
  }
  return lines;
}

/** What keeps every election of the policy away: said once. */
function unlessOfAll([first, ...others]: readonly PolicyStep[]): readonly Condition[] {
  if (others.length === 0) return [];
  return (first?.unless ?? []).filter((each) =>
    others.every(({ unless = [] }) => unless.some((other) => isSame(each, other))),
  );
}

function isSame(one: Condition, other: Condition): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function stepLine(step: PolicyStep, i: number): string {
  const citation = stepCitation(step);
  const { outcome, prosecutor } = step.then;
  const given = prosecutor === undefined ? outcomeWords(outcome) : `${outcomeWords(outcome)}, ${prosecutor}`;
  return `${i + 1}. ${step.code}: if ${stepWords(step)}${citation === '' ? '' : ` [${citation}]`}: ${given}.`;
}
