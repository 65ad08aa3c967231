import {
  breakLines,
  Flow,
  type Grid,
  LayoutError,
  LETTER,
  measure,
  type Page,
  type PdfDocument,
  shape,
  type SharedDrawing,
} from '@clearway/typesetting';
import { footOf } from '../furniture';
import { type Paper, type PaperLayout } from '../paper';

/** Rule 2.104. */
export const SIZE = 12;
/** Rule 2.110: at least 10 points. */
const FOOT_SIZE = 10;

/** How text stands on the pages of a layout, in points. */
export interface Sheet {
  readonly margins: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
  /** Between the baselines of the text. */
  readonly leading: number;
  /** Between those of quotes, names and addresses. */
  readonly single: number;
  readonly grid?: Grid;
}

/**
 * Pleading paper. Rule 2.107: at least one inch on the left and half an inch on the right. Rule 2.108: double spaced, which
 * makes three numbers an inch; 28 of them fill the page. The first line begins one inch below the edge, so line 8
 * begins at 3 1/3 inches, where rule 2.111 wants the title of the court.
 */
const PLEADING: Sheet = {
  margins: { top: 72, right: 36, bottom: 48, left: 72 },
  leading: 24,
  single: 12,
  grid: { step: 24, drop: 12 },
};
const PLAIN: Sheet = { margins: { top: 60, right: 36, bottom: 70, left: 72 }, leading: 18, single: 15 };

export const LINES = 28;
/** Lines 1 to 7 right of the middle are the clerk's, rule 2.111. */
export const COURT_TITLE_LINE = 8;

/** Double rule left of the text and single rule right of it. */
const RULES = [62.5, 65, 580.5] as const;
const NUMBERS_END = 56;

export function sheetOf(layout: PaperLayout): Sheet {
  return layout === 'pleading' ? PLEADING : PLAIN;
}

/** Pages of a layout, begun as they are needed. */
export function openSheet(document: PdfDocument, layout: PaperLayout): Flow {
  const { margins, grid } = sheetOf(layout);
  const onPage =
    layout === 'pleading' ? (page: Page): void => document.drawUnder(page, 'Lines', drawNumbers) : undefined;
  return new Flow(document, margins, LETTER, { ...(grid ? { grid } : {}), ...(onPage ? { onPage } : {}) });
}

function drawNumbers(on: SharedDrawing): void {
  for (const x of RULES) on.line(x, 0, x, LETTER.height, 0.6);
  for (let line = 1; line <= LINES; line++) {
    const text = String(line);
    on.text(
      NUMBERS_END - (measure(text) * SIZE) / 1000,
      LETTER.height - PLEADING.margins.top - (line - 1) * PLEADING.leading - 12,
      shape(text),
      SIZE,
    );
  }
}

/** The foot of each page, rules 2.109 and 2.110: page number, a printed line, the title. */
export function drawFeet(document: PdfDocument, paper: Paper, pages: readonly Page[]): void {
  const { margins } = sheetOf(paper.layout);
  const width = LETTER.width - margins.left - margins.right;
  const pleading = paper.layout === 'pleading';
  const lines = footLines(paper.title, width);
  pages.forEach((page, i) => {
    const [number, title] = footOf(paper, i + 1, pages.length);
    if (number === undefined || title === undefined) return;
    if (lines.length > 3) throw new LayoutError('a title is longer than three lines at the foot of a page');
    const top = pleading ? (lines.length > 2 ? 33 : 29) : 38;
    const centre = (text: string, y: number, size: number): void => {
      const shaped = shape(text);
      page.text(margins.left + (width - (shaped.width * size) / 1000) / 2, y, shaped, size);
    };
    document.structure.artifact('Footer', () => {
      centre(number, pleading ? top + 14 : 58, SIZE);
      lines.forEach((line, at) => centre(line.trimEnd(), top - at * 10.5, FOOT_SIZE));
    });
    const rule = top + (pleading ? 10.5 : 13);
    page.line(margins.left, rule, margins.left + width, rule, 0.75);
  });
}

/** Lines of about the same length, so that no single word stands below a long line. */
function footLines(title: string, width: number): readonly string[] {
  let best = breakLines(title, width, FOOT_SIZE);
  const fewest = best.length;
  for (let narrower = width - 24; best.length > 1 && narrower > width / 3; narrower -= 24) {
    const lines = breakLines(title, narrower, FOOT_SIZE);
    if (lines.length > fewest) break;
    best = lines;
  }
  return best;
}
