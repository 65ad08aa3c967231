import { type FileProblem, problemWords } from '@clearway/yaml-with-lines';

/** One thing that is wrong with a mapping (`columns.3.as`), or with a part of a file. */
export type ExtractProblem = FileProblem;

export type ExtractErrorCode =
  | 'extract.mapping-unknown'
  | 'extract.mapping-unreadable'
  | 'extract.mapping-invalid'
  | 'extract.columns'
  | 'extract.empty'
  | 'extract.encoding'
  | 'extract.format'
  | 'extract.kind';

const SHOWN = 30;

/** A mapping, or a court's export under it, cannot be used: every problem at once, with its line; never a value of a row. */
export class ExtractError extends Error {
  override readonly name = 'ExtractError';
  constructor(
    readonly code: ExtractErrorCode,
    readonly problems: readonly ExtractProblem[],
  ) {
    const more = problems.length > SHOWN ? `\nand ${problems.length - SHOWN} more` : '';
    super(
      problems
        .slice(0, SHOWN)
        .map((each) => problemWords(each))
        .join('\n') + more,
    );
  }
}
