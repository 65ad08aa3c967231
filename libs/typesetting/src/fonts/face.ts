import { create, type Font } from 'fontkit';
import { readFileSync } from 'node:fs';
import { EAST_ASIAN_FAMILIES, FALLBACK_FAMILIES, readBookFace, slicesOf, type SlicedFamily, type TextStyle } from './catalogue';
import { encodeGlyph } from './outline';
import { type ProgramGlyph, type ProgramMetrics } from './font-program';

/** One font that can be embedded: a cut of the book face or a slice of another family. Opened when first asked. */
export class Face {
  private opened?: Font;
  private measured?: ProgramMetrics;
  private characters?: ReadonlySet<number>;
  private readonly glyphs = new Map<number, ProgramGlyph>();
  private readonly ids = new Map<number, number>();

  constructor(
    /** Unique and stable, also the font's name in a PDF. */
    readonly key: string,
    private readonly read: () => Buffer,
    readonly embolden: number,
  ) {}

  get font(): Font {
    this.opened ??= create(this.read()) as Font;
    return this.opened;
  }

  get metrics(): ProgramMetrics {
    if (!this.measured) {
      const { unitsPerEm, ascent, descent, bbox } = this.font;
      this.measured = { unitsPerEm, ascent, descent, box: [bbox.minX, bbox.minY, bbox.maxX, bbox.maxY] };
    }
    return this.measured;
  }

  has(codePoint: number): boolean {
    this.characters ??= new Set(this.font.characterSet);
    return this.characters.has(codePoint);
  }

  /** Number of the glyph of a character that needs no shaping. */
  glyphOf(codePoint: number): number {
    let id = this.ids.get(codePoint);
    if (id === undefined) {
      id = this.font.glyphForCodePoint(codePoint).id;
      this.ids.set(codePoint, id);
    }
    return id;
  }

  /** The glyph as it is embedded, by its number in the source font. */
  glyph(id: number): ProgramGlyph {
    let glyph = this.glyphs.get(id);
    if (!glyph) {
      const source = this.font.getGlyph(id);
      const outline = encodeGlyph(source.path);
      const left = outline.length === 0 ? 0 : Buffer.from(outline.buffer, outline.byteOffset).readInt16BE(2);
      glyph = { outline, advance: Math.round(source.advanceWidth), left };
      this.glyphs.set(id, glyph);
    }
    return glyph;
  }
}

const bookFaces = new Map<TextStyle, Face>();

export function bookFace(style: TextStyle): Face {
  let face = bookFaces.get(style);
  if (!face) {
    face = new Face(`Tinos-${style}`, () => readBookFace(style), 0);
    bookFaces.set(style, face);
  }
  return face;
}

interface Slice {
  readonly face: Face;
  readonly ranges: readonly (readonly [number, number])[];
}

const families = new Map<string, readonly Slice[]>();

function openFamily(family: SlicedFamily): readonly Slice[] {
  let slices = families.get(family.name);
  if (!slices) {
    slices = slicesOf(family).map(({ file, ranges }, i) => ({ face: new Face(`${family.name}-${i}`, () => readFileSync(file), family.embolden), ranges }));
    families.set(family.name, slices);
  }
  return slices;
}

/** The order in which families are asked for the characters of `text`. */
export function familiesFor(text: string): readonly SlicedFamily[] {
  const { chinese, traditional, japanese, korean } = EAST_ASIAN_FAMILIES;
  const asian = /\p{Script=Hangul}/u.test(text)
    ? [korean, chinese, traditional, japanese]
    : /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)
      ? [japanese, chinese, traditional, korean]
      : [chinese, traditional, japanese, korean];
  return [...FALLBACK_FAMILIES, ...asian];
}

/** The first face of the family that draws all of the code points. */
export function faceInFamily(family: SlicedFamily, codePoints: readonly number[]): Face | undefined {
  const first = codePoints[0] as number;
  for (const { face, ranges } of openFamily(family)) {
    if (!ranges.some(([from, to]) => first >= from && first <= to)) continue;
    if (codePoints.every((codePoint) => face.has(codePoint))) return face;
  }
  return undefined;
}
