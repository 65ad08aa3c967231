import { readTextLines } from './lines/read-text-lines';
import { type SheetText } from './lines/sheet-line';
import { readPdfLines } from './pdf/read-pdf-lines';

/** Where the mark of a PDF may stand. */
const MARK_WITHIN = 1024;

/** The lines of a file, told by its content: a PDF, else a text. Throws a RapSheetError. */
export async function readSheetFile(
  bytes: Uint8Array,
  options: { readonly signal?: AbortSignal } = {},
): Promise<SheetText> {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, MARK_WITHIN)).toString('latin1');
  return head.includes('%PDF-') ? readPdfLines(bytes, options) : readTextLines(bytes);
}
