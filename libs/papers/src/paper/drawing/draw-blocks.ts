import {
  type Column,
  drawTable,
  listEntries,
  type ParagraphStyle,
  tableHeight,
  type TableStyle,
} from '@clearway/typesetting';
import { type Block, itemsOf, type TableColumn } from '../paper';
import { drawDecision, drawJudge, drawSigning, judgeHeight, signingHeight } from './draw-closing';
import { drawAttorney, drawCaption, drawCentred } from './draw-opening';
import { type Drawing, wordsOf } from './drawing';
import { SIZE } from './sheets';

/** Of the first line of a paragraph, in points. */
const INDENT = 36;

type Of<K extends Block['kind']> = Extract<Block, { kind: K }>;

/** Draws the blocks of a paper one below the other. */
export function drawBlocks(drawing: Drawing): void {
  const { blocks } = drawing.paper;
  blocks.forEach((block, i) => {
    openList(drawing, block, blocks[i - 1]);
    drawBlock(drawing, block, blocks.slice(i + 1));
    if (drawing.structure.openRole === 'L' && listKind(blocks[i + 1]) !== listKind(block)) drawing.structure.end('L');
  });
}

/** Numbered paragraphs that follow one another are one list. */
function openList({ structure }: Drawing, block: Block, before: Block | undefined): void {
  const kind = listKind(block);
  if (kind !== undefined && kind !== listKind(before)) structure.begin('L', kind);
}

function listKind(block: Block | undefined): string | undefined {
  return block?.kind === 'paragraph' && block.number !== undefined ? listEntries(block.number) : undefined;
}

function drawBlock(drawing: Drawing, block: Block, next: readonly Block[]): void {
  const { flow } = drawing;
  switch (block.kind) {
    case 'attorney':
      return drawAttorney(drawing, block);
    case 'centred':
      return drawCentred(drawing, block);
    case 'caption':
      return drawCaption(drawing, block);
    case 'heading':
      return drawHeading(drawing, block);
    case 'paragraph':
      return drawParagraph(drawing, block, followOf(drawing, next));
    case 'list':
      return drawList(drawing, block, followOf(drawing, next));
    case 'quote':
      return drawQuote(drawing, block);
    case 'sheet':
      return drawSheet(drawing, block);
    case 'signing':
      return drawSigning(drawing, block);
    case 'decision':
      return drawDecision(drawing, block);
    case 'judge':
      return drawJudge(drawing, block);
    case 'page-break':
      if (flow.y < flow.top && !fitsBelow(drawing, next)) flow.newPage();
      return;
    case 'table':
      return drawRows(drawing, block);
  }
}

/**
 * Height of the place to sign that follows, where at least two lines of text have to stand on its page so that it is never
 * alone: with a last paragraph of one line, that paragraph too.
 */
function followOf(drawing: Drawing, next: readonly Block[]): number {
  const [block, after] = next;
  if (block?.kind === 'signing') return signingHeight(drawing, block);
  if (block?.kind === 'judge') return judgeHeight(drawing);
  if (block?.kind !== 'paragraph' || (after?.kind !== 'signing' && after?.kind !== 'judge')) return 0;
  const style = paragraphStyle(drawing, block);
  if (drawing.flow.countLines(wordsOf(block), style) > 1) return 0;
  return (style.leading ?? 0) + (style.spaceAfter ?? 0) + followOf(drawing, next.slice(1));
}

/** Whether all that comes is a schedule that stands whole on the page below the signature: a sheet of its own would be wasted. */
function fitsBelow(drawing: Drawing, rest: readonly Block[]): boolean {
  const { flow, sheet } = drawing;
  let room = flow.fits(sheet.leading) * sheet.leading - sheet.leading;
  for (const block of rest) {
    if (block.kind === 'table')
      room -= tableHeight(flow, columnsOf(block.columns), block.rows, tableStyle(drawing), room);
    else if (block.kind === 'heading' || block.kind === 'paragraph') {
      const style = block.kind === 'heading' ? { leading: sheet.leading } : paragraphStyle(drawing, block);
      const { leading = 0, spaceAfter = 0 } = style;
      room -= flow.countLines(wordsOf(block), style) * leading + spaceAfter;
    } else return false;
    if (room < 0) return false;
  }
  return rest.some(({ kind }) => kind === 'table');
}

/** Head and first row of a table. */
function tableStart({ sheet }: Drawing): number {
  return sheet.leading * 2 + sheet.single;
}

