import { breakLines, shape } from '@clearway/typesetting';
import { type Block } from '../paper';
import { type Drawing } from './drawing';
import { SIZE } from './sheets';

type Of<K extends Block['kind']> = Extract<Block, { kind: K }>;

/** Room for a signature above its line. */
const SIGNATURE = 36;

export function signingHeight(drawing: Drawing, { lines }: Of<'signing'>): number {
  const broken = lines.flatMap((line) => breakLines(line, drawing.flow.width / 2, SIZE));
  return drawing.sheet.leading + SIGNATURE + (broken.length + 1) * drawing.sheet.single;
}

/** Date, place for the prosecutor's signature, and who signs. */
export function drawSigning(drawing: Drawing, block: Of<'signing'>): void {
  const { flow, sheet, structure } = drawing;
  const { dated, closing, lines } = block;
  const left = flow.left + flow.width / 2;
  flow.align();
  flow.ensure(signingHeight(drawing, block));
  structure.within('P', () => drawing.at(flow.left, dated));
  structure.within('P', () => drawing.at(left, closing));
  flow.space(sheet.leading + SIGNATURE);
  flow.page.line(left, flow.y, flow.left + flow.width, flow.y, 0.75);
  if (!flow.grid) flow.space(2);
  drawing.lines(lines, left, flow.width / 2);
}

const BOX = 13;
/** From the left edge of the text to the box, and to the words behind it. */
const BOX_AT = 36;
const WORDS_AT = 60;

/** What the court decides, with a box to tick for each decision. */
export function drawDecision(drawing: Drawing, block: Of<'decision'>): void {
  const { flow, sheet, structure } = drawing;
  flow.align();
  flow.ensure(sheet.leading * 3);
  flow.paragraph(block.decides, { leading: sheet.leading, indent: drawing.pleading ? 36 : 0 });
  const { page } = flow;
  const choice = flow.document.fields.choice({ name: `${drawing.paper.fieldPrefix}_decision`, tooltip: block.tooltip });
  for (const [state, text] of [
    ['granted', block.granted],
    ['denied', block.denied],
  ] as const) {
    const baseline = flow.y - flow.drop(SIZE, sheet.leading);
    choice.option({ state, page, x: flow.left + BOX_AT, y: baseline - 2.5, width: BOX, height: BOX });
    structure.within('P', () => page.text(flow.left + WORDS_AT, baseline, shape(text), SIZE));
    flow.space(sheet.leading);
  }
  choice.close();
  if (!flow.grid) flow.space(8);
}

export function judgeHeight({ sheet }: Drawing): number {
  return SIGNATURE + sheet.single * 2;
}

const DATE_WIDTH = 150;
const JUDGE_LEFT = 216;

/** Where the judge dates and signs. */
export function drawJudge(drawing: Drawing, block: Of<'judge'>): void {
  const { flow, structure, paper } = drawing;
  flow.align();
  flow.ensure(judgeHeight(drawing));
  flow.space(SIGNATURE);
  const { page, y, document } = flow;
  const left = flow.left + JUDGE_LEFT;
  page.line(flow.left, y, flow.left + DATE_WIDTH, y, 0.75);
  page.line(left, y, flow.left + flow.width, y, 0.75);
  if (!flow.grid) flow.space(2);
  document.fields.line({
    name: `${paper.fieldPrefix}_date`,
    tooltip: block.dateTooltip,
    page,
    x: flow.left,
    y: y + 1,
    width: DATE_WIDTH,
    height: 20,
    size: SIZE,
  });
  structure.within('P', () => drawing.at(flow.left, block.dateLabel));
  document.fields.signature({
    name: `${paper.fieldPrefix}_signature`,
    tooltip: block.judgeTooltip,
    page,
    x: left,
    y: y + 1,
    width: flow.left + flow.width - left,
    height: 34,
  });
  structure.within('P', () => drawing.at(left, block.judgeLabel));
  flow.space(drawing.sheet.single * 2);
}
