import { type Glyph } from './page-glyphs';

/** Printed words that stand together on one line, in points from the lower left corner of the page. */
export interface PrintedWords {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
}

/** A gap of so many sizes ends the words; a table's columns and a form's blanks are wider. */
const WIDEST_GAP = 1.6;
const SPACE_GAP = 0.18;
/** Lines to write on, dots that lead to one, and boxes that are drawn as letters. */
const RULE = /[_\u2610\u25a1\u25a2\uf0a8\uf06f\uf071]/;

/** Joins characters into words, lines from the top, each from the left. Rules to write on part the words and are left out. */
export function printedWords(glyphs: readonly Glyph[]): PrintedWords[] {
  const lines: Glyph[][] = [];
  for (const glyph of [...glyphs].sort((a, b) => b.baseline - a.baseline || a.left - b.left)) {
    const line = lines.findLast((each) => sameLine(each[0] as Glyph, glyph));
    if (line) line.push(glyph);
    else lines.push([glyph]);
  }
  return lines.flatMap((line) => joined(line.sort((a, b) => a.left - b.left)));
}

function sameLine(a: Glyph, b: Glyph): boolean {
  return Math.abs(a.baseline - b.baseline) < 0.35 * Math.max(4, Math.min(a.size, b.size));
}

function joined(line: readonly Glyph[]): PrintedWords[] {
  const found: PrintedWords[] = [];
  let open: { text: string; left: number; right: number; baseline: number; size: number } | undefined;
  const close = (): void => {
    const text = open?.text.replace(/\s+/g, ' ').trim() ?? '';
    if (open && text !== '') found.push({ ...open, text });
    open = undefined;
  };
  for (const glyph of line) {
    if (RULE.test(glyph.character)) {
      close();
      continue;
    }
    const blank = glyph.character.trim() === '';
    if (open && glyph.left - open.right > WIDEST_GAP * Math.max(open.size, glyph.size)) close();
    if (!open) {
      if (!blank)
        open = {
          text: glyph.character,
          left: glyph.left,
          right: glyph.right,
          baseline: glyph.baseline,
          size: glyph.size,
        };
      continue;
    }
    // The same letter printed twice on one place is only a heavier letter.
    if (!blank && glyph.left < open.right - 0.5 * (glyph.right - glyph.left) && open.text.endsWith(glyph.character))
      continue;
    open.text += (glyph.left - open.right > SPACE_GAP * glyph.size ? ' ' : '') + glyph.character;
    if (!blank) open.right = Math.max(open.right, glyph.right);
  }
  close();
  return found;
}
