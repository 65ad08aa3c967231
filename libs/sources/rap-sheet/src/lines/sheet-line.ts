/** One line of a sheet, as it stands there. */
export interface SheetLine {
  /** Number within the sheet, from 1, over all pages. */
  readonly number: number;
  /** From 1. A text has pages where it has form feeds. */
  readonly page: number;
  /** Where a person finds it: the physical line of a text file, or the line on its page of a PDF; from 1. */
  readonly line: number;
  /** Byte offset in a text file; 0 in a PDF. */
  readonly offset: number;
  /** The line as the file has it. */
  readonly text: string;
}

/** The lines of a file that holds a sheet. */
export interface SheetText {
  readonly kind: 'text' | 'pdf';
  readonly pages: number;
  readonly lines: readonly SheetLine[];
}
