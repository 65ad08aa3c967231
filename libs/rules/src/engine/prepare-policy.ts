import { CRITERIA } from '../criteria/criteria';
import { CodeList } from '../parameters/code-list';
import { CODE_LISTS } from '../parameters/code-lists.generated';
import { checkProvisions } from '../law/deciding/check-provisions';
import { factsThatMatter } from '../law/deciding/facts-that-matter';
import { PROVISIONS } from '../law/provisions';
import { REMEDIES } from '../law/remedies/remedies';
import { DOMAINS } from '../law/situation';
import { checkArguments } from './check-arguments';
import { allOf, found, not, type Finding, type Subject } from './criterion';
import { RuleSetError } from './errors';
import { type Outcome } from './determination';
import { type Condition, type Policy, type PolicyResult, type PolicyStep } from './policy';
import { isQuestion } from './questions';

/** A policy with its criteria and lists looked up; made once per policy. */
export interface PreparedPolicy {
  readonly policy: Policy;
  readonly steps: readonly PreparedStep[];
  readonly superStrikes: CodeList;
  readonly sexOffences: CodeList;
}

export interface PreparedStep {
  readonly step: PolicyStep;
  readonly test: (subject: Subject) => Finding;
}

const prepared = new WeakMap<Policy, PreparedPolicy>();
const criteria = byCode(CRITERIA);

/**
 * Checks a policy against the rule set: every criterion exists and has its arguments, no two steps share a code, the
 * lists and questions are known. Throws a RuleSetError that names the step.
 */
export function preparePolicy(policy: Policy): PreparedPolicy {
  const known = prepared.get(policy);
  if (known) return known;
  if (policy.statute) {
    checkProvisions();
    // Found at start as well, so that the first person does not wait for it.
    factsThatMatter(DOMAINS.offence);
  }
  if ((policy.kind === 'filing') !== (policy.statute !== undefined)) {
    throw new RuleSetError(
      'rules.policy-kind',
      'a policy for filing stands on the statute, and a replay does not: correct "kind" or "statute"',
      ['kind'],
    );
  }
  // A trace names provisions and elections alike, so no election can have the code of a provision.
  const provisions = new Set(policy.statute ? [...PROVISIONS, ...REMEDIES].map(({ code }) => code) : []);
  const codes = new Set<string>();
  const steps = policy.steps.map((step, i): PreparedStep => {
    if (codes.has(step.code) || provisions.has(step.code)) {
      const what = provisions.has(step.code) ? 'a provision of the statute has' : 'two steps have';
      throw new RuleSetError('rules.duplicate-step', `${what} the code "${step.code}": give each its own`, [
        'steps',
        i,
        'code',
      ]);
    }
    codes.add(step.code);
    checkResult(step.then, ['steps', i, 'then']);
    if (policy.statute) checkElection(step, i);
    return prepareStep(step, i, policy.kind);
  });
  checkResult(policy.otherwise, ['otherwise']);
  const result = {
    policy,
    steps,
    superStrikes: codeList(policy.lists.superStrikes, ['lists', 'superStrikes']),
    sexOffences: codeList(policy.lists.sexOffences, ['lists', 'sexOffences']),
  };
  prepared.set(policy, result);
  return result;
}

function prepareStep(step: PolicyStep, i: number, kind: Policy['kind']): PreparedStep {
  if (step.when.length === 0) {
    throw new RuleSetError(
      'rules.step-without-test',
      `the step "${step.code}" tests nothing: name a criterion under "when"`,
      ['steps', i, 'when'],
    );
  }
  const tests = step.when.map((condition, j) => prepareCondition(condition, kind, ['steps', i, 'when', j]));
  for (const [j, condition] of (step.unless ?? []).entries()) {
    const test = prepareCondition(condition, kind, ['steps', i, 'unless', j]);
    tests.push((subject) => {
      const { verdict, facts, question } = test(subject);
      return found(not(verdict), facts, question);
    });
  }
  const gate = kind === 'filing' ? GRADES_ABOVE[step.then.outcome] : undefined;
  if (gate !== undefined)
    tests.unshift(prepareCondition({ is: gate, with: {} }, kind, ['steps', i, 'then', 'outcome']));
  const [only] = tests;
  return { step, test: tests.length === 1 && only ? only : (subject) => allOf(tests, subject) };
}

