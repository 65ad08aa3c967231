import { type Policy } from '@clearway/rules';
import { type ElseWhere, readYaml, schemaProblems, type YamlKind, type YamlWithLines } from '@clearway/yaml-with-lines';
import { type z } from 'zod';
import { desktopSteps, isDesktopOptions, readDesktopOptions } from './desktop-options';
import { PolicyError, type PolicyProblem } from './errors';
import { filingPolicyOf, sealed, stepsPolicyOf } from './policy-of-file';
import { placeInFile, ruleProblems } from './rule-problems';
import { desktopPolicyFile, filingPolicy, stepsPolicy } from './schema';

const KIND: YamlKind = {
  holds: 'policy',
  format: 'YAML or JSON',
  whyNoReferences: 'so that whoever approves them reads them',
  unreadable: (problems) => new PolicyError('policy.unreadable', problems),
};

/** Reads the text of a policy and checks it. Throws a PolicyError that lists every problem with its line, the thing and the cure. */
export function readPolicy(text: string): Policy {
  const source = readYaml(text, KIND);
  const policy = isDesktopOptions(source.data) ? desktopPolicy(source) : clearwayPolicy(source);
  const problems = ruleProblems(policy).map(({ path, words }): PolicyProblem => {
    const place = placeInFile(path, policy, source.data);
    return source.problemAt(place, words);
  });
  if (problems.length > 0) throw new PolicyError('policy.invalid', problems);
  return policy;
}

function clearwayPolicy(source: YamlWithLines): Policy {
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

function desktopPolicy(source: YamlWithLines): Policy {
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

function check<T>(schema: z.ZodType<T>, source: YamlWithLines): T {
  const result = schema.safeParse(source.data);
  if (result.success) return result.data;
  const kind = kindOf(source.data);
  const elseWhere: ElseWhere = (key, path) => (path.length === 0 ? settingOfTheOther(key, kind) : undefined);
  throw new PolicyError('policy.invalid', schemaProblems(result.error, schema, source, KIND, { elseWhere }));
}

/** A setting that the schema does not have belongs often to the other kind of policy. */
function settingOfTheOther(key: string, kind: unknown): string | undefined {
  if (kind === 'filing' && ['steps', 'otherwise', 'eligibilityConfig'].includes(key)) {
    return 'belongs to a replay: a policy for filing has the statute under it and adds to it under "elections"';
  }
  if (kind === 'replay' && ['elections', 'statute', 'elect nothing when', 'authority'].includes(key)) {
    return 'belongs to a policy for filing: a replay has "steps" and "otherwise", and nothing is filed under it';
  }
  return undefined;
}

function throwProblems(
  source: YamlWithLines,
  problems: readonly { readonly path: readonly string[]; readonly words: string }[],
): void {
  if (problems.length === 0) return;
  throw new PolicyError(
    'policy.invalid',
    problems.map(({ path, words }) => source.problemAt(asKeys(path), words)),
  );
}

/** Positions in lists are numbers to the reader of lines. */
function asKeys(path: readonly string[]): (string | number)[] {
  return path.map((each) => (/^\d{1,2}$/.test(each) ? Number(each) : each));
}
