import { type TextStyle } from '../fonts/catalogue';
import { baseCode, baseFont } from '../fonts/base-set';
import { lineBreaks } from './line-breaks';
import { measure } from './shape';
import { clustersOf } from './clusters';

/** Width of a stretch of the text in thousandths of the font size, for texts in more than one style. */
export type StretchWidth = (from: number, to: number) => number;

/**
 * Breaks a text into lines of at most `width` points at `size` points, the first one `indent` points shorter. Breaks where
 * `lineBreaks` allows it; a word that is wider than a line is parted between its clusters. Every character is on exactly one
 * line; where a line ends at blanks it keeps one of them, which is not printed, so that whoever takes the text out of the
 * file does not find two words joined. The last line ends with its last letter.
 */
export function breakLines(
  text: string,
  width: number,
  size: number,
  style: TextStyle = 'regular',
  indent = 0,
  stretch?: StretchWidth,
): readonly string[] {
  const limit = (width / size) * 1000;
  const first = ((width - indent) / size) * 1000;
  if (stretch) return breakLongText(text, limit, first, stretch);
  const measured = (from: number, to: number): number => measure(text.slice(from, to), style);
  if (wholeLine(text, first, style)) return [text];
  const key = `${style} ${limit} ${first} ${text}`;
  let lines = remembered.get(key);
  if (!lines) {
    lines = breakLongText(text, limit, first, measured);
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(key, lines);
  }
  return lines;
}

/** Papers of one kind repeat most of their sentences. */
const remembered = new Map<string, readonly string[]>();
const MOST_REMEMBERED = 1024;

function breakLongText(text: string, limit: number, firstLimit: number, widthOf: StretchWidth): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  let room = firstLimit;
  const end = (last = false): void => {
    const printed = line.trimEnd();
    if (printed !== '') {
      lines.push(last || printed.length === line.length ? printed : `${printed} `);
      room = limit;
    }
    line = '';
    used = 0;
  };
  let from = 0;
  for (const to of lineBreaks(text)) {
    const piece = text.slice(from, to);
    const printed = piece.trimEnd().length;
    const width = widthOf(from, from + printed);
    if (used + width > room) end();
    if (width <= room) {
      line += piece;
      used += printed === piece.length ? width : widthOf(from, to);
    } else
      for (const { segment, index } of clustersOf(piece)) {
        const step = widthOf(from + index, from + index + segment.length);
        if (line !== '' && used + step > room) end();
        line += segment;
        used += step;
      }
    from = to;
  }
  end(true);
  return lines.length === 0 ? [''] : lines;
}

/** Most cells fit: one pass over the characters without cutting anything. */
function wholeLine(text: string, limit: number, style: TextStyle): boolean {
  const { widths } = baseFont(style);
  let width = 0;
  for (let i = 0; i < text.length; i++) {
    const code = baseCode(text.charCodeAt(i));
    if (code < 0) return measure(text, style) <= limit;
    width += widths[code] as number;
  }
  return width <= limit;
}