/** Only what is of a higher grade can be redesignated: the election asks it by itself. */
export const GRADES_ABOVE: Readonly<Partial<Record<Outcome, string>>> = {
  'redesignate-misdemeanor': 'a-felony',
  'redesignate-infraction': 'not-an-infraction',
};

const ADDING: readonly Outcome[] = ['dismiss-and-seal', 'dismiss', 'redesignate-infraction', 'redesignate-misdemeanor'];

/** An election adds relief, on a ground that counsel wrote; what takes relief away is a recorded challenge. */
function checkElection({ code, then }: PolicyStep, i: number): void {
  if (!ADDING.includes(then.outcome)) {
    throw new RuleSetError(
      'rules.election-takes-away',
      `the election "${code}" gives "${then.outcome}", and a policy for filing can only add to the statute: use one of ${ADDING.join(', ')}; relief is taken away only by a recorded challenge to a case`,
      ['steps', i, 'then', 'outcome'],
    );
  }
  if ((then.authority ?? '').trim() === '') {
    throw new RuleSetError(
      'rules.election-without-authority',
      `the election "${code}" has no authority: write the ground of relief beyond the statute as counsel gives it; motion and order print it`,
      ['steps', i, 'authority'],
    );
  }
}

/** Two entries of the rule set under one code are an error at start. */
export function byCode<T extends { readonly code: string }>(entries: readonly T[]): ReadonlyMap<string, T> {
  const map = new Map<string, T>();
  for (const each of entries) {
    if (map.has(each.code)) {
      throw new RuleSetError(
        'rules.duplicate-criterion',
        `two criteria have the code "${each.code}": rename one of them`,
      );
    }
    map.set(each.code, each);
  }
  return map;
}

function prepareCondition(
  condition: Condition,
  kind: Policy['kind'],
  path: readonly (string | number)[],
): (subject: Subject) => Finding {
  const criterion = criteria.get(condition.is);
  const usable = [...criteria.values()].filter(({ use }) => use === undefined || use.only === kind);
  if (!criterion) {
    throw new RuleSetError(
      'rules.unknown-criterion',
      `there is no criterion "${condition.is}": use one of ${usable.map(({ code }) => code).join(', ')}`,
      [...path, 'is'],
    );
  }
  if (!usable.includes(criterion)) {
    const instead = criterion.use?.instead ?? '';
    throw new RuleSetError(
      'rules.criterion-of-another-kind',
      `"${condition.is}" is for a policy of kind "${criterion.use?.only ?? ''}"${instead === '' ? ': remove it' : `: use "${instead}"`}`,
      [...path, 'is'],
    );
  }
  checkArguments(criterion, condition.with, path);
  return (subject) => criterion.test(subject, condition.with);
}

function checkResult(result: PolicyResult, path: readonly (string | number)[]): void {
  if (result.outcome === 'review' && result.question === undefined) {
    throw new RuleSetError('rules.review-without-question', 'an outcome "review" needs the question that it asks', [
      ...path,
      'question',
    ]);
  }
  if (result.question !== undefined && !isQuestion(result.question)) {
    throw new RuleSetError('rules.unknown-question', `there is no question "${result.question}" in the catalog`, [
      ...path,
      'question',
    ]);
  }
}

const lists = new Map<string, CodeList>();

function codeList(name: string, path: readonly (string | number)[]): CodeList {
  const known = lists.get(name);
  if (known) return known;
  const source = CODE_LISTS.find((each) => each.list === name);
  if (!source) {
    const names = CODE_LISTS.map((each) => each.list).join(', ');
    throw new RuleSetError('rules.unknown-list', `there is no code list "${name}": use one of ${names}`, path);
  }
  const list = new CodeList(source);
  lists.set(name, list);
  return list;
}
