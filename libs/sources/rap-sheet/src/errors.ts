/** How a file given as a RAP sheet cannot be used; each code has one cure. */
export type RapSheetErrorCode =
  | 'rap-sheet.empty'
  | 'rap-sheet.not-text'
  | 'rap-sheet.not-a-rap-sheet'
  | 'rap-sheet.state-file'
  | 'rap-sheet.several-people'
  | 'rap-sheet.several-sheets'
  | 'rap-sheet.pdf-broken'
  | 'rap-sheet.pdf-encrypted'
  | 'rap-sheet.page-without-text';

/** A file that cannot be read as one person's RAP sheet. The message names pages, never a person. */
export class RapSheetError extends Error {
  readonly pages: readonly number[];

  constructor(
    readonly code: RapSheetErrorCode,
    message: string,
    options: {
      readonly cause?: unknown;
      /** Pages that are pictures without text, from 1. */
      readonly pages?: readonly number[];
    } = {},
  ) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.pages = options.pages ?? [];
    this.name = 'RapSheetError';
  }
}
