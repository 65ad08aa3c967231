import { breakLines, shape, type ShapedText } from '@clearway/typesetting';
import { type Box, type FormField } from '../master/loaded-form';

export interface PlacedLine {
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly shaped: ShapedText;
}

export interface FittedText {
  readonly size: number;
  readonly lines: readonly PlacedLine[];
}

/** Space between a field's edge and its text, in points. */
const SIDE = 2;
const STEP = 0.5;
const LEADING = 1.15;
/** The book face's capitals and what stands above and below them, in parts of the size. */
const CAPITALS = 0.66;
const ASCENT = 0.89;
const DESCENT = 0.22;
/** Where the form lets the viewer choose a size. */
const LARGEST_CHOSEN = 12;
/** A field may be so much lower than its text is high: many forms have fields as high as their letters. */
const TIGHT = 0.8;

/** Lays a text into a field at its size, or smaller down to `minSize`; undefined when it does not fit. */
export function fitText(text: string, field: FormField, box: Box, minSize: number): FittedText | undefined {
  const [left, bottom, right, top] = box;
  const height = top - bottom;
  const width = right - left - 2 * Math.min(SIDE, (right - left) / 8);
  const chosen = field.multiline ? LARGEST_CHOSEN : Math.min(LARGEST_CHOSEN, height / (ASCENT + DESCENT));
  const first = Math.max(field.fontSize > 0 ? field.fontSize : Math.floor(chosen / STEP) * STEP, minSize);
  const plain = field.multiline ? text : text.replace(/\s*[\r\n]+\s*/g, ' ');
  if (field.cells > 0) return fitCells(plain, field, box, Math.min(first, Math.max(minSize, height)));
  for (let size = first; size >= minSize - 1e-9; size -= STEP) {
    const lines = field.multiline ? linesOf(plain, width, size) : [shape(plain)];
    const fitsDown = lines.length === 1 ? size * TIGHT <= height : lines.length * size * LEADING <= height;
    if (fitsDown && lines.every((line) => (line.width * size) / 1000 <= width)) return place(lines, size, field, box);
  }
  return undefined;
}

function linesOf(text: string, width: number, size: number): readonly ShapedText[] {
  return text.split(/\r\n|\r|\n/).flatMap((paragraph) => breakLines(paragraph, width, size).map((line) => shape(line)));
}

function place(
  lines: readonly ShapedText[],
  size: number,
  { alignment, multiline }: FormField,
  [left, bottom, right, top]: Box,
): FittedText {
  const side = Math.min(SIDE, (right - left) / 8);
  const high = top - bottom >= 2 * size * LEADING;
  const firstLine =
    multiline && high
      ? top - Math.min(SIDE, (top - bottom) / 8) - size * ASCENT
      : (bottom + top) / 2 + ((lines.length - 1) * size * LEADING) / 2 - (size * CAPITALS) / 2;
  return {
    size,
    lines: lines.map((shaped, i) => {
      const free = right - left - 2 * side - (shaped.width * size) / 1000;
      const shift = alignment === 'centre' ? free / 2 : alignment === 'right' ? free : 0;
      return { x: left + side + shift, y: firstLine - i * size * LEADING, shaped };
    }),
  };
}

const CHARACTERS = new Intl.Segmenter('en', { granularity: 'grapheme' });

function fitCells(
  text: string,
  { cells }: FormField,
  [left, bottom, right, top]: Box,
  size: number,
): FittedText | undefined {
  const characters = [...CHARACTERS.segment(text)].map(({ segment }) => segment);
  if (characters.length > cells) return undefined;
  const cell = (right - left) / cells;
  const y = (bottom + top) / 2 - (size * CAPITALS) / 2;
  const lines = characters.flatMap((character, i) => {
    const shaped = shape(character);
    return character.trim() === '' ? [] : [{ x: left + (i + 0.5) * cell - (shaped.width * size) / 2000, y, shaped }];
  });
  return lines.some(({ shaped }) => (shaped.width * size) / 1000 > cell) ? undefined : { size, lines };
}
