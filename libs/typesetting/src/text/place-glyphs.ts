import { UnprintableTextError } from '../errors';
import { type Face } from '../fonts/face';

/** A glyph where it is drawn; lengths in thousandths of the font size. */
export interface PlacedGlyph {
  /** Number in the source font. */
  readonly id: number;
  /** The characters that it stands for, in reading order; empty when another glyph of its cluster carries them. */
  readonly text: string;
  readonly advance: number;
  readonly dx: number;
  readonly dy: number;
}

/** The glyphs of a run in one face, from left to right. */
export function placeGlyphs(face: Face, text: string, rightToLeft: boolean, marks: boolean): { readonly glyphs: readonly PlacedGlyph[]; readonly shaped: boolean } {
  const perMille = 1000 / face.metrics.unitsPerEm;
  const simple = !rightToLeft && !marks && [...text].every((character) => !NEEDS_SHAPING.test(character));
  if (simple) {
    const glyphs = [...text].map((character) => {
      const id = face.glyphOf(character.codePointAt(0) as number);
      return { id, text: character, advance: Math.round(face.glyph(id).advance * perMille), dx: 0, dy: 0 };
    });
    return { glyphs, shaped: false };
  }
  const run = face.font.layout(text, undefined, undefined, undefined, rightToLeft ? 'rtl' : 'ltr');
  const carried = accountsForAll(run.glyphs.map((glyph) => glyph.codePoints), text);
  const glyphs = run.glyphs.map((glyph, i) => {
    if (glyph.id === 0) throw new UnprintableTextError(glyph.codePoints.map((codePoint) => `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`));
    const position = run.positions[i];
    const own = carried ? String.fromCodePoint(...glyph.codePoints) : i === 0 ? text : '';
    return {
      id: glyph.id,
      text: own,
      advance: Math.round((position?.xAdvance ?? 0) * perMille),
      dx: Math.round((position?.xOffset ?? 0) * perMille),
      dy: Math.round((position?.yOffset ?? 0) * perMille),
    };
  });
  return { glyphs, shaped: true };
}

const NEEDS_SHAPING =
  /[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Shaping can split or merge characters; only when each is named exactly once can glyphs name their own. */
function accountsForAll(codePoints: readonly (readonly number[])[], text: string): boolean {
  const drawn = codePoints.flat().sort((a, b) => a - b);
  const wanted = [...text].map((character) => character.codePointAt(0) as number).sort((a, b) => a - b);
  return drawn.length === wanted.length && drawn.every((codePoint, i) => codePoint === wanted[i]);
}
