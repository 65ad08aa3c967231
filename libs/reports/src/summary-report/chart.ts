import { type Outcome } from '@clearway/rules';
import { alternativeEntry, type Colour, type Flow, type Page, shape, type TextStyle } from '@clearway/typesetting';
import { OUTCOMES } from '../tally/relief-given';
import { grouped, outcomeTitle } from './words';

export const INK: Colour = [0.11, 0.15, 0.2];
export const QUIET: Colour = [0.36, 0.4, 0.45];
export const RULE: Colour = [0.78, 0.81, 0.84];
export const PANEL: Colour = [0.95, 0.96, 0.97];
const WHITE: Colour = [1, 1, 1];

/** Told apart by people who do not see red and green, and in a grey print by their order. */
const OUTCOME_COLOURS: Readonly<Record<Outcome, Colour>> = {
  'dismiss-and-seal': [0.05, 0.29, 0.42],
  dismiss: [0.09, 0.38, 0.5],
  'redesignate-infraction': [0.13, 0.47, 0.58],
  'redesignate-misdemeanor': [0.38, 0.67, 0.76],
  'dismiss-sentence': [0.29, 0.24, 0.47],
  'recall-and-resentence': [0.55, 0.5, 0.72],
  review: [0.9, 0.6, 0.11],
  'refer-to-other-prosecutor': [0.76, 0.74, 0.66],
  'not-eligible': [0.62, 0.64, 0.67],
};
const DARK = new Set<Outcome>(['dismiss-and-seal', 'dismiss', 'redesignate-infraction', 'dismiss-sentence']);

/** One bar: what it stands for and how many convictions had each outcome. */
export interface Bar {
  readonly label: string;
  readonly parts: ReadonlyMap<string, number>;
}

export interface TextAt {
  readonly size: number;
  readonly style?: TextStyle;
  readonly colour?: Colour;
  /** Aligns within this width; left when absent. */
  readonly within?: { readonly width: number; readonly align: 'centre' | 'right' };
}

/** One line of text with its baseline at `y`. */
export function put(
  page: Page,
  x: number,
  y: number,
  text: string,
  { size, style = 'regular', colour = INK, within }: TextAt,
): void {
  const shaped = shape(text, style);
  const free = within ? within.width - (shaped.width * size) / 1000 : 0;
  page.text(x + (within?.align === 'centre' ? free / 2 : free), y, shaped, size, colour);
}

export function totalOf(bar: Bar): number {
  let total = 0;
  for (const n of bar.parts.values()) total += n;
  return total;
}

/** The outcomes that occur, in the order of all reports. */
export function outcomesIn(bars: readonly Bar[]): readonly Outcome[] {
  return OUTCOMES.filter((outcome) => bars.some(({ parts }) => (parts.get(outcome) ?? 0) > 0));
}

/** What each colour stands for; goes on in further lines when one is full. */
export function drawLegend(flow: Flow, outcomes: readonly Outcome[]): void {
  flow.structure.within(
    'Figure',
    () => legend(flow, outcomes),
    alternativeEntry('What the colors of the chart stand for.'),
  );
}

function legend(flow: Flow, outcomes: readonly Outcome[]): void {
  const size = 9;
  let x = flow.left;
  flow.ensure(40);
  flow.y -= 12;
  for (const outcome of outcomes) {
    const words = outcomeTitle(outcome);
    const width = (shape(words).width * size) / 1000 + 24;
    if (x + width > flow.left + flow.width) {
      x = flow.left;
      flow.y -= 13;
    }
    flow.page.rectangle(x, flow.y - 1, 8, 8, { fill: OUTCOME_COLOURS[outcome] });
    put(flow.page, x + 12, flow.y, words, { size, colour: INK });
    x += width;
  }
  flow.y -= 10;
}

/** What those who do not see a chart are told. */
const CHART = 'Bar chart; the table below it gives the same numbers.';

const BAR = 15;
const BAR_STEP = 21;
const LABEL = 88;
const TOTAL = 52;

