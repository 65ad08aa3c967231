import { PdfReadError } from './errors';
import { contentOf } from './objects';
import { type ObjectLookup, type PdfStream, utf16 } from './object-lookup';
import { latin1, PdfSyntax, PdfWord, type PdfDictionary } from './syntax';

/** What the reader needs of a font: characters of a code, its width, and whether something is drawn for it. */
export interface ReadFont {
  readonly bytesPerCode: 1 | 2;
  /** By code; absent where the font names no character. */
  readonly characters: readonly (string | undefined)[];
  width(code: number): number;
  /** `missing`: no glyph or the box for unknown ones; `empty`: a glyph without outline. */
  drawn(code: number): 'outline' | 'empty' | 'missing';
}

/** The outlines of an embedded TrueType program. */
interface Program {
  drawn(glyph: number): 'outline' | 'empty' | 'missing';
  /** By a code of WinAnsiEncoding, through the program's own table of characters. */
  drawnInWinAnsi(code: number): 'outline' | 'empty' | 'missing';
}

/** WinAnsiEncoding where it differs from the code itself. */
const WIN_ANSI: Readonly<Record<number, number>> = {
  0x80: 0x20ac,
  0x82: 0x201a,
  0x83: 0x0192,
  0x84: 0x201e,
  0x85: 0x2026,
  0x86: 0x2020,
  0x87: 0x2021,
  0x88: 0x02c6,
  0x89: 0x2030,
  0x8a: 0x0160,
  0x8b: 0x2039,
  0x8c: 0x0152,
  0x8e: 0x017d,
  0x91: 0x2018,
  0x92: 0x2019,
  0x93: 0x201c,
  0x94: 0x201d,
  0x95: 0x2022,
  0x96: 0x2013,
  0x97: 0x2014,
  0x98: 0x02dc,
  0x99: 0x2122,
  0x9a: 0x0161,
  0x9b: 0x203a,
  0x9c: 0x0153,
  0x9e: 0x017e,
  0x9f: 0x0178,
};

export function readFont(objects: ObjectLookup, font: PdfDictionary): ReadFont {
  const unicode = objects.stream(font.get('ToUnicode'));
  if (!unicode) throw new PdfReadError('a font does not say which characters its codes stand for');
  const characters = remembered(unicode, toUnicode);
  const subtype = objects.name(font.get('Subtype'));
  if (subtype === 'Type0') return compositeFont(objects, font, characters);
  if (subtype !== 'TrueType' || objects.name(font.get('Encoding')) !== 'WinAnsiEncoding')
    throw new PdfReadError('a font has a kind or an encoding that this reader does not know');
  const program = embedded(objects, font);
  const first = objects.number(font.get('FirstChar')) ?? 0;
  const widths = objects.array(font.get('Widths'));
  return {
    bytesPerCode: 1,
    characters,
    width: (code) => objects.number(widths[code - first]) ?? 0,
    drawn: (code) => program.drawnInWinAnsi(code),
  };
}

function compositeFont(
  objects: ObjectLookup,
  font: PdfDictionary,
  characters: readonly (string | undefined)[],
): ReadFont {
  const descendant = objects.dictionary(objects.array(font.get('DescendantFonts'))[0]);
  if (
    !descendant ||
    objects.name(font.get('Encoding')) !== 'Identity-H' ||
    objects.name(descendant.get('CIDToGIDMap')) !== 'Identity'
  )
    throw new PdfReadError('a composite font has an encoding that this reader does not know');
  const program = embedded(objects, descendant);
  const standard = objects.number(descendant.get('DW')) ?? 1000;
  const widths = new Map<number, number>();
  const entries = objects.array(descendant.get('W'));
  for (let i = 0; i + 1 < entries.length; i += 2) {
    const first = objects.number(entries[i]) ?? 0;
    objects.array(entries[i + 1]).forEach((width, at) => widths.set(first + at, objects.number(width) ?? standard));
  }
  return {
    bytesPerCode: 2,
    characters,
    width: (code) => widths.get(code) ?? standard,
    drawn: (code) => program.drawn(code),
  };
}

function embedded(objects: ObjectLookup, font: PdfDictionary): Program {
  const file = objects.stream(objects.dictionary(font.get('FontDescriptor'))?.get('FontFile2'));
  if (!file) throw new PdfReadError('a font is not embedded');
  return remembered(file, readProgram);
}

