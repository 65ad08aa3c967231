import { TextDecoder } from 'node:util';
import { type PDFDict, StandardFontEmbedder } from '@cantoo/pdf-lib';
import { FontNames } from '@cantoo/pdf-lib/standard-fonts';
import { type PdfValues } from '../edition/pdf-values';
import { ContentName, operationsOf, type Operand } from './content-syntax';
import { characterOfGlyph } from './glyph-names';

/** What the codes of a font stand for and how wide they are, in thousandths of the size. */
export interface FontCodes {
  readonly bytesPerCode: 1 | 2;
  character(code: number): string;
  width(code: number): number;
}

const UNKNOWN_WIDTH = 500;

/** Fonts of signs: what they draw with the codes of letters are boxes, arrows and dots. */
const SIGNS = /dingbats|wingdings|webdings/i;

export function fontCodes(values: PdfValues, font: PDFDict): FontCodes {
  const codes = fontCodesOf(values, font);
  return SIGNS.test(values.name(values.get(font, 'BaseFont')) ?? '') ? { ...codes, character: () => '\u25a1' } : codes;
}

function fontCodesOf(values: PdfValues, font: PDFDict): FontCodes {
  const unicode = values.content(values.get(font, 'ToUnicode'));
  const characters = unicode ? toUnicode(unicode) : new Map<number, string>();
  return values.name(values.get(font, 'Subtype')) === 'Type0'
    ? compositeFont(values, font, characters)
    : simpleFont(values, font, characters);
}

function compositeFont(values: PdfValues, font: PDFDict, characters: ReadonlyMap<number, string>): FontCodes {
  const descendant = values.dictionary(values.array(values.get(font, 'DescendantFonts'))[0]);
  const standard = values.number(values.get(descendant, 'DW')) ?? 1000;
  const widths = new Map<number, number>();
  const entries = values.array(values.get(descendant, 'W'));
  for (let i = 0; i + 1 < entries.length; ) {
    const first = values.number(entries[i]) ?? 0;
    const each = values.numbers(entries[i + 1]);
    const last = values.number(entries[i + 1]);
    each.forEach((width, at) => widths.set(first + at, width));
    if (last !== undefined)
      for (let code = first; code <= Math.min(last, 0xffff); code += 1)
        widths.set(code, values.number(entries[i + 2]) ?? standard);
    i += last === undefined ? 2 : 3;
  }
  return {
    bytesPerCode: 2,
    character: (code) => characters.get(code) ?? '',
    width: (code) => widths.get(code) ?? standard,
  };
}

function simpleFont(values: PdfValues, font: PDFDict, characters: ReadonlyMap<number, string>): FontCodes {
  const encoding = values.get(font, 'Encoding');
  const dictionary = values.dictionary(encoding);
  const base = values.name(encoding) ?? values.name(values.get(dictionary, 'BaseEncoding')) ?? 'StandardEncoding';
  const differences = differencesOf(values, dictionary);
  const first = values.number(values.get(font, 'FirstChar')) ?? 0;
  const widths = values.numbers(values.get(font, 'Widths'));
  const character = (code: number): string => characters.get(code) ?? differences.get(code) ?? inEncoding(base, code);
  const standard = widths.length === 0 ? standardWidths(values.name(values.get(font, 'BaseFont')) ?? '') : undefined;
  return {
    bytesPerCode: 1,
    character,
    width: (code) => standard?.(character(code)) ?? widths[code - first] ?? UNKNOWN_WIDTH,
  };
}

function differencesOf(values: PdfValues, encoding: PDFDict | undefined): ReadonlyMap<number, string> {
  const characters = new Map<number, string>();
  let code = 0;
  for (const item of values.array(values.get(encoding, 'Differences'))) {
    const from = values.number(item);
    if (from !== undefined) code = from;
    else characters.set(code++, characterOfGlyph(values.name(item) ?? ''));
  }
  return characters;
}

const DECODERS: Readonly<Record<string, TextDecoder>> = {
  WinAnsiEncoding: new TextDecoder('windows-1252'),
  MacRomanEncoding: new TextDecoder('macintosh'),
};
/** StandardEncoding where labels of forms use it apart from ASCII. */
const STANDARD: Readonly<Record<number, string>> = {
  0x27: '’',
  0x60: '‘',
  0xa7: '§',
  0xae: 'fi',
  0xaf: 'fl',
  0xb1: '–',
  0xb7: '•',
  0xd0: '—',
};

function inEncoding(encoding: string, code: number): string {
  const decoder = DECODERS[encoding];
  if (decoder) return decoder.decode(Uint8Array.of(code));
  return STANDARD[code] ?? (code >= 0x20 && code < 0x7f ? String.fromCharCode(code) : '');
}

/** Widths of the fonts that every viewer has, which files need not carry. */
function standardWidths(baseFont: string): (character: string) => number {
  const bold = /bold/i.test(baseFont);
  const [plain, heavy] = /cour/i.test(baseFont)
    ? [FontNames.Courier, FontNames.CourierBold]
    : /times|georgia|serif|roman/i.test(baseFont)
      ? [FontNames.TimesRoman, FontNames.TimesRomanBold]
      : [FontNames.Helvetica, FontNames.HelveticaBold];
  const font = StandardFontEmbedder.for(bold ? heavy : plain);
  const known = new Map<string, number>();
  return (character) => {
    let width = known.get(character);
    if (width === undefined) known.set(character, (width = widthIn(font, character)));
    return width;
  };
}

function widthIn(font: StandardFontEmbedder, character: string): number {
  try {
    return font.widthOfTextAtSize(character, 1000);
  } catch {
    return UNKNOWN_WIDTH;
  }
}

/** Reads `bfchar` and `bfrange` of a ToUnicode map. */
function toUnicode(content: Uint8Array): ReadonlyMap<number, string> {
  const characters = new Map<number, string>();
  for (const { operator, operands } of operationsOf(content)) {
    if (operator === 'endbfchar') {
      for (let i = 0; i + 1 < operands.length; i += 2) characters.set(codeOf(operands[i]), utf16(operands[i + 1]));
    }
    if (operator === 'endbfrange')
      for (let i = 0; i + 2 < operands.length; i += 3) range(characters, operands[i], operands[i + 1], operands[i + 2]);
  }
  return characters;
}

function range(
  characters: Map<number, string>,
  from: Operand | undefined,
  to: Operand | undefined,
  target: Operand | undefined,
): void {
  const first = codeOf(from);
  const last = Math.min(codeOf(to), first + 0xffff);
  const start = utf16(target);
  for (let code = first; code <= last; code += 1) {
    if (Array.isArray(target)) characters.set(code, utf16(target[code - first] as Operand | undefined));
    else
      characters.set(code, start.slice(0, -1) + String.fromCharCode(start.charCodeAt(start.length - 1) + code - first));
  }
}

function codeOf(value: Operand | undefined): number {
  return value instanceof Uint8Array ? value.reduce((code, byte) => code * 256 + byte, 0) : 0;
}

function utf16(value: Operand | undefined): string {
  if (!(value instanceof Uint8Array) || value instanceof ContentName) return '';
  let text = '';
  for (let i = 0; i + 1 < value.length; i += 2)
    text += String.fromCharCode(((value[i] as number) << 8) | (value[i + 1] as number));
  return text;
}
