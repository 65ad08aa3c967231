import { COLUMN_COUNT } from '@clearway/doj-bulk';

/** What a file is by its first bytes. A table of a court may be any text, and `text` any of them. */
export type ContentKind = 'state-file' | 'rap-sheet' | 'workbook' | 'text';

/** How much of a file is looked at. */
export const HEAD_BYTES = 1 << 16;

/** Where the mark of a PDF may stand. */
const MARK_WITHIN = 1024;

/** Labels with which lines of a RAP sheet begin; two of them stand on every sheet. */
const SHEET_LINES = [
  /^\s*CII\s*\//m,
  /^\s*NAM\s*\/\s*\d/m,
  /^\s*DOB\s*\//m,
  /^\s*\*\s+\*\s+\*\s+\*\s*$/m,
  /END OF MESSAGE/,
];

/** Of unpacked bytes, the first `HEAD_BYTES` of a file. An empty file is called a state file, whose reader says that it is empty and may be any kind. */
export function kindOfContent(head: Buffer): ContentKind {
  if (head.length === 0) return 'state-file';
  if (head.subarray(0, MARK_WITHIN).includes('%PDF-')) return 'rap-sheet';
  if (head.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'))) return 'workbook';
  const text = head.toString('latin1').replace(/^\u00ef\u00bb\u00bf/, '');
  if (text.trim() === '' || isStateFile(text)) return 'state-file';
  return SHEET_LINES.filter((line) => line.test(text)).length >= 2 ? 'rap-sheet' : 'text';
}

/** Its header, or without one rows of about 95 fields: a row may be damaged, and some exports end rows with a comma. */
function isStateFile(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (/^\s*"?RECORD_ID"?\s*[,;\t|]/i.test(lines[0] ?? '')) return true;
  return lines.slice(0, 20).some((line) => Math.abs(fieldsOf(line) - COLUMN_COUNT) <= 1);
}

function fieldsOf(line: string): number {
  let fields = 1;
  let quoted = false;
  for (const letter of line) {
    if (letter === '"') quoted = !quoted;
    else if (letter === ',' && !quoted) fields++;
  }
  return fields;
}

/** Does nothing stand in it but blanks and ends of lines? */
export function isBlank(bytes: Uint8Array): boolean {
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  return bytes.subarray(mark).every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d));
}
