import { PdfDocument, titleEntry } from '@clearway/typesetting';
import { drawBlocks } from './drawing/draw-blocks';
import { Drawing, type DrawingWatch } from './drawing/drawing';
import { drawFeet, openSheet } from './drawing/sheets';
import { type Paper } from './paper';

export { type DrawingWatch } from './drawing/drawing';

export interface DrawnPaper {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** The page, from 1, on which each row of the paper's tables stands, in their order. */
  readonly rowPages: readonly number[];
}

/** What a file of several papers says of itself. */
export interface VolumeInfo {
  readonly title: string;
  /** `yyyymmdd`. */
  readonly date: number;
}

export interface DrawnVolume extends Omit<DrawnPaper, 'rowPages'> {
  /** For each paper its first page, from 1, and how many it has. */
  readonly papers: readonly { readonly firstPage: number; readonly pages: number }[];
}

/** From this many pages on the headings of a paper stand in the outline beside it. */
const LONG = 5;

/** Draws a paper on letter pages. The same paper gives the same bytes. */
export function drawPaper(paper: Paper, watch: DrawingWatch = {}): DrawnPaper {
  const document = new PdfDocument({ title: paper.title, language: paper.language, date: paper.date });
  const { headings, rowPages } = drawOnto(document, paper, watch);
  const pages = document.pages.length;
  if (pages >= LONG) for (const { text, page, top, level } of headings) document.bookmark(text, page, top, level);
  return { bytes: document.toBytes(), pages, rowPages };
}

/**
 * Draws several papers into one file, one after another: fonts are shared, each paper is a section of the structure and a
 * line of the outline, and keeps the page numbers and the foot that it has alone.
 */
export function drawVolume(
  papers: readonly Paper[],
  { title, date }: VolumeInfo,
  watch: DrawingWatch = {},
): DrawnVolume {
  const document = new PdfDocument({ title, language: papers[0]?.language ?? 'en-US', date });
  const places = papers.map((paper) => {
    watch.check?.();
    const before = document.pages.length;
    document.structure.within('Sect', () => drawOnto(document, paper, watch), titleEntry(paper.title));
    const first = document.pages[before];
    if (first) document.bookmark(paper.title, first, first.height);
    return { firstPage: before + 1, pages: document.pages.length - before };
  });
  return { bytes: document.toBytes(), pages: document.pages.length, papers: places };
}

function drawOnto(document: PdfDocument, paper: Paper, watch: DrawingWatch): Drawing {
  const before = document.pages.length;
  const drawing = new Drawing(openSheet(document, paper.layout), paper, watch, before);
  drawBlocks(drawing);
  drawFeet(document, paper, document.pages.slice(before));
  return drawing;
}
