/** One thing wrong with a facts file. */
export interface FactsProblem {
  readonly code:
    | 'facts.quotes'
    | 'facts.empty'
    | 'facts.unknown-column'
    | 'facts.missing-column'
    | 'facts.column-twice'
    | 'facts.field-count'
    | 'facts.no-person'
    | 'facts.no-case'
    | 'facts.bad-value'
    | 'facts.bad-challenge'
    | 'facts.nothing-said';
  readonly line: number;
  readonly column: string;
  readonly cure: string;
}

const SHOWN = 20;

/** A facts file that cannot be used: every problem with its line, column and cure, never a value. */
export class FactsFileError extends Error {
  override readonly name = 'FactsFileError';
  readonly code = 'facts.unusable';
  constructor(
    readonly file: string,
    readonly problems: readonly FactsProblem[],
  ) {
    const shown = problems.slice(0, SHOWN).map(({ line, column, cure }) => `line ${line}, ${column}: ${cure}`);
    const more = problems.length > SHOWN ? '\n...' : '';
    super(`${file}: the facts file cannot be used (${problems.length} problem(s)):\n${shown.join('\n')}${more}`);
  }
}

/** Rows keyed by a SUBJECT_ID alone that two people of the run have: whose case it is cannot be told. */
export class SharedSubjectError extends Error {
  override readonly name = 'SharedSubjectError';
  readonly code = 'facts.shared-subject';
  constructor(readonly lines: readonly { readonly file: number; readonly line: number }[]) {
    const where = lines.slice(0, SHOWN).map(({ file, line }) => `file ${file + 1} line ${line}`);
    super(
      `rows of a facts file have a SUBJECT_ID that belongs to more than one person, so it cannot be told whose case it is: give the CII in ${where.join(', ')}`,
    );
  }
}
