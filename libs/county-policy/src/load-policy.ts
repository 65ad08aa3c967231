import { createHash } from 'node:crypto';
import {
  type Condition,
  type ConditionArgument,
  type Outcome,
  type Policy,
  type PolicyResult,
  preparePolicy,
  RuleSetError,
} from '@clearway/rules';
import { type z } from 'zod';
import { desktopSteps, isDesktopOptions, readDesktopOptions } from './desktop-options';
import { PolicyError, type PolicyProblem } from './errors';
import { issueWords } from './issue-words';
import { type PolicyText, readPolicyText } from './lines';
import { PRESET_TEXTS } from './presets.generated';
import { desktopPolicyFile, type PolicyFileResult, stepsPolicy, type StepsPolicy } from './schema';

const DETERMINATIONS: Readonly<Record<Outcome, string>> = {
  'dismiss-and-seal': 'Eligible for Dismissal',
  'redesignate-misdemeanor': 'Eligible for Reduction',
  'redesignate-infraction': 'Eligible for Redesignation as Infraction',
  'dismiss-sentence': 'Eligible for Dismissal of Sentence',
  'recall-and-resentence': 'Eligible for Resentencing',
  'not-eligible': 'Not eligible',
  review: 'Hand Review',
  'refer-to-other-prosecutor': 'To be reviewed by another prosecutor',
};

const presets = new Map<string, Policy>();

/** The policies that come with Clearway, by name. */
export function presetNames(): readonly string[] {
  return Object.keys(PRESET_TEXTS);
}

/**
 * Reads a policy: the name of a preset, the text of a Clearway policy (YAML or JSON), or the text of the earlier desktop
 * tool's `eligibilityConfig.json`. Throws a PolicyError that lists every problem with its line, the thing and the cure.
 *
 * @example loadPolicy('los-angeles-2020').steps.length
 */
export function loadPolicy(nameOrText: string): Policy {
  const trimmed = nameOrText.replace(/^\uFEFF/, '').trim();
  if (trimmed === '') {
    const words = 'is empty: give the name of a policy, or a file that holds one';
    throw new PolicyError('policy.unreadable', [{ line: 0, path: 'the policy', words }]);
  }
  if (!/[\n{:]/.test(trimmed)) return preset(trimmed);
  return readPolicy(nameOrText.replace(/^\uFEFF/, ''));
}

function preset(name: string): Policy {
  const known = presets.get(name);
  if (known) return known;
  const text = Object.hasOwn(PRESET_TEXTS, name) ? PRESET_TEXTS[name] : undefined;
  if (text === undefined) {
    const words = `there is no policy of this name: use ${presetNames().join(', ')}, or give a policy file`;
    throw new PolicyError('policy.unknown', [{ line: 0, path: 'policy', words }]);
  }
  const policy = readPolicy(text);
  presets.set(name, policy);
  return policy;
}

function readPolicy(text: string): Policy {
  const source = readPolicyText(text);
  const policy = isDesktopOptions(source.data) ? desktopPolicy(source) : clearwayPolicy(source);
  try {
    preparePolicy(policy);
  } catch (error) {
    if (!(error instanceof RuleSetError)) throw error;
    throw new PolicyError('policy.invalid', [
      { line: source.lineOf(error.path), path: printPath(error.path), words: error.message },
    ]);
  }
  return policy;
}

function clearwayPolicy(source: PolicyText): Policy {
  const data = source.data;
  const isDesktop = typeof data === 'object' && data !== null && 'eligibilityConfig' in data;
  if (isDesktop) {
    const file = check(desktopPolicyFile, source);
    const { options, problems, warnings } = readDesktopOptions(file.eligibilityConfig);
    throwProblems(
      source,
      problems.map((each) => ({ ...each, path: ['eligibilityConfig', ...each.path] })),
    );
    const { policy: name, kind, title, approved, authority = '' } = file;
    return sealed({ name, kind, title, approved, authority, ...desktopSteps(options) }, warnings);
  }
  const file = check(stepsPolicy, source);
  const { policy: name, kind, title, approved, authority = '', lists } = file;
  const steps = file.steps.map((each) => ({
    code: each.code,
    when: each.when.map(toCondition),
    then: toResult(each.then),
  }));
  return sealed({ name, kind, title, approved, authority, lists, steps, otherwise: toResult(file.otherwise) }, []);
}

function desktopPolicy(source: PolicyText): Policy {
  const { options, problems, warnings } = readDesktopOptions(source.data as Readonly<Record<string, unknown>>);
  throwProblems(source, problems);
  const head = {
    name: 'eligibility-config',
    kind: 'replay' as const,
    title: 'Options of the earlier desktop tool',
    approved: { by: 'not recorded', on: '', words: 'The file of options does not say who chose them, nor when.' },
    authority: '',
  };
  return sealed({ ...head, ...desktopSteps(options) }, warnings);
}

function check<T>(schema: z.ZodType<T>, source: PolicyText): T {
  const result = schema.safeParse(source.data);
  if (result.success) return result.data;
  const problems = result.error.issues.flatMap((issue): PolicyProblem[] => {
    const path = issue.path.map((each) => (typeof each === 'number' ? each : String(each)));
    if (issue.code === 'unrecognized_keys') {
      const words = 'is not a setting of a policy: remove it or correct its spelling';
      return issue.keys.map((key) => ({ line: source.lineOf([...path, key]), path: printPath([...path, key]), words }));
    }
    return [{ line: source.lineOf(path), path: printPath(path) || 'the policy', words: issueWords(issue, valueAt(source.data, path)) }];
  });
  throw new PolicyError('policy.invalid', problems);
}

function valueAt(data: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce((value, key) => (typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[key] : undefined), data);
}

function throwProblems(
  source: PolicyText,
  problems: readonly { readonly path: readonly string[]; readonly words: string }[],
): void {
  if (problems.length === 0) return;
  throw new PolicyError(
    'policy.invalid',
    problems.map(({ path, words }) => ({ line: source.lineOf(asKeys(path)), path: path.join('.'), words })),
  );
}

/** Positions in lists are numbers to the reader of lines. */
function asKeys(path: readonly string[]): (string | number)[] {
  return path.map((each) => (/^\d{1,2}$/.test(each) ? Number(each) : each));
}

function printPath(path: readonly (string | number)[]): string {
  return path.join('.');
}

function toCondition(source: StepsPolicy['steps'][number]['when'][number]): Condition {
  const { is, ...args } = source;
  return { is, with: args as Record<string, ConditionArgument> };
}

function toResult(source: PolicyFileResult): PolicyResult {
  const { outcome, determination = DETERMINATIONS[outcome], reason, question, prosecutor } = source;
  return {
    outcome,
    determination,
    reason,
    ...(question === undefined ? {} : { question }),
    ...(prosecutor === undefined ? {} : { prosecutor }),
  };
}

/** The hash is over everything that the policy says, so that another word is another policy. */
function sealed(content: Omit<Policy, 'hash' | 'warnings'>, warnings: readonly string[]): Policy {
  const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  return { ...content, hash, warnings };
}
