import { parseCalendarDate } from '@clearway/record';
import { CRITERIA } from '../criteria/criteria';
import { CodeList } from '../parameters/code-list';
import { CODE_LISTS } from '../parameters/code-lists.generated';
import { checkProvisions } from '../law/deciding/check-provisions';
import { CANNABIS_SECTIONS } from '../person/cannabis';
import { allOf, type Arguments, type ArgumentKind, type Criterion, type Finding, type Subject } from './criterion';
import { RuleSetError } from './errors';
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
  if (policy.statute) checkProvisions();
  if ((policy.kind === 'filing') !== (policy.statute !== undefined)) {
    throw new RuleSetError(
      'rules.policy-kind',
      'a policy for filing stands on the statute, and a replay does not: correct "kind" or "statute"',
      ['kind'],
    );
  }
  const codes = new Set<string>();
  const steps = policy.steps.map((step, i): PreparedStep => {
    if (codes.has(step.code)) {
      throw new RuleSetError('rules.duplicate-step', `two steps have the code "${step.code}": give each its own`, [
        'steps',
        i,
        'code',
      ]);
    }
    codes.add(step.code);
    checkResult(step.then, ['steps', i, 'then']);
    if (step.when.length === 0) {
      throw new RuleSetError(
        'rules.step-without-test',
        `the step "${step.code}" tests nothing: name a criterion under "when"`,
        ['steps', i, 'when'],
      );
    }
    const tests = step.when.map((condition, j) => prepareCondition(condition, ['steps', i, 'when', j]));
    const [only] = tests;
    return { step, test: tests.length === 1 && only ? only : (subject) => allOf(tests.map((test) => test(subject))) };
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

function prepareCondition(condition: Condition, path: readonly (string | number)[]): (subject: Subject) => Finding {
  const criterion = criteria.get(condition.is);
  if (!criterion) {
    throw new RuleSetError(
      'rules.unknown-criterion',
      `there is no criterion "${condition.is}": use one of ${[...criteria.keys()].join(', ')}`,
      [...path, 'is'],
    );
  }
  checkArguments(criterion, condition.with, path);
  return (subject) => criterion.test(subject, condition.with);
}

function checkArguments(criterion: Criterion, args: Arguments, path: readonly (string | number)[]): void {
  for (const name of Object.keys(args)) {
    if (!(name in criterion.arguments)) {
      throw new RuleSetError('rules.unknown-argument', `"${criterion.code}" has no argument "${name}": remove it`, [
        ...path,
        name,
      ]);
    }
  }
  for (const [name, kind] of Object.entries(criterion.arguments)) {
    const problem = args[name] === undefined ? 'is missing' : argumentProblem(kind, args[name]);
    if (problem !== '') {
      throw new RuleSetError('rules.argument', `the argument "${name}" of "${criterion.code}" ${problem}`, [
        ...path,
        name,
      ]);
    }
  }
}

function argumentProblem(kind: ArgumentKind, value: Arguments[string] | undefined): string {
  const whole = typeof value === 'number' && Number.isInteger(value);
  if (kind === 'years')
    return whole && value >= 1 && value <= 120 ? '' : 'must be a whole number of years from 1 to 120';
  if (kind === 'count') return whole && value >= 1 && value <= 99 ? '' : 'must be a whole number from 1 to 99';
  if (kind === 'date') return isDay(value) ? '' : 'must be a day written YYYY-MM-DD';
  const list = Array.isArray(value) ? value : [];
  if (kind === 'sections') {
    const good = list.length > 0 && list.every((each) => (CANNABIS_SECTIONS as readonly string[]).includes(each));
    return good ? '' : `must be a list of ${CANNABIS_SECTIONS.join(', ')}`;
  }
  return list.length > 0 && list.every((each) => /^[a-z]$/.test(each))
    ? ''
    : 'must be a list of small letters such as [a, b]';
}

function isDay(value: unknown): boolean {
  try {
    parseCalendarDate(String(value));
    return true;
  } catch {
    return false;
  }
}

function checkResult(result: PolicyResult, path: readonly (string | number)[]): void {
  if (result.outcome === 'review' && result.question === undefined) {
    throw new RuleSetError('rules.review-without-question', 'an outcome "review" needs the question that it asks', [
      ...path,
      'question',
    ]);
  }
  if (result.question !== undefined && !isQuestion(result.question)) {
    throw new RuleSetError('rules.unknown-question', `there is no question "${result.question}" in the catalogue`, [
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
