import { UnprintableTextError } from '../errors';
import { type TextStyle } from '../fonts/catalogue';
import { baseCode, baseFont } from '../fonts/base-set';
import { bookFace, faceInFamily, familiesFor, type Face } from '../fonts/face';
import { embeddingLevels, hasRightToLeft, mirrorOf, visualOrder } from './direction';
import { placeGlyphs, type PlacedGlyph } from './place-glyphs';
import { clustersOf } from './clusters';

/** Characters of the base set in one style: written with one byte each. */
export interface BaseRun {
  readonly kind: 'base';
  readonly style: TextStyle;
  readonly text: string;
  /** In thousandths of the font size. */
  readonly width: number;
}

/** Glyphs of one face in drawing order. */
export interface GlyphRun {
  readonly kind: 'glyphs';
  readonly face: Face;
  /** The characters in reading order. */
  readonly text: string;
  readonly glyphs: readonly PlacedGlyph[];
  /**
   * Shaped from left to right with glyphs that may stand in another order than the characters (Khmer, Devanagari): the
   * characters are stated beside them. Right-to-left runs are not: readers turn visual order around by themselves.
   */
  readonly reordered: boolean;
  readonly width: number;
}

/** One line of text, ready to be drawn from left to right. */
export interface ShapedText {
  readonly text: string;
  readonly runs: readonly (BaseRun | GlyphRun)[];
  /** In thousandths of the font size. */
  readonly width: number;
}

/** Say how to join, draw nothing themselves. */
const JOINERS = /[\p{Join_Control}\p{Variation_Selector}]/u;
const INVISIBLE = /[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
const MARKS = /\p{M}/u;
/** Where a cluster can be longer than one character: marks, joiners, conjoining Jamo, signs beyond the basic plane. */
const CLUSTERED = /[\p{M}\p{Join_Control}\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]|[\u{10000}-\u{10ffff}]/u;

/**
 * Makes a line of text ready for drawing: characters in Unicode's composed form, a face for each cluster, right-to-left
 * runs in visual order, letters joined and marks placed. Control characters and direction marks are left out.
 * @throws UnprintableTextError when a character has no glyph in any installed font; nothing is ever replaced.
 */
export function shape(text: string, style: TextStyle = 'regular'): ShapedText {
  const plain = plainWidth(text, style);
  if (plain >= 0) return { text, runs: [{ kind: 'base', style, text, width: plain }], width: plain };
  const key = `${style} ${text}`;
  let shaped = remembered.get(key);
  if (!shaped) {
    shaped = shapeAnyScript(text.normalize('NFC').replace(INVISIBLE, ''), style);
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(key, shaped);
  }
  return shaped;
}

/** A name is measured, broken and drawn several times over; shaping is slow where letters join. */
const remembered = new Map<string, ShapedText>();
const MOST_REMEMBERED = 4096;

/** Width of a line in thousandths of the font size. */
export function measure(text: string, style: TextStyle = 'regular'): number {
  const plain = plainWidth(text, style);
  return plain >= 0 ? plain : shape(text, style).width;
}

/** The characters of a text that no installed font can draw, as `U+0378`; empty when the text can be printed. */
export function unprintableCharacters(text: string): readonly string[] {
  try {
    shape(text);
    return [];
  } catch (error) {
    if (error instanceof UnprintableTextError) return error.characters;
    throw error;
  }
}

/** -1 when the text holds a character outside the base set. */
function plainWidth(text: string, style: TextStyle): number {
  const { widths } = baseFont(style);
  let width = 0;
  for (let i = 0; i < text.length; i++) {
    const code = baseCode(text.charCodeAt(i));
    if (code < 0) return -1;
    width += widths[code] as number;
  }
  return width;
}

interface Piece {
  text: string;
  readonly face: Face | 'base';
  readonly level: number;
}

function shapeAnyScript(text: string, style: TextStyle): ShapedText {
  const levels = hasRightToLeft(text) ? embeddingLevels(text) : undefined;
  const pieces: Piece[] = [];
  const missing = new Set<string>();
  const families = familiesFor(text);
  for (const { segment, index } of CLUSTERED.test(text) ? clustersOf(text) : characters(text)) {
    const level = levels ? (levels[index] as number) : 0;
    const cluster = level % 2 === 1 ? mirrorOf(segment) : segment;
    const face = faceFor(cluster, style, families, pieces[pieces.length - 1]?.face);
    if (!face) {
      for (const character of cluster) missing.add(`U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`);
      continue;
    }
    const last = pieces[pieces.length - 1];
    if (last && last.face === face && last.level === level) last.text += cluster;
    else pieces.push({ text: cluster, face, level });
  }
  if (missing.size > 0) throw new UnprintableTextError([...missing]);
  const runs = visualOrder(pieces).map((piece) => runOf(piece, style));
  return { text, runs, width: runs.reduce((sum, run) => sum + run.width, 0) };
}

/** Clusters of a text in which each is one UTF-16 unit. */
function* characters(text: string): Generator<{ readonly segment: string; readonly index: number }> {
  for (let index = 0; index < text.length; index++) yield { segment: text.charAt(index), index };
}

function faceFor(cluster: string, style: TextStyle, families: ReturnType<typeof familiesFor>, before: Face | 'base' | undefined): Face | 'base' | undefined {
  if (cluster.length === 1 && baseCode(cluster.charCodeAt(0)) >= 0) return 'base';
  const codePoints = [...cluster].filter((character) => !JOINERS.test(character)).map((character) => character.codePointAt(0) as number);
  if (codePoints.length === 0) return before ?? 'base';
  const book = bookFace(style);
  if (codePoints.every((codePoint) => book.has(codePoint))) return book;
  for (const family of families) {
    const face = faceInFamily(family, codePoints);
    if (face) return face;
  }
  return undefined;
}

function runOf({ text, face, level }: Piece, style: TextStyle): BaseRun | GlyphRun {
  if (face === 'base') {
    const printed = [...text].filter((character) => baseCode(character.charCodeAt(0)) >= 0).join('');
    const drawn = level % 2 === 1 ? [...printed].reverse().join('') : printed;
    return { kind: 'base', style, text: drawn, width: plainWidth(drawn, style) };
  }
  const rightToLeft = level % 2 === 1;
  const { glyphs, shaped } = placeGlyphs(face, text, rightToLeft, MARKS.test(text));
  return { kind: 'glyphs', face, text, glyphs, reordered: shaped && !rightToLeft, width: glyphs.reduce((sum, glyph) => sum + glyph.advance, 0) };
}