/** Lying bars on one scale, the number of each part in it where there is room, the total behind it. */
export function drawBars(flow: Flow, bars: readonly Bar[]): void {
  flow.structure.within('Figure', () => lyingBars(flow, bars), alternativeEntry(CHART));
}

function lyingBars(flow: Flow, bars: readonly Bar[]): void {
  const widest = Math.max(1, ...bars.map(totalOf));
  const room = flow.width - LABEL - TOTAL;
  for (const bar of bars) {
    flow.ensure(BAR_STEP + 4);
    const y = flow.y - BAR_STEP + 4;
    put(flow.page, flow.left, y + 4, bar.label, { size: 10 });
    let x = flow.left + LABEL;
    for (const outcome of OUTCOMES) {
      const n = bar.parts.get(outcome) ?? 0;
      if (n === 0) continue;
      const width = (n / widest) * room;
      flow.page.rectangle(x, y, width, BAR, { fill: OUTCOME_COLOURS[outcome] });
      const words = grouped(n);
      if ((shape(words).width * 8.5) / 1000 + 6 < width)
        put(flow.page, x, y + 4.5, words, {
          size: 8.5,
          colour: DARK.has(outcome) ? WHITE : INK,
          within: { width, align: 'centre' },
        });
      x += width;
    }
    put(flow.page, x + 5, y + 4, grouped(totalOf(bar)), { size: 10, style: 'bold' });
    flow.y -= BAR_STEP;
  }
  flow.y -= 4;
}

const COLUMN_HEIGHT = 104;

/** Standing columns on one scale with their totals above and their labels below. */
export function drawColumns(flow: Flow, bars: readonly Bar[]): void {
  flow.structure.within('Figure', () => standingBars(flow, bars), alternativeEntry(CHART));
}

function standingBars(flow: Flow, bars: readonly Bar[]): void {
  flow.ensure(COLUMN_HEIGHT + 40);
  const tallest = Math.max(1, ...bars.map(totalOf));
  const base = flow.y - COLUMN_HEIGHT - 18;
  const step = Math.min(76, flow.width / Math.max(1, bars.length));
  const width = step * 0.62;
  flow.page.line(flow.left, base, flow.left + step * bars.length, base, 0.75, QUIET);
  bars.forEach((bar, i) => {
    const x = flow.left + i * step + (step - width) / 2;
    let y = base;
    for (const outcome of OUTCOMES) {
      const height = ((bar.parts.get(outcome) ?? 0) / tallest) * COLUMN_HEIGHT;
      if (height === 0) continue;
      flow.page.rectangle(x, y, width, height, { fill: OUTCOME_COLOURS[outcome] });
      y += height;
    }
    put(flow.page, flow.left + i * step, y + 4, grouped(totalOf(bar)), {
      size: 9,
      style: 'bold',
      within: { width: step, align: 'centre' },
    });
    put(flow.page, flow.left + i * step, base - 12, bar.label, { size: 9.5, within: { width: step, align: 'centre' } });
  });
  flow.y = base - 22;
}

/** Figures in a row, each a number over its words. */
export function drawFigures(flow: Flow, figures: readonly { readonly number: string; readonly words: string }[]): void {
  const gap = 10;
  const width = (flow.width - gap * (figures.length - 1)) / Math.max(1, figures.length);
  const height = 54;
  flow.ensure(height + 10);
  figures.forEach(({ number, words }, i) => {
    const x = flow.left + i * (width + gap);
    flow.page.rectangle(x, flow.y - height, width, height, { fill: PANEL });
    flow.page.rectangle(x, flow.y - height, 3, height, { fill: OUTCOME_COLOURS['dismiss-and-seal'] });
    put(flow.page, x + 12, flow.y - 24, number, { size: 20, style: 'bold' });
    put(flow.page, x + 12, flow.y - 42, words, { size: 9.5, colour: QUIET });
  });
  flow.y -= height + 12;
}
