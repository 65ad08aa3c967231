/** A file that cannot be read as a PDF, or uses something that this reader does not know. */
export class PdfReadError extends Error {
  readonly code = 'pdf.unreadable';
  readonly level = 'error';

  constructor(what: string) {
    super(`the PDF cannot be read back: ${what}`);
    this.name = 'PdfReadError';
  }
}
