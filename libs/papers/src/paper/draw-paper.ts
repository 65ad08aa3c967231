import { PdfDocument } from '@clearway/typesetting';
import { drawBlocks } from './drawing/draw-blocks';
import { Drawing, type DrawingWatch } from './drawing/drawing';
import { drawFeet, openSheet } from './drawing/sheets';
import { type Paper } from './paper';

export { type DrawingWatch } from './drawing/drawing';

export interface DrawnPaper {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

/** Draws a paper on letter pages. The same paper gives the same bytes. */
export function drawPaper(paper: Paper, watch: DrawingWatch = {}): DrawnPaper {
  const document = new PdfDocument({ title: paper.title, language: paper.language, date: paper.date });
  drawOnto(document, paper, watch);
  return { bytes: document.toBytes(), pages: document.pages.length };
}

function drawOnto(document: PdfDocument, paper: Paper, watch: DrawingWatch): void {
  const before = document.pages.length;
  const flow = openSheet(document, paper.layout);
  drawBlocks(new Drawing(flow, paper, watch));
  drawFeet(document, paper, document.pages.slice(before));
}
