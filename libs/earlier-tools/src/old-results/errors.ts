/** A file of old results that cannot be used. The message names the kind of thing and the cure, never a value of a row. */
export class OldResultsError extends Error {
  override readonly name = 'OldResultsError';
  constructor(
    readonly code: 'old-results.layout' | 'old-results.empty' | 'old-results.as-of',
    message: string,
  ) {
    super(message);
  }
}