/** Files of one batch repeat the same streams byte for byte; each is unpacked once. */
const memory = new Map<number, { readonly raw: Uint8Array; readonly value: unknown; readonly read: unknown }[]>();
const MOST_REMEMBERED = 64;

function remembered<T>(stream: PdfStream, read: (content: Uint8Array) => T): T {
  const alike = memory.get(stream.raw.length) ?? [];
  const hit = alike.find((entry) => entry.read === read && Buffer.compare(entry.raw, stream.raw) === 0);
  if (hit) return hit.value as T;
  const value = read(contentOf(stream));
  if (memory.size >= MOST_REMEMBERED) memory.clear();
  memory.set(stream.raw.length, [...alike.slice(0, 3), { raw: Uint8Array.from(stream.raw), value, read }]);
  return value;
}

function readProgram(content: Uint8Array): Program {
  const data = Buffer.from(content.buffer, content.byteOffset, content.length);
  const tables = new Map<string, number>();
  for (let i = 0; i < data.readUInt16BE(4); i++)
    tables.set(latin1(data.subarray(12 + i * 16, 16 + i * 16)), data.readUInt32BE(12 + i * 16 + 8));
  const at = (tag: string): number => {
    const offset = tables.get(tag);
    if (offset === undefined) throw new PdfReadError(`an embedded font has no table ${tag}`);
    return offset;
  };
  const glyphs = data.readUInt16BE(at('maxp') + 4);
  const long = data.readInt16BE(at('head') + 50) === 1;
  const loca = at('loca');
  const offsetOf = (glyph: number): number =>
    long ? data.readUInt32BE(loca + glyph * 4) : data.readUInt16BE(loca + glyph * 2) * 2;
  const cmap = tables.has('cmap') ? readCmap(data, at('cmap')) : new Map<number, number>();
  const drawn = (glyph: number): 'outline' | 'empty' | 'missing' =>
    glyph === 0 || glyph >= glyphs ? 'missing' : offsetOf(glyph + 1) > offsetOf(glyph) ? 'outline' : 'empty';
  const byCode = Array.from({ length: 256 }, (_, code) => drawn(cmap.get(WIN_ANSI[code] ?? code) ?? 0));
  return { drawn, drawnInWinAnsi: (code) => byCode[code] ?? 'missing' };
}

function readCmap(data: Buffer, cmap: number): ReadonlyMap<number, number> {
  const characters = new Map<number, number>();
  for (let i = 0; i < data.readUInt16BE(cmap + 2); i++) {
    const table = cmap + data.readUInt32BE(cmap + 4 + i * 8 + 4);
    if (data.readUInt16BE(cmap + 4 + i * 8) !== 3 || data.readUInt16BE(table) !== 4) continue;
    const segments = data.readUInt16BE(table + 6) / 2;
    for (let s = 0; s < segments; s++) {
      const end = data.readUInt16BE(table + 14 + s * 2);
      const start = data.readUInt16BE(table + 16 + segments * 2 + s * 2);
      const delta = data.readUInt16BE(table + 16 + segments * 4 + s * 2);
      if (data.readUInt16BE(table + 16 + segments * 6 + s * 2) !== 0)
        throw new PdfReadError('an embedded font maps its characters in a way that this reader does not know');
      for (let character = start; character <= end && character !== 0xffff; character++)
        characters.set(character, (character + delta) & 0xffff);
    }
  }
  return characters;
}

function toUnicode(content: Uint8Array): readonly (string | undefined)[] {
  const characters: (string | undefined)[] = [];
  const syntax = new PdfSyntax(content);
  let operands: unknown[] = [];
  for (let value = syntax.next(); value !== undefined; value = syntax.next()) {
    if (!(value instanceof PdfWord)) {
      operands.push(value);
      continue;
    }
    if (value.word === 'endbfrange')
      throw new PdfReadError('a font maps ranges of codes, which this reader does not know');
    if (value.word === 'endbfchar') {
      for (let i = 0; i + 1 < operands.length; i += 2)
        characters[codeOf(operands[i] as Uint8Array)] = utf16(operands[i + 1] as Uint8Array);
    }
    operands = [];
  }
  return characters;
}

function codeOf(bytes: Uint8Array): number {
  return bytes.reduce((code, byte) => code * 256 + byte, 0);
}
