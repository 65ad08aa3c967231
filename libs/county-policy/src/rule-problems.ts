import { type Policy, preparePolicy, RuleSetError } from '@clearway/rules';

type Path = readonly (string | number)[];

interface RuleProblem {
  /** Path within the policy as the engine has it: `steps.2.when.0`. */
  readonly path: Path;
  readonly words: string;
}

/** Everything that the rules library says against a policy, each step looked at by itself; empty when it can be run. */
export function ruleProblems(policy: Policy): readonly RuleProblem[] {
  const whole = problemOf(policy);
  if (whole === undefined) return [];
  const found = new Map([[key(whole), whole]]);
  for (const [i, step] of policy.steps.entries()) {
    const one = problemOf({ ...policy, steps: [step] });
    if (one === undefined) continue;
    const problem = one.path[0] === 'steps' ? { ...one, path: ['steps', i, ...one.path.slice(2)] } : one;
    found.set(key(problem), problem);
  }
  return [...found.values()].sort((a, b) => orderOf(a) - orderOf(b));
}

function problemOf(policy: Policy): RuleProblem | undefined {
  try {
    preparePolicy(policy);
    return undefined;
  } catch (error) {
    if (!(error instanceof RuleSetError)) throw error;
    return { path: error.path, words: error.message };
  }
}

function key({ path, words }: RuleProblem): string {
  return `${path.join('.')} ${words}`;
}

function orderOf({ path }: RuleProblem): number {
  return path[0] === 'steps' ? Number(path[1] ?? 0) : -1;
}

/** Where a part of the policy stands in its file: elections are the engine's steps, and what holds for all is written once. */
export function placeInFile(path: Path, policy: Policy, data: unknown): Path {
  if (policy.kind !== 'filing' || path[0] !== 'steps') return path;
  const [, i, part, j, ...rest] = path;
  const place = ['elections', ...path.slice(1)];
  if (part !== 'unless') return place;
  const own = ownUnless(data, Number(i));
  return Number(j) < own ? place : ['elect nothing when', Number(j) - own, ...rest];
}

function ownUnless(data: unknown, i: number): number {
  const elections = (data as { elections?: readonly { unless?: readonly unknown[] }[] }).elections ?? [];
  return elections[i]?.unless?.length ?? 0;
}
