import { type TextStyle } from '../fonts/catalogue';
import { baseCode, baseFont } from '../fonts/base-set';
import { measure } from './shape';

const CLUSTERS = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** A line may end after these without a blank; Han, Kana and Hangul may be parted anywhere. */
const OPPORTUNITIES = /[^\s\-/;,\u3000-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]+[-/;,]*\s*|[-/;,]+\s*|[\u3000-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]\s*|\s+/gu;

/**
 * Breaks a text into lines of at most `width` points at `size` points. Breaks at blanks, after hyphens and slashes, between
 * East Asian characters; a word that is wider than a line is parted between its clusters. Every character that is not a
 * blank at a line's end is on exactly one line.
 */
export function breakLines(text: string, width: number, size: number, style: TextStyle = 'regular'): readonly string[] {
  const limit = (width / size) * 1000;
  if (wholeLine(text, limit, style)) return [text];
  const key = `${style} ${limit} ${text}`;
  let lines = remembered.get(key);
  if (!lines) {
    lines = breakLongText(text, limit, style);
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(key, lines);
  }
  return lines;
}

/** Papers of one kind repeat most of their sentences. */
const remembered = new Map<string, readonly string[]>();
const MOST_REMEMBERED = 1024;

function breakLongText(text: string, limit: number, style: TextStyle): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const end = (): void => {
    if (line.trim() !== '') lines.push(line.trimEnd());
    line = '';
    used = 0;
  };
  for (const piece of text.match(OPPORTUNITIES) ?? []) {
    const width = measure(piece.trimEnd(), style);
    if (used + width > limit) end();
    if (width <= limit) {
      line += piece;
      used += piece.length === piece.trimEnd().length ? width : measure(piece, style);
      continue;
    }
    for (const { segment } of CLUSTERS.segment(piece)) {
      const step = measure(segment, style);
      if (line !== '' && used + step > limit) end();
      line += segment;
      used += step;
    }
  }
  end();
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
