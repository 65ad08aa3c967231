/** A piece of text where it stands on a page, in points from the upper left corner. */
export interface PagePiece {
  readonly text: string;
  readonly x: number;
  /** Of the base line. */
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Pieces whose base lines are nearer than this part of their height stand on one line. */
const SAME_LINE = 0.5;
const WIDEST_GAP = 40;

/**
 * The lines of a page from the positions of its pieces, top to bottom: blanks between and before them stand for the room on the
 * page, so that what is indented stays so.
 */
export function linesOfPieces(pieces: readonly PagePiece[]): readonly string[] {
  const written = pieces.filter((each) => each.text.trim() !== '');
  const left = Math.min(...written.map((each) => each.x));
  const letter = letterWidth(written);
  return groupsOf(written).map((line) => {
    let text = '';
    let end = left;
    for (const piece of line) {
      const gap = piece.x - end;
      const blanks = Math.min(Math.round(gap / letter), WIDEST_GAP);
      text +=
        ' '.repeat(Math.max(blanks, text !== '' && gap > letter * 0.3 && !text.endsWith(' ') ? 1 : 0)) + piece.text;
      end = piece.x + piece.width;
    }
    return text.trimEnd();
  });
}

/** Pieces by line, each from left to right. */
function groupsOf(pieces: readonly PagePiece[]): readonly (readonly PagePiece[])[] {
  const groups: PagePiece[][] = [];
  let base = -Infinity;
  for (const piece of [...pieces].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const group = groups[groups.length - 1];
    if (group && piece.y - base < Math.max(piece.height, 1) * SAME_LINE) group.push(piece);
    else {
      groups.push([piece]);
      base = piece.y;
    }
  }
  for (const group of groups) group.sort((a, b) => a.x - b.x);
  return groups;
}

/** The middle width of a letter; a page has one size of type, mostly. */
function letterWidth(pieces: readonly PagePiece[]): number {
  const widths = pieces
    .map(({ text, width }) => width / text.length)
    .filter((each) => each > 0)
    .sort((a, b) => a - b);
  return widths[Math.trunc(widths.length / 2)] ?? 6;
}
