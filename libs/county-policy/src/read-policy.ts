import { type Policy } from '@clearway/rules';
import { type z } from 'zod';
import { desktopSteps, isDesktopOptions, readDesktopOptions } from './desktop-options';
import { PolicyError, type PolicyProblem } from './errors';
import { issueWords } from './issue-words';
import { type PolicyText, readPolicyText } from './lines';
import { filingPolicyOf, sealed, stepsPolicyOf } from './policy-of-file';
import { placeInFile, ruleProblems } from './rule-problems';
import { desktopPolicyFile, filingPolicy, stepsPolicy } from './schema';

/** Reads the text of a policy and checks it. Throws a PolicyError that lists every problem with its line, the thing and the cure. */
export function readPolicy(text: string): Policy {
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
  if (kindOf(data) === 'filing') return filingPolicyOf(check(filingPolicy, source));
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
  return stepsPolicyOf(check(stepsPolicy, source));
}

function kindOf(data: unknown): unknown {
  return typeof data === 'object' && data !== null && 'kind' in data ? data.kind : undefined;
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
