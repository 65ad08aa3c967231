/** What can be wrong with an input as a whole. One bad row is never one of these: it goes to the rejected rows. */
export class StateFileError extends Error {
  override readonly name: string = 'StateFileError';
  constructor(
    readonly code:
      | 'state-file.missing'
      | 'state-file.empty'
      | 'state-file.not-one'
      | 'state-file.unreadable'
      | 'state-file.changed'
      | 'state-file.twice'
      | 'state-file.gzip',
    /** Name of the file as the caller gave it. */
    readonly file: string,
    message: string,
  ) {
    super(message);
  }
}

/** The county asked for stands on no row of the files. */
export class UnknownCountyError extends Error {
  override readonly name = 'UnknownCountyError';
  readonly code = 'county.not-in-file';
  constructor(
    readonly county: string,
    /** The counties that do stand there, sorted. */
    readonly counties: readonly string[],
  ) {
    super(
      `The county ${JSON.stringify(county)} stands on no row of the input. Give one that does: ${counties.length > 0 ? counties.join(', ') : '(the input names no county at all)'}.`,
    );
  }
}

/** An independent count of the lines disagrees with the reader's: a defect of the reader, never of the file. */
export class LinesDoNotTieOutError extends Error {
  override readonly name = 'LinesDoNotTieOutError';
  readonly code = 'reader.lines-do-not-tie-out';
  constructor(file: string, counted: number, accounted: number) {
    super(`${file}: ${counted} lines that are not empty were counted, but the reader accounts for ${accounted}. Nothing was written; please report this as a defect.`);
  }
}

/** Writing the results failed: no room on the disk, or a folder that cannot be written. */
export class ResultsNotWrittenError extends Error {
  override readonly name = 'ResultsNotWrittenError';
  constructor(
    readonly code: 'results.disk-full' | 'results.not-writable',
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}

/** Annotations that fit no row that can be used, or are not sorted: what they were made from is not this file. */
export class AnnotationsDoNotFitError extends Error {
  override readonly name = 'AnnotationsDoNotFitError';
  readonly code = 'results.annotations-do-not-fit';
  constructor() {
    super('The stored annotations do not fit the rows of the inputs: they were made from other files, or are not sorted. Run the decision again.');
  }
}
