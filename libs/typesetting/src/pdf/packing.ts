import { zlibSync } from 'fflate';

/**
 * Packs a stream. The compressor is plain JavaScript on purpose: zlib inside Node gives other bytes on another
 * processor, and the same input has to give the same file everywhere.
 */
export function deflate(data: Uint8Array): Uint8Array {
  return zlibSync(data, { level: 6 });
}

/** Entries of one generation, and how long a text may be to be remembered. */
const MOST_REMEMBERED = 256;
const LONGEST_REMEMBERED = 32768;

/** Two generations: what is asked for again moves to the young one, the rest is dropped with the old one. */
let young = new Map<string, Uint8Array>();
let old = new Map<string, Uint8Array>();

/** Packs text of one byte a character. Papers of one kind repeat most of their streams: these are packed once. */
export function deflateText(text: string): Uint8Array {
  if (text.length > LONGEST_REMEMBERED) return deflate(Buffer.from(text, 'latin1'));
  const known = young.get(text);
  if (known) return known;
  const packed = old.get(text) ?? deflate(Buffer.from(text, 'latin1'));
  if (young.size >= MOST_REMEMBERED) {
    old = young;
    young = new Map();
  }
  young.set(text, packed);
  return packed;
}
