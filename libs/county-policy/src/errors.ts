import { type FileProblem, problemWords } from '@clearway/yaml-with-lines';

/** One thing that is wrong with a policy file. */
export type PolicyProblem = FileProblem;

/** A policy cannot be used; lists every problem at once, each with its line, the thing and the cure. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError';
  readonly code: string;
  readonly problems: readonly PolicyProblem[];

  constructor(code: 'policy.unknown' | 'policy.unreadable' | 'policy.invalid', problems: readonly PolicyProblem[]) {
    super(problems.map((each) => problemWords(each)).join('\n'));
    this.code = code;
    this.problems = problems;
  }
}
