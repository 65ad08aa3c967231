/** A policy or the rule set itself cannot be run; found when it is prepared, never while a person is decided. */
export class RuleSetError extends Error {
  override readonly name = 'RuleSetError';

  constructor(
    /** Dotted, stable: `rules.unknown-criterion`. */
    readonly code: string,
    message: string,
    /** Path of the thing in the policy, such as `steps.3.when.0`. */
    readonly path: readonly (string | number)[] = [],
  ) {
    super(message);
  }
}
