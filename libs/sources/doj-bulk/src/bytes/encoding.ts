import { isAscii, isUtf8 } from 'node:buffer';

/** Windows-1252 0x80 to 0x9f; the five codes that it leaves open stay the control characters that they are. */
const FROM_80 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/** The UTF-8 of each byte of Windows-1252 from 0x80 on: its first byte lowest, as two or three of a number. */
export const UTF_8_OF_1252 = Uint32Array.from({ length: 0x80 }, (_, index) => {
  const letter = index < FROM_80.length ? FROM_80[index]! : String.fromCharCode(0x80 + index);
  return Buffer.from(letter, 'utf8').reduce((number, byte, place) => number + byte * 256 ** place, 0);
});

/** Is every record in these whole lines UTF-8? Records are cut at ASCII bytes, so the whole decides for each. */
export function isAllUtf8(bytes: Buffer): boolean {
  return isAscii(bytes) || isUtf8(bytes);
}

export function isRecordUtf8(bytes: Buffer, from: number, to: number): boolean {
  return isUtf8(bytes.subarray(from, to));
}
