import { RapSheetError } from '../errors';
import { type SheetLine, type SheetText } from './sheet-line';

const WINDOWS_1252_HIGH =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

type Encoding = 'utf8' | 'windows-1252';

/**
 * The lines of a text file: UTF-8 (with or without its mark), else Windows-1252. Lines end with LF, CRLF or CR; a form
 * feed begins a page and is no line of its own. Throws a RapSheetError for a file that is empty or no text.
 */
export function readTextLines(bytes: Uint8Array): SheetText {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.includes(0)) {
    throw new RapSheetError(
      'rap-sheet.not-text',
      'The file is neither a PDF nor a text. Save the sheet as PDF or as plain text (UTF-8).',
    );
  }
  const mark = file.length >= 3 && file[0] === 0xef && file[1] === 0xbb && file[2] === 0xbf ? 3 : 0;
  const { text, encoding } = decode(file.subarray(mark));
  if (text.trim() === '') {
    throw new RapSheetError(
      'rap-sheet.empty',
      'The file has no text. Check that the right file was given and that it was saved whole.',
    );
  }
  return { kind: 'text', ...split(text, encoding, mark) };
}

function decode(file: Buffer): { text: string; encoding: Encoding } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(file), encoding: 'utf8' };
  } catch {
    const text = file
      .toString('latin1')
      .replace(/[\u0080-\u009f]/g, (high) => WINDOWS_1252_HIGH[high.charCodeAt(0) - 0x80] ?? high);
    return { text, encoding: 'windows-1252' };
  }
}

function split(text: string, encoding: Encoding, start: number): Pick<SheetText, 'pages' | 'lines'> {
  const lines: SheetLine[] = [];
  let page = 1;
  let offset = start;
  let line = 0;
  const size = (part: string): number => (encoding === 'utf8' ? Buffer.byteLength(part) : part.length);
  for (const [whole, written = '', end = ''] of text.matchAll(/([^\r\n]*)(\r\n|\r|\n|$)/g)) {
    if (whole === '') break;
    line += 1;
    const parts = written.split('\f');
    parts.forEach((part, at) => {
      if (at > 0) {
        page += 1;
        offset += 1;
      }
      // The pieces around a form feed are lines where they say something; a line without one always is.
      if (parts.length === 1 || part.trim() !== '') {
        lines.push({ number: lines.length + 1, page, line, offset, text: part });
      }
      offset += size(part);
    });
    offset += end.length;
  }
  // A form feed after the last line begins no page.
  return { pages: lines[lines.length - 1]?.page ?? 1, lines };
}
