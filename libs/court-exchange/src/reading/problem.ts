/** One thing wrong with a file that a court sent back: where it stands and the cure, never a value of the file. */
export interface ExchangeProblem {
  /** Name of the file as the caller calls it. */
  readonly file: string;
  /** Physical line of a CSV, row of a sheet, number of an entry of JSON; from 1. */
  readonly line: number;
  /** Head of the column, with its letter in a sheet; `header`, `row`. */
  readonly column: string;
  readonly cure: string;
  /** The closed code that is spelled most like what stands there; '' when none is near. */
  readonly nearest: string;
}

const SHOWN = 20;

/** A file of a court that cannot be used as it is: every problem at once. Nothing was taken from it. */
export class ExchangeFileError extends Error {
  override readonly name = 'ExchangeFileError';
  readonly code = 'court-file.unusable';
  constructor(readonly problems: readonly ExchangeProblem[]) {
    const shown = problems.slice(0, SHOWN).map(problemText);
    const more = problems.length > SHOWN ? `\n... and ${problems.length - SHOWN} more` : '';
    super(
      `the court's file cannot be used (${problems.length} problem(s)), nothing was taken from it:\n${shown.join('\n')}${more}`,
    );
  }
}

/** `answers.csv: line 7, answer: is no answer of the list; the nearest is "granted"`. */
export function problemText({ file, line, column, cure, nearest }: ExchangeProblem): string {
  return `${file}: line ${line}, ${column}: ${cure}${nearest === '' ? '' : `; the nearest is "${nearest}"`}`;
}
