import { constants, gunzipSync } from 'node:zlib';

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
