import { BASE_FONTS } from './base-fonts.generated';
import { type TextStyle } from './catalogue';
import { type ProgramMetrics } from './font-program';

/** Beyond ASCII: the signs that the words of a paper use, by their code in WinAnsiEncoding. */
const SIGNS: readonly (readonly [string, number])[] = [
  ['\u2018', 0x91],
  ['\u2019', 0x92],
  ['\u201c', 0x93],
  ['\u201d', 0x94],
  ['\u2022', 0x95],
  ['\u2013', 0x96],
  ['\u2014', 0x97],
  ['\u00a0', 0xa0],
  ['\u00a7', 0xa7],
];

/** The characters of the base set (UTF-16 units) with their codes in WinAnsiEncoding, sorted by character. */
export const BASE_CHARACTERS: readonly (readonly [number, number])[] = [
  ...Array.from({ length: 0x7f - 0x20 }, (_, index) => [0x20 + index, 0x20 + index] as const),
  ...SIGNS.map(([sign, code]) => [sign.charCodeAt(0), code] as const),
].sort(([one], [other]) => one - other);

/** Character to its code; -1 for all others. */
const CODES = new Int16Array(0x10000).fill(-1);
for (const [character, code] of BASE_CHARACTERS) CODES[character] = code;

/** The one-byte code of a character of the base set, or -1. */
export function baseCode(charCode: number): number {
  return CODES[charCode] as number;
}

/** True when every character stands in the base set. */
export function isBaseText(text: string): boolean {
  for (let i = 0; i < text.length; i++) if ((CODES[text.charCodeAt(i)] as number) < 0) return false;
  return true;
}

/** One cut of the book face with the base set: the same bytes in every file. */
export interface BaseFont {
  /** Advances by code, in thousandths of the font size. */
  readonly widths: Uint16Array;
  readonly metrics: ProgramMetrics;
  /** The font program, packed, and how long it is unpacked. */
  readonly packed: Uint8Array;
  readonly length: number;
}

const fonts = new Map<TextStyle, BaseFont>();

/** Made beforehand (`makeBaseFont`): opening the book face and packing what is used of it takes longer than most papers. */
export function baseFont(style: TextStyle): BaseFont {
  let font = fonts.get(style);
  if (!font) {
    const { widths, metrics, packed, length } = BASE_FONTS[style];
    font = { widths: Uint16Array.from(widths), metrics, packed: Buffer.from(packed, 'base64'), length };
    fonts.set(style, font);
  }
  return font;
}

/** A text of the base set as the literal of a PDF string. */
export function baseLiteral(text: string): string {
  let literal = '';
  for (let i = 0; i < text.length; i++) {
    const code = CODES[text.charCodeAt(i)] as number;
    literal +=
      code === 0x28 || code === 0x29 || code === 0x5c ? `\\${String.fromCharCode(code)}` : String.fromCharCode(code);
  }
  return literal;
}
