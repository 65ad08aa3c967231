import { encodeGlyph } from './outline';
import { buildFontProgram, type ProgramGlyph } from './font-program';
import { type TextStyle } from './catalogue';
import { bookFace } from './face';

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

/** Character (UTF-16 unit) to its code in WinAnsiEncoding; -1 for all others. */
const CODES = new Int16Array(0x10000).fill(-1);
for (let code = 0x20; code < 0x7f; code++) CODES[code] = code;
for (const [sign, code] of SIGNS) CODES[sign.charCodeAt(0)] = code;

/** The characters of the base set with their codes, sorted by character. */
export const BASE_CHARACTERS: readonly (readonly [number, number])[] = [...CODES.entries()].filter(
  ([, code]) => code >= 0,
);

/** The one-byte code of a character of the base set, or -1. */
export function baseCode(charCode: number): number {
  return CODES[charCode] as number;
}

/** True when every character stands in the base set. */
export function isBaseText(text: string): boolean {
  for (let i = 0; i < text.length; i++) if ((CODES[text.charCodeAt(i)] as number) < 0) return false;
  return true;
}

/** One cut of the book face with the base set: the same bytes in every file, made once. */
export interface BaseFont {
  readonly style: TextStyle;
  /** Advances by code, in thousandths of the font size. */
  readonly widths: Uint16Array;
  readonly program: Uint8Array;
}

const fonts = new Map<TextStyle, BaseFont>();

export function baseFont(style: TextStyle): BaseFont {
  const known = fonts.get(style);
  if (known) return known;
  const face = bookFace(style);
  const perMille = 1000 / face.font.unitsPerEm;
  const glyphs: ProgramGlyph[] = [
    { outline: encodeGlyph(face.font.getGlyph(0).path), advance: face.font.getGlyph(0).advanceWidth, left: 0 },
  ];
  const widths = new Uint16Array(256);
  const characters = BASE_CHARACTERS.map(([character, code]) => {
    const glyph = face.glyph(face.font.glyphForCodePoint(character).id);
    widths[code] = Math.round(glyph.advance * perMille);
    glyphs.push(glyph);
    return [character, glyphs.length - 1] as const;
  });
  const font = { style, widths, program: buildFontProgram(glyphs, face.metrics, characters) };
  fonts.set(style, font);
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
