import { isAscii, isUtf8 } from 'node:buffer';

/** Windows-1252 0x80 to 0x9f; the five codes that it leaves open stay the control characters that they are. */
const FROM_80 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

const C1 = /[\x80-\x9f]/;
const EACH_C1 = /[\x80-\x9f]/g;

/** Is every record in these whole lines UTF-8? Records are cut at ASCII bytes, so the whole decides for each. */
export function isAllUtf8(bytes: Buffer): boolean {
  return isAscii(bytes) || isUtf8(bytes);
}

export function isRecordUtf8(bytes: Buffer, from: number, to: number): boolean {
  return isUtf8(bytes.subarray(from, to));
}

/** The bytes of one record, read as Windows-1252 and written as UTF-8, with a byte of room behind. */
export function fromWindows1252(bytes: Buffer, from: number, to: number): { bytes: Buffer; length: number } {
  const latin1 = bytes.toString('latin1', from, to);
  const text = C1.test(latin1) ? latin1.replace(EACH_C1, (one) => FROM_80[one.charCodeAt(0) - 0x80]!) : latin1;
  const length = Buffer.byteLength(text, 'utf8');
  const written = Buffer.alloc(length + 1);
  written.write(text, 'utf8');
  return { bytes: written, length };
}
