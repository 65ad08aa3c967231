import { ParseSpeeds, PDFDocument } from '@cantoo/pdf-lib';
import { FormFileError } from '../errors';

/** A form's file, opened for reading. */
export interface OpenedPdf {
  readonly document: PDFDocument;
  readonly encrypted: boolean;
}

/**
 * Opens a form's file, also one that asks for no password but is protected, and one whose cross-references are damaged.
 * @throws FormFileError when it is no PDF, is broken beyond reading, or asks for a password.
 */
export async function openFormPdf(bytes: Uint8Array): Promise<OpenedPdf> {
  // Readers allow a kilobyte of something else before the header.
  if (!Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')) {
    throw new FormFileError(
      'form.not-a-pdf',
      'This is not a PDF: give the form as the court publishes it, as a PDF file.',
    );
  }
  const options = {
    updateMetadata: false,
    throwOnInvalidObject: false,
    warnOnInvalidObjects: false,
    preserveXFA: true,
    parseSpeed: ParseSpeeds.Fastest,
  };
  try {
    const document = await PDFDocument.load(bytes, options);
    if (document.getPageCount() === 0) throw unreadable();
    return { document, encrypted: false };
  } catch (error) {
    if (!isEncryption(error)) throw unreadable();
  }
  try {
    return { document: await PDFDocument.load(bytes, { ...options, password: '' }), encrypted: true };
  } catch {
    throw new FormFileError(
      'form.encrypted',
      'The PDF opens only with a password: save a copy without one, or ask the court for the open form.',
    );
  }
}

function isEncryption(error: unknown): boolean {
  return error instanceof Error && /encrypt|password/i.test(error.message);
}

function unreadable(): FormFileError {
  return new FormFileError(
    'form.unreadable',
    'The PDF is damaged and cannot be read: fetch it from the court again, or open it in a reader and save a copy.',
  );
}
