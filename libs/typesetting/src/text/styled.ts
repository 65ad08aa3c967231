import { type TextStyle } from '../fonts/catalogue';
import { breakLines } from './break-lines';
import { measure, shape, type ShapedText } from './shape';

/** A stretch of text in one cut of the book face. */
export interface StyledRun {
  readonly text: string;
  readonly style: TextStyle;
}

/** Plain text, or stretches that follow one another without a gap. */
export type StyledText = string | readonly StyledRun[];

/** One line, ready to be drawn piece after piece. */
export interface StyledLine {
  readonly pieces: readonly ShapedText[];
  /** In thousandths of the font size, without the blank that it may end with. */
  readonly width: number;
}

/** Breaks a text into lines of at most `width` points at `size` points, the first one `indent` points shorter. */
export function breakStyled(
  text: StyledText,
  width: number,
  size: number,
  style: TextStyle,
  indent: number,
): readonly StyledLine[] {
  if (typeof text !== 'string' && !text.every((run) => run.style === style))
    return breakRuns(text, width, size, indent);
  const plain = typeof text === 'string' ? text : text.map((run) => run.text).join('');
  return breakLines(plain, width, size, style, indent).map((line) => {
    const shaped = shape(line, style);
    return { pieces: [shaped], width: printedWidth(line, shaped, style) };
  });
}

/**
 * Several styles in one paragraph: the lines are broken as if the text were of one style, with each stretch as wide as
 * its own letters are.
 */
function breakRuns(runs: readonly StyledRun[], width: number, size: number, indent: number): readonly StyledLine[] {
  const whole = runs.map(({ text }) => text).join('');
  const ends: number[] = [];
  let end = 0;
  for (const { text } of runs) ends.push((end += text.length));
  const cut = (from: number, to: number): StyledRun[] =>
    runs.flatMap(({ text, style }, i) => {
      const start = (ends[i] as number) - text.length;
      const part = text.slice(Math.max(0, from - start), Math.max(0, to - start));
      return part === '' ? [] : [{ text: part, style }];
    });
  const widthOf = (from: number, to: number): number =>
    cut(from, to).reduce((sum, { text, style }) => sum + measure(text, style), 0);
  let at = 0;
  return breakLines(whole, width, size, 'regular', indent, (from, to) => widthOf(from, to)).map((line) => {
    const printed = line.trimEnd().length;
    const from = whole.indexOf(line.slice(0, printed), at);
    at = from + line.length;
    const pieces = cut(from, at).map(({ text, style }) => shape(text, style));
    return { pieces, width: widthOf(from, from + printed) };
  });
}

/** Width of a line as it stands on paper: without the blank that it may end with. */
export function printedWidth(line: string, shaped: ShapedText, style: TextStyle): number {
  return line.endsWith(' ') ? shaped.width - measure(' ', style) : shaped.width;
}
