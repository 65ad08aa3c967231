import { baselineDrop, breakLines, drawTable, Flow, LETTER, measure, PdfDocument, shape } from '@clearway/typesetting';
import { itemsOf, type Block, type CaptionLine, type Paper } from './paper';
import { footOf } from './furniture';

/** Rule 2.107: at least one inch on the left and half an inch on the right. */
const MARGINS = { top: 60, right: 36, bottom: 70, left: 72 } as const;
/** Head and first row of a table, date and signature of the judge: they stay with the words above them. */
const TABLE_START = 56;
const JUDGE_HEIGHT = 56;
const SIZE = 12;
/** One-and-a-half spaced, rule 2.108. */
const LEADING = 18;
const TIGHT = 15;
const FOOT_SIZE = 10;

export interface DrawnPaper {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

export interface DrawingWatch {
  /** Called now and then inside long tables; throws to stop. */
  readonly check?: () => void;
}

/** Draws a paper on letter pages. The same paper gives the same bytes. */
export function drawPaper(paper: Paper, watch: DrawingWatch = {}): DrawnPaper {
  const document = new PdfDocument({ title: paper.title, language: paper.language, date: paper.date });
  const flow = new Flow(document, MARGINS, LETTER);
  for (const block of paper.blocks) drawBlock(flow, block, paper, watch);
  const pages = document.pages.length;
  document.pages.forEach((page, i) => {
    const [number, title] = footOf(paper, i + 1, pages);
    if (number === undefined || title === undefined) return;
    const centre = (text: string, y: number, size: number): void => {
      const shaped = shape(text);
      page.text(MARGINS.left + (flow.width - (shaped.width * size) / 1000) / 2, y, shaped, size);
    };
    centre(number, 58, SIZE);
    breakLines(title, flow.width, FOOT_SIZE).forEach((line, at) => centre(line, 38 - at * 11, FOOT_SIZE));
    page.line(MARGINS.left, 51, MARGINS.left + flow.width, 51, 0.75);
  });
  return { bytes: document.toBytes(), pages };
}

function drawBlock(flow: Flow, block: Block, paper: Paper, watch: DrawingWatch): void {
  switch (block.kind) {
    case 'attorney':
      return drawAttorney(flow, block.lines, block.stamp ?? '');
    case 'centred':
      return flow.paragraph(block.text, { align: 'centre', style: block.bold ? 'bold' : 'regular', leading: TIGHT, spaceAfter: block.spaceAfter ?? 0 });
    case 'caption':
      return drawCaption(flow, block.parties, block.matter);
    case 'heading':
      return flow.paragraph(block.text, { style: 'bold', ...(block.level === 1 ? { align: 'centre' } : {}), spaceAfter: 2, keepWithNext: block.withTable ? TIGHT * 2 + TABLE_START : LEADING * 2 });
    case 'paragraph':
      return drawParagraph(flow, block);
    case 'list':
      return itemsOf(block).forEach(({ text, number }) => drawParagraph(flow, { kind: 'paragraph', number, text, tight: true }));
    case 'quote':
      return flow.paragraph(block.text, { left: 36, leading: TIGHT, spaceAfter: 6 });
    case 'sheet':
      return block.lines.forEach((text) => flow.paragraph(text, { align: 'centre', style: 'bold', leading: LEADING, spaceAfter: 6 }));
    case 'signing':
      return drawSigning(flow, block);
    case 'decision':
      return drawDecision(flow, block, paper.fieldPrefix);
    case 'judge':
      return drawJudge(flow, block, paper.fieldPrefix);
    case 'page-break':
      flow.newPage();
      return;
    case 'table':
      drawTable(flow, block.columns, block.rows, { size: SIZE, onRow: (row) => (row % 256 === 0 ? watch.check?.() : undefined) });
      return flow.space(8);
  }
}

function lineAt(flow: Flow, x: number, text: string, bold = false): void {
  flow.page.text(x, flow.y - baselineDrop(SIZE, TIGHT), shape(text, bold ? 'bold' : 'regular'), SIZE);
}

/** Rule 2.111: the attorney from line 1 on the left; the upper right stays blank for the clerk. */
function drawAttorney(flow: Flow, lines: readonly string[], stamp: string): void {
  const top = flow.y;
  const boxWidth = 216;
  const boxLeft = flow.left + flow.width - boxWidth;
  for (const line of lines.flatMap((text) => breakLines(text, flow.width - boxWidth - 18, SIZE))) {
    lineAt(flow, flow.left, line);
    flow.space(TIGHT);
  }
  const bottom = Math.min(flow.y, top - 96);
  flow.page.rectangle(boxLeft, bottom, boxWidth, top - bottom, { stroke: [0, 0, 0], lineWidth: 0.5 });
  flow.page.text(boxLeft + (boxWidth - (measure(stamp) * 8) / 1000) / 2, top - 11, shape(stamp), 8);
  flow.y = bottom - 18;
}

/** Parties on the left behind a rule, case number and title on the right. */
function drawCaption(flow: Flow, parties: readonly CaptionLine[], matter: readonly CaptionLine[]): void {
  const half = 276;
  const top = flow.y;
  const column = (lines: readonly CaptionLine[], x: number, width: number): number => {
    flow.y = top - 4;
    for (const { text, bold = false, indent = 0 } of lines) {
      for (const line of breakLines(text, width - indent, SIZE, bold ? 'bold' : 'regular')) {
        lineAt(flow, x + indent, line, bold);
        flow.space(TIGHT);
      }
      flow.space(4);
    }
    return flow.y;
  };
  const bottom = Math.min(column(parties, flow.left, half - 12), column(matter, flow.left + half + 12, flow.width - half - 12));
  flow.page.line(flow.left, bottom, flow.left + half, bottom, 0.75);
  flow.page.line(flow.left + half, bottom, flow.left + half, top, 0.75);
  flow.y = bottom - 14;
}

function drawParagraph(flow: Flow, { text, number, tight = false, before }: Extract<Block, { kind: 'paragraph' }>): void {
  const leading = tight ? TIGHT : LEADING;
  if (number === undefined) return flow.paragraph(text, { leading, spaceAfter: tight ? 6 : 4, keepWithNext: before === 'table' ? TABLE_START : before === 'judge' ? JUDGE_HEIGHT + 6 : 0 });
  flow.paragraph(text, { marker: number, left: 24, leading, spaceAfter: tight ? 4 : 6 });
}

function drawSigning(flow: Flow, { dated, closing, lines }: Extract<Block, { kind: 'signing' }>): void {
  const left = flow.left + flow.width / 2;
  const broken = lines.flatMap((line) => breakLines(line, flow.width / 2, SIZE));
  flow.ensure(TIGHT * (broken.length + 1) + 60);
  flow.space(12);
  lineAt(flow, flow.left, dated);
  lineAt(flow, left, closing);
  flow.space(TIGHT + 36);
  flow.page.line(left, flow.y, flow.left + flow.width, flow.y, 0.75);
  flow.space(2);
  for (const line of broken) {
    lineAt(flow, left, line);
    flow.space(TIGHT);
  }
}

const BOX = 13;

function drawDecision(flow: Flow, block: Extract<Block, { kind: 'decision' }>, prefix: string): void {
  flow.ensure(LEADING * 3 + 12);
  flow.paragraph(block.decides, { spaceAfter: 2 });
  const options = ([['granted', block.granted], ['denied', block.denied]] as const).map(([state, text]) => {
    const baseline = flow.y - baselineDrop(SIZE, LEADING + 2);
    flow.page.text(flow.left + 48, baseline, shape(text), SIZE);
    flow.space(LEADING + 2);
    return { state, page: flow.page, x: flow.left + 24, y: baseline - 2.5, width: BOX, height: BOX };
  });
  flow.document.fields.choice({ name: `${prefix}_decision`, tooltip: block.tooltip, options });
  flow.space(8);
}

function drawJudge(flow: Flow, block: Extract<Block, { kind: 'judge' }>, prefix: string): void {
  flow.ensure(JUDGE_HEIGHT);
  flow.space(38);
  const left = flow.left + 216;
  const dateWidth = 150;
  flow.page.line(flow.left, flow.y, flow.left + dateWidth, flow.y, 0.75);
  flow.page.line(left, flow.y, flow.left + flow.width, flow.y, 0.75);
  const { page } = flow;
  flow.document.fields.line({ name: `${prefix}_date`, tooltip: block.dateTooltip, page, x: flow.left, y: flow.y + 1, width: dateWidth, height: 20, size: SIZE });
  flow.document.fields.signature({ name: `${prefix}_signature`, tooltip: block.judgeTooltip, page, x: left, y: flow.y + 1, width: flow.left + flow.width - left, height: 34 });
  flow.space(2);
  lineAt(flow, flow.left, block.dateLabel);
  lineAt(flow, left, block.judgeLabel);
  flow.space(TIGHT + 12);
}
