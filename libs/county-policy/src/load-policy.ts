import { createHash } from 'node:crypto';
import {
  type Condition,
  type ConditionArgument,
  DEFAULT_READING,
  type Outcome,
  type Policy,
  type PolicyResult,
  type PolicyStep,
} from '@clearway/rules';
import { type z } from 'zod';
import { electionWarnings } from './election-warnings';
import { placeInFile, ruleProblems } from './rule-problems';
import { desktopSteps, isDesktopOptions, readDesktopOptions } from './desktop-options';
import { PolicyError, type PolicyProblem } from './errors';
import { issueWords } from './issue-words';
import { type PolicyText, readPolicyText } from './lines';
import { PRESET_TEXTS } from './presets.generated';
import {
  desktopPolicyFile,
  type FilingPolicy,
  filingPolicy,
  type PolicyFileResult,
  stepsPolicy,
  type StepsPolicy,
} from './schema';

const DETERMINATIONS: Readonly<Record<Outcome, string>> = {
  'dismiss-and-seal': 'Eligible for Dismissal',
  dismiss: 'Eligible for Dismissal',
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

/** The text of a preset, as its file has it. Throws a PolicyError that lists the presets. */
export function presetText(name: string): string {
  const text = Object.hasOwn(PRESET_TEXTS, name) ? PRESET_TEXTS[name] : undefined;
  if (text !== undefined) return text;
  const words = `there is no policy of this name: use ${presetNames().join(', ')}, or give a policy file`;
  throw new PolicyError('policy.unknown', [{ line: 0, path: 'policy', words }]);
}

function preset(name: string): Policy {
  const known = presets.get(name);
  if (known) return known;
  const policy = readPolicy(presetText(name));
  presets.set(name, policy);
  return policy;
}

function readPolicy(text: string): Policy {
  const source = readPolicyText(text);
  const policy = isDesktopOptions(source.data) ? desktopPolicy(source) : clearwayPolicy(source);
  const problems = ruleProblems(policy).map(({ path, words }): PolicyProblem => {
    const place = placeInFile(path, policy, source.data);
    return { line: source.lineOf(place), path: printPath(place), words };
  });
  if (problems.length > 0) throw new PolicyError('policy.invalid', problems);
  return policy;
}

function clearwayPolicy(source: PolicyText): Policy {
  const data = source.data;
  if (kindOf(data) === 'filing') return filing(check(filingPolicy, source));
  const isDesktop = typeof data === 'object' && data !== null && 'eligibilityConfig' in data;
  if (isDesktop) {
    const file = check(desktopPolicyFile, source);
    const { options, problems, warnings } = readDesktopOptions(file.eligibilityConfig);
    throwProblems(
      source,
      problems.map((each) => ({ ...each, path: ['eligibilityConfig', ...each.path] })),
    );
    const { policy: name, kind, title, approved } = file;
    return sealed({ name, kind, title, approved, ...desktopSteps(options) }, warnings);
  }
  const file = check(stepsPolicy, source);
  const { policy: name, kind, title, approved, lists } = file;
  const steps = file.steps.map((each) => toStep(each));
  return sealed({ name, kind, title, approved, lists, steps, otherwise: toResult(file.otherwise) }, []);
}

function kindOf(data: unknown): unknown {
  return typeof data === 'object' && data !== null && 'kind' in data ? data.kind : undefined;
}

/** The lists of the statute itself, where the policy names no others. */
const STATUTE_LISTS = { superStrikes: 'california.super-strikes', sexOffences: 'california.sex-offences' };

function filing(file: FilingPolicy): Policy {
  const { policy: name, kind, title, approved, lists = STATUTE_LISTS, elections = [], statute = {} } = file;
  const nothing = (file['elect nothing when'] ?? []).map(toCondition);
  const reading = {
    presume: statute.presume ?? DEFAULT_READING.presume,
    priorsOfTheSection: statute['priors of the section'] ?? DEFAULT_READING.priorsOfTheSection,
    attempts: statute.attempts ?? DEFAULT_READING.attempts,
    predecessors: statute.predecessors ?? DEFAULT_READING.predecessors,
  };
  const steps = elections.map(({ code, when, unless = [], then, authority }) => ({
    ...toStep({ code, when, unless, then }, nothing),
    then: { ...toResult(then), authority: authority.trim() },
  }));
  const otherwise = { outcome: 'not-eligible' as const, determination: DETERMINATIONS['not-eligible'], reason: '' };
  const content = { name, kind, title, approved, statute: reading, lists, steps, otherwise };
  return sealed(content, electionWarnings(steps));
}

function toStep(
  { code, when, unless = [], then }: StepsPolicy['steps'][number],
  also: readonly Condition[] = [],
): PolicyStep {
  const not = [...unless.map(toCondition), ...also];
  return { code, when: when.map(toCondition), ...(not.length === 0 ? {} : { unless: not }), then: toResult(then) };
}

function desktopPolicy(source: PolicyText): Policy {
  const { options, problems, warnings } = readDesktopOptions(source.data as Readonly<Record<string, unknown>>);
  throwProblems(source, problems);
  const head = {
    name: 'eligibility-config',
    kind: 'replay' as const,
    title: 'Options of the earlier desktop tool',
    approved: { by: 'not recorded', on: '', words: 'The file of options does not say who chose them, nor when.' },
  };
  return sealed({ ...head, ...desktopSteps(options) }, warnings);
}

function check<T>(schema: z.ZodType<T>, source: PolicyText): T {
  const result = schema.safeParse(source.data);
  if (result.success) return result.data;
  const kind = kindOf(source.data);
  const problems = result.error.issues.flatMap((issue): PolicyProblem[] => {
    const path = issue.path.map((each) => (typeof each === 'number' ? each : String(each)));
    const problem = (place: readonly (string | number)[], words: string): PolicyProblem => ({
      line: source.lineOf(place),
      path: printPath(place) || 'the policy',
      words,
    });
    if (issue.code !== 'unrecognized_keys') return [problem(path, issueWords(issue, valueAt(source.data, path)))];
    return issue.keys.map((key) => problem([...path, key], unknownSetting(key, path.length === 0 ? kind : '')));
  });
  throw new PolicyError('policy.invalid', problems);
}

function valueAt(data: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[key] : undefined,
    data,
  );
}

/** What is wrong with a setting that the schema does not have: often it belongs to the other kind of policy. */
function unknownSetting(key: string, kind: unknown): string {
  if (kind === 'filing' && ['steps', 'otherwise', 'eligibilityConfig'].includes(key)) {
    return 'belongs to a replay: a policy for filing has the statute under it and adds to it under "elections"';
  }
  if (kind === 'replay' && ['elections', 'statute', 'elect nothing when', 'authority'].includes(key)) {
    return 'belongs to a policy for filing: a replay has "steps" and "otherwise", and nothing is filed under it';
  }
  return 'is not a setting of a policy: remove it or correct its spelling';
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
