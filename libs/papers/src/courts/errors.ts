import { type FileProblem, problemWords } from '@clearway/yaml-with-lines';

/** One thing that is wrong with a file of courts: `courthouses.3.closed.successor`. */
export interface CourtProfileProblem extends FileProblem {
  /** Name of the file, `los-angeles.yaml`. */
  readonly file: string;
}

/** Court profiles cannot be used; lists every problem at once, each with file, line, thing and cure. */
export class CourtProfileError extends Error {
  override readonly name = 'CourtProfileError';
  readonly code = 'courts.invalid';

  constructor(readonly problems: readonly CourtProfileProblem[]) {
    super(problems.map((each) => problemWords(each, each.file)).join('\n'));
  }
}

/** The refusal of one file, by its problems. */
export function refusalOf(file: string): (problems: readonly FileProblem[]) => CourtProfileError {
  return (problems) => new CourtProfileError(problems.map((each) => ({ ...each, file })));
}

/** No court profile has the id. */
export class UnknownCourtError extends Error {
  override readonly name = 'UnknownCourtError';
  readonly code = 'courts.unknown';

  constructor() {
    super('there is no court profile of this id: `clearway court profiles list` shows all of them');
  }
}
