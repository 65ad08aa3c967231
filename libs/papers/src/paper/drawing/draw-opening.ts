import { breakLines, LayoutError } from '@clearway/typesetting';
import { type Block, type CaptionLine } from '../paper';
import { type Drawing } from './drawing';
import { COURT_TITLE_LINE, SIZE } from './sheets';

type Of<K extends Block['kind']> = Extract<Block, { kind: K }>;

/** Left of the middle of the page; what is right of it is the clerk's. */
const ATTORNEY_WIDTH = 226;

/** Rule 2.111: the attorney from line 1 on the left, the clerk's place right of it blank, the court's title not above line 8. */
export function drawAttorney(drawing: Drawing, { lines }: Of<'attorney'>): void {
  const { flow, sheet } = drawing;
  drawing.lines(lines, flow.left, ATTORNEY_WIDTH);
  flow.y = Math.min(flow.y, flow.top - (COURT_TITLE_LINE - 1) * sheet.leading);
  if (flow.room < sheet.leading * 4) throw new LayoutError('the lines about the attorney fill a page');
  flow.align();
}

export function drawCentred(drawing: Drawing, block: Of<'centred'>): void {
  const { flow, sheet, pleading } = drawing;
  flow.align();
  flow.paragraph(block.text, {
    align: 'centre',
    style: block.bold ? 'bold' : 'regular',
    role: drawing.levels.ofCentred(block),
    leading: pleading ? sheet.leading : sheet.single,
    spaceAfter: pleading ? 0 : (block.spaceAfter ?? 0),
  });
}

/** Width of the parties' side, its rule included. */
const PARTIES = 264;
const BESIDE_RULE = 12;

/** Parties on the left behind a rule, case number, nature of the paper and hearing on the right. */
export function drawCaption(drawing: Drawing, { parties, matter }: Of<'caption'>): void {
  const { flow, sheet } = drawing;
  flow.align();
  const sides = [
    { lines: parties, x: flow.left, width: PARTIES - BESIDE_RULE },
    { lines: matter, x: flow.left + PARTIES + BESIDE_RULE, width: flow.width - PARTIES - BESIDE_RULE },
  ];
  const height = Math.max(...sides.map(({ lines, width }) => heightOf(lines, width, sheet.single)));
  flow.ensure(height);
  const top = flow.y;
  for (const { lines, x, width } of sides) {
    flow.y = top;
    for (const line of lines) {
      const { text, bold = false, indent = 0 } = line;
      drawing.structure.within(drawing.levels.ofCaptionLine(line), () =>
        drawing.brokenLine(text, x + indent, width - indent, bold),
      );
      flow.space(sheet.single);
    }
  }
  flow.y = top - height;
  const bottom = flow.y + sheet.single / 2;
  flow.page.line(flow.left, bottom, flow.left + PARTIES, bottom, 0.75);
  flow.page.line(flow.left + PARTIES, bottom, flow.left + PARTIES, top - 2, 0.75);
}

function heightOf(lines: readonly CaptionLine[], width: number, single: number): number {
  return lines.reduce(
    (sum, { text, bold = false, indent = 0 }) =>
      sum + (breakLines(text, width - indent, SIZE, bold ? 'bold' : 'regular').length + 1) * single,
    0,
  );
}
