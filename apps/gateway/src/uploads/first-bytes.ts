import { type SourceKind } from '@clearway/contracts';
import { mayBeTable } from '@clearway/court-extract';
import { HEAD_BYTES, kindOfContent } from '@clearway/population';
import { constants, gunzipSync } from 'node:zlib';

/** What a record is whose file begins like this; null of what can be none. Which mapping reads a court's table is not asked here. */
export function kindOfFirst(first: Buffer): SourceKind | null {
  const packed = isGzip(first);
  const head = packed ? unpackedStart(first) : first;
  const content = head.length === 0 ? null : kindOfContent(head.subarray(0, HEAD_BYTES));
  if (content === 'state-file') return looksLikeStateFile(first) ? content : null;
  if (content === 'text') return isText(head) && mayBeTable(head.subarray(0, HEAD_BYTES), !packed && head.length < HEAD_BYTES) ? 'court-extract' : null;
  return content === 'workbook' ? 'court-extract' : content;
}

/** Of a hundred bytes at most one: an export can have a stray NUL, which its reader reads as `clearway sources guess` does. */
const STRAY = 100;

/** Tables of courts are text of one byte or of several for a letter: they have line ends, and hardly a NUL but in UTF-16. */
function isText(head: Buffer): boolean {
  const utf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  return utf16 || (head.includes(0x0a) && nulsOf(head) * STRAY <= head.length);
}

function nulsOf(head: Buffer): number {
  let nuls = 0;
  for (const byte of head) if (byte === 0) nuls++;
  return nuls;
}

const FIELDS = 95;
/** A record may be broken; a file of which the first records are all broken is another file. */
const RECORDS_LOOKED_AT = 20;

/**
 * Can a file that begins like this be the state's? One of its first records has the state's number of fields. Only the
 * kind of file is judged here: the reader decides row by row, and a bad row never costs the file.
 */
export function looksLikeStateFile(first: Buffer): boolean {
  const text = (isGzip(first) ? unpackedStart(first) : first).toString('latin1');
  let start = 0;
  for (let record = 0; record < RECORDS_LOOKED_AT && start < text.length; record++) {
    const { fields, next } = countFields(text, start);
    // The header may carry one name more.
    if (fields === FIELDS || (record === 0 && fields === FIELDS + 1)) return true;
    start = next;
  }
  return false;
}

function isGzip(bytes: Buffer): boolean {
  return bytes.length > 2 && bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** What the first bytes of a gzip member unpack to; nothing when they are damaged. */
function unpackedStart(bytes: Buffer): Buffer {
  try {
    return gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return Buffer.alloc(0);
  }
}

function countFields(text: string, start: number): { fields: number; next: number } {
  let fields = 1;
  let quoted = false;
  let at = start;
  for (; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === 0x22) quoted = !quoted;
    else if (quoted) continue;
    else if (char === 0x2c) fields++;
    else if (char === 0x0a) break;
  }
  if (!quoted || at < text.length) return { fields, next: at + 1 };
  // A quote that never closes: look on at the next line.
  const lineEnd = text.indexOf('\n', start);
  return { fields: 0, next: lineEnd < 0 ? text.length : lineEnd + 1 };
}
