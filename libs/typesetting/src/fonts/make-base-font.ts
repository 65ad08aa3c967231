import { deflate } from '../pdf/packing';
import { BASE_CHARACTERS, type BaseFont } from './base-set';
import { type TextStyle } from './catalogue';
import { bookFace } from './face';
import { buildFontProgram, type ProgramGlyph } from './font-program';
import { encodeGlyph } from './outline';

/** What `base-fonts.generated.ts` says of a cut, from the file of the font. */
export function makeBaseFont(style: TextStyle): BaseFont {
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
  const program = buildFontProgram(glyphs, face.metrics, characters);
  return { widths, metrics: face.metrics, packed: deflate(program), length: program.length };
}
