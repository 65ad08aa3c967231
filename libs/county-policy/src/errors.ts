/** One thing that is wrong with a policy file. */
export interface PolicyProblem {
  /** Line of the file, from 1; 0 when the problem has no place. */
  readonly line: number;
  /** Path of the thing: `steps.2.then.outcome`. */
  readonly path: string;
  /** What is wrong and what to write instead. */
  readonly words: string;
}

/** A policy cannot be used; lists every problem at once, each with its line, the thing and the cure. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError';
  readonly code: string;
  readonly problems: readonly PolicyProblem[];

  constructor(code: 'policy.unknown' | 'policy.unreadable' | 'policy.invalid', problems: readonly PolicyProblem[]) {
    super(problems.map(printProblem).join('\n'));
    this.code = code;
    this.problems = problems;
  }
}

function printProblem({ line, path, words }: PolicyProblem): string {
  return `${line > 0 ? `line ${line}: ` : ''}${path === '' ? '' : `${path}: `}${words}`;
}
