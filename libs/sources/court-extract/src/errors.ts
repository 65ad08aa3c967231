/** One thing that is wrong with a mapping or with a file as a whole. */
export interface ExtractProblem {
  /** Line of the mapping or of the file, from 1; 0 when the problem has no place. */
  readonly line: number;
  /** Path in the mapping (`columns.3.as`), or what part of the file it is about. */
  readonly path: string;
  /** What is wrong, and the cure. */
  readonly words: string;
}

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
    super(problems.slice(0, SHOWN).map(printProblem).join('\n') + more);
  }
}

function printProblem({ line, path, words }: ExtractProblem): string {
  return `${line > 0 ? `line ${line}: ` : ''}${path === '' ? '' : `${path}: `}${words}`;
}
