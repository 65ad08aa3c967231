/** One thing that is wrong with a file of courts. */
export interface CourtProfileProblem {
  /** Name of the file, `los-angeles.yaml`. */
  readonly file: string;
  /** From 1; 0 when it has no place. */
  readonly line: number;
  /** `courthouses.3.closed.successor`. */
  readonly path: string;
  /** What is wrong and what to write instead. */
  readonly words: string;
}

/** Court profiles cannot be used; lists every problem at once, each with file, line, thing and cure. */
export class CourtProfileError extends Error {
  override readonly name = 'CourtProfileError';
  readonly code = 'courts.invalid';

  constructor(readonly problems: readonly CourtProfileProblem[]) {
    super(
      problems
        .map(({ file, line, path, words }) => {
          const place = `${file}${line > 0 ? `, line ${line}` : ''}`;
          return `${place}: ${path === '' ? '' : `${path}: `}${words}`;
        })
        .join('\n'),
    );
  }
}

/** No court profile has the id. */
export class UnknownCourtError extends Error {
  override readonly name = 'UnknownCourtError';
  readonly code = 'courts.unknown';

  constructor() {
    super('there is no court profile of this id: `clearway court profiles list` shows all of them');
  }
}