function drawHeading(drawing: Drawing, block: Of<'heading'>): void {
  const { flow, sheet, pleading } = drawing;
  const { level = 1, withTable = false } = block;
  flow.align();
  flow.paragraph(wordsOf(block), {
    style: level === 3 ? 'italic' : 'bold',
    align: pleading && level === 1 ? 'centre' : 'left',
    role: drawing.levels.ofHeading(block),
    leading: sheet.leading,
    spaceAfter: pleading ? 0 : 2,
    keepWithNext: withTable ? sheet.single * 2 + tableStart(drawing) : sheet.leading * 2,
  });
  drawing.headings.push({ text: block.text, page: flow.page, top: flow.y + sheet.leading, level });
}

function drawParagraph(drawing: Drawing, block: Of<'paragraph'>, follow: number): void {
  if (block.before !== 'table') drawing.flow.align();
  drawing.flow.paragraph(wordsOf(block), { ...paragraphStyle(drawing, block), follow });
}

function paragraphStyle(drawing: Drawing, { number, tight = false, before }: Of<'paragraph'>): ParagraphStyle {
  const { sheet, pleading } = drawing;
  const keepWithNext = before === 'table' ? tableStart(drawing) : 0;
  if (!pleading) {
    const leading = tight ? sheet.single : sheet.leading;
    const spaceAfter = tight ? (number === undefined ? 6 : 4) : number === undefined ? 4 : 6;
    return { leading, spaceAfter, keepWithNext, ...(number === undefined ? {} : { marker: number, left: 24 }) };
  }
  // What explains a table is set like it.
  if (before === 'table') return { leading: sheet.single, spaceAfter: sheet.single, keepWithNext };
  if (number === undefined) return { leading: sheet.leading, indent: INDENT };
  const counted = /\d/.test(number);
  return {
    leading: sheet.leading,
    marker: number,
    markerAt: INDENT,
    ...(counted ? { indent: INDENT * 2 } : { left: INDENT + 18 }),
  };
}

function drawList(drawing: Drawing, block: Of<'list'>, follow: number): void {
  const { flow, sheet, structure, pleading } = drawing;
  const items = itemsOf(block);
  if (items.length === 0) return;
  flow.align();
  structure.begin('L', listEntries((items[0] as { number: string }).number));
  items.forEach((item, i) => {
    const last = i === items.length - 1;
    const at = pleading ? 36 : 0;
    flow.paragraph(wordsOf(item), {
      marker: item.number,
      markerAt: at,
      left: at + 24,
      leading: sheet.leading,
      spaceAfter: pleading ? 0 : 4,
      follow: last ? follow : 0,
    });
  });
  structure.end('L');
}

/** Single spaced and set in from both sides, rule 2.108. */
function drawQuote(drawing: Drawing, block: Of<'quote'>): void {
  const { flow, sheet, structure } = drawing;
  flow.align();
  structure.within('BlockQuote', () =>
    flow.paragraph(wordsOf(block), { leading: sheet.single, left: 36, right: 36, spaceAfter: sheet.single }),
  );
}

const SHEET_SIZE = 24;
const SHEET_SMALL = 16;

/** Large lines in the middle of a sheet. */
function drawSheet(drawing: Drawing, { lines }: Of<'sheet'>): void {
  const { flow } = drawing;
  flow.y = flow.top - 180;
  lines.forEach((line, i) => {
    const size = i === 0 ? SHEET_SIZE : SHEET_SMALL;
    flow.paragraph(line, {
      align: 'centre',
      style: i === 0 ? 'bold' : 'regular',
      role: drawing.levels.ofSheetLine(i),
      size,
      leading: size * 1.4,
      spaceAfter: 10,
    });
  });
}

function drawRows(drawing: Drawing, { columns, rows }: Of<'table'>): void {
  const { flow, watch, pleading } = drawing;
  const onRow = (row: number): void => {
    drawing.rowPages.push(flow.document.pages.length - drawing.pagesBefore);
    if (row % 256 === 0) watch.check?.();
  };
  drawTable(flow, columnsOf(columns), rows, { ...tableStyle(drawing), onRow });
  if (!pleading) flow.space(8);
}

function tableStyle({ sheet, pleading }: Drawing): TableStyle {
  return { size: SIZE, ...(pleading ? { leading: sheet.single, padding: { above: 0, below: sheet.single } } : {}) };
}

/** Between numbers that end at the right of their column and the words of the next. */
const AFTER_NUMBERS = 10;

function columnsOf(columns: readonly TableColumn[]): readonly Column[] {
  return columns.map((column, i) =>
    column.align === 'right' ? { ...column, gap: i === columns.length - 1 ? 0 : AFTER_NUMBERS } : column,
  );
}
