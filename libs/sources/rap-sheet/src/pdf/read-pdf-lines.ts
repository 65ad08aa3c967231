import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { RapSheetError } from '../errors';
import { type SheetLine, type SheetText } from '../lines/sheet-line';
import { linesOfPieces, type PagePiece } from './page-pieces';

interface Page {
  readonly pieces: readonly PagePiece[];
  readonly hasText: boolean;
}

type Answer = { readonly pages: readonly Page[] } | { readonly failed: string };

/** Enough for sheets of some hundred pages; a file that asks for more is made to break readers. */
const LIMITS = { maxOldGenerationSizeMb: 1024 };

/**
 * The lines of a PDF by their positions, with page and line. A page that is a picture is a RapSheetError that names it, never
 * a page without lines; so are files that are broken or need a password.
 */
export async function readPdfLines(
  bytes: Uint8Array,
  options: { readonly signal?: AbortSignal } = {},
): Promise<SheetText> {
  const answer = await inThread(bytes, options.signal);
  if ('failed' in answer) throw answer.failed === 'PasswordException' ? encrypted() : broken();
  const { pages } = answer;
  const pictures = pages.flatMap(({ hasText }, i) => (hasText ? [] : [i + 1]));
  if (pictures.length > 0) throw pageWithoutText(pictures, pages.length);
  const lines: SheetLine[] = [];
  pages.forEach(({ pieces }, i) => {
    linesOfPieces(pieces).forEach((text, k) =>
      lines.push({ number: lines.length + 1, page: i + 1, line: k + 1, offset: 0, text }),
    );
  });
  if (lines.length === 0)
    throw new RapSheetError('rap-sheet.empty', 'The PDF has no text on any page. Check that the right file was given.');
  return { kind: 'pdf', pages: pages.length, lines };
}

function inThread(bytes: Uint8Array, signal: AbortSignal | undefined): Promise<Answer> {
  return new Promise((resolve, reject) => {
    // What the library writes is thrown away: it may hold words of the sheet.
    const thread = new Worker(join(__dirname, 'pdf-text.mjs'), {
      workerData: Uint8Array.from(bytes),
      resourceLimits: LIMITS,
      stdout: true,
      stderr: true,
      execArgv: [],
    });
    const stop = (): void => void thread.terminate();
    const settle = (finish: () => void): void => {
      signal?.removeEventListener('abort', stop);
      finish();
      stop();
    };
    signal?.addEventListener('abort', stop, { once: true });
    thread.once('message', (answer: Answer) => settle(() => resolve(answer)));
    thread.once('error', (cause) => settle(() => reject(broken(cause))));
    thread.once('exit', () => settle(() => reject(signal?.aborted ? signal.reason : broken())));
    if (signal?.aborted) stop();
  });
}

function broken(cause?: unknown): RapSheetError {
  return new RapSheetError(
    'rap-sheet.pdf-broken',
    'The PDF cannot be read: it is damaged or was not saved whole. Save or print it to PDF again.',
    { cause },
  );
}

function encrypted(): RapSheetError {
  return new RapSheetError(
    'rap-sheet.pdf-encrypted',
    'The PDF needs a password. Open it with the password and save a copy without one.',
  );
}

function pageWithoutText(pages: readonly number[], of: number): RapSheetError {
  const [which, is, one] =
    pages.length === 1
      ? [`Page ${pages[0]}`, 'is a picture', 'it']
      : [`Pages ${pages.join(', ')}`, 'are pictures', 'them'];
  return new RapSheetError(
    'rap-sheet.page-without-text',
    `${which} of ${of} ${is} without text (scanned or drawn), and nothing can be read from ${one}. Run text recognition (OCR) over the file and give the result, or ask for the sheet as a text PDF; nothing was taken from it.`,
    { pages },
  );
}
