/** A decisions file that cannot be used: the line and the cure, never what stands there. */
export class DecisionsFileError extends Error {
  override readonly name = 'DecisionsFileError';
  readonly code = 'decisions.unusable';
  constructor(
    readonly line: number,
    cure: string,
  ) {
    super(`the decisions file cannot be used: line ${line}: ${cure}`);
  }
}

/** One thing wrong with a workbook that came back. */
export interface WorkbookProblem {
  readonly sheet: string;
  /** Such as `K7`. */
  readonly cell: string;
  readonly cure: string;
}

const SHOWN = 20;

/** A workbook that came back and cannot be used as it is: every problem with sheet, cell and cure, never a value. */
export class ReturnedWorkbookError extends Error {
  override readonly name = 'ReturnedWorkbookError';
  constructor(
    readonly code: 'review.unusable' | 'certify.unusable' | 'fix.unusable',
    readonly problems: readonly WorkbookProblem[],
  ) {
    const shown = problems.slice(0, SHOWN).map(({ sheet, cell, cure }) => `sheet "${sheet}", cell ${cell}: ${cure}`);
    const more = problems.length > SHOWN ? '\n...' : '';
    super(
      `the workbook cannot be used (${problems.length} problem(s)), nothing was taken from it:\n${shown.join('\n')}${more}`,
    );
  }
}

/** Something else that stops review or certify: what is missing and the cure. */
export class ReviewError extends Error {
  override readonly name = 'ReviewError';
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
