/** A book of filings that cannot be used: the line and the cure, never what stands there. */
export class BookFileError extends Error {
  override readonly name = 'BookFileError';
  readonly code = 'book.unusable';
  constructor(
    /** From 1; 0 where no line is meant. */
    readonly line: number,
    cure: string,
  ) {
    super(`the book of filings cannot be used: ${line > 0 ? `line ${line}: ` : ''}${cure}`);
  }
}

/** Something that the book does not allow now: what, and what to do instead. */
export class BookRuleError extends Error {
  override readonly name = 'BookRuleError';
  constructor(
    /** Such as `batch.superseded`. */
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** Numbers of a batch that must add up and do not: a defect, or a book that somebody changed. */
export class BookTieError extends Error {
  override readonly name = 'BookTieError';
  readonly code = 'control.book';
  constructor(batch: string, lines: number, sum: number) {
    super(
      `batch ${batch} has ${lines} lines, but what became of them adds up to ${sum}; please report it, with the book`,
    );
  }
}
