import { INK, put, QUIET } from '@clearway/reports';
import { alternativeEntry, type Flow, shape } from '@clearway/typesetting';
import { grouped, WITHHELD_MARK } from '../book/print';
import { type BarPlan, colourOf } from './bars';

const BAR = 10;
const GAP = 7;
const LABEL = 176;
const NUMBER = 54;

/** Height of the chart in points, legend included. */
export function pdfChartHeight({ series, rows }: BarPlan): number {
  return 30 + rows.length * (series.length * BAR + GAP);
}

/** The chart on a page that has room for it; a chart that is taller than a page goes on, row by row. */
export function drawPdfChart(flow: Flow, plan: BarPlan): void {
  flow.structure.within(
    'Figure',
    () => drawBars(flow, plan),
    alternativeEntry('Bar chart; the table below it gives the same numbers.'),
  );
}

function drawBars(flow: Flow, plan: BarPlan): void {
  const { series, rows } = plan;
  drawLegend(flow, series);
  for (const { label, bars } of rows) {
    const height = bars.length * BAR + GAP;
    flow.ensure(height + 2);
    const top = flow.y;
    const words = fitted(label, LABEL - 8, 9);
    put(flow.page, flow.left, top - (bars.length * BAR) / 2 - 3, words, {
      size: 9,
      colour: INK,
      within: { width: LABEL - 8, align: 'right' },
    });
    bars.forEach(({ series: at, value, share }, i) => {
      const width = share * (flow.width - LABEL - NUMBER);
      const y = top - (i + 1) * BAR;
      if (value !== undefined && width > 0)
        flow.page.rectangle(flow.left + LABEL, y, width, BAR - 1.5, {
          fill: colourOf(series.length, at),
        });
      put(flow.page, flow.left + LABEL + width + 4, y + 1.5, value === undefined ? WITHHELD_MARK : grouped(value), {
        size: 8.5,
      });
    });
    flow.y -= height;
  }
  flow.space(6);
}

function drawLegend(flow: Flow, series: readonly string[]): void {
  flow.ensure(40);
  flow.y -= 12;
  let x = flow.left;
  series.forEach((words, i) => {
    flow.page.rectangle(x, flow.y - 1, 8, 8, { fill: colourOf(series.length, i) });
    put(flow.page, x + 12, flow.y, words, { size: 9, colour: QUIET });
    x += (shape(words).width * 9) / 1000 + 28;
  });
  flow.y -= 10;
}

/** The label with an ellipsis where it is wider than its place; the whole of it stands in the table. */
function fitted(label: string, width: number, size: number): string {
  const wide = (text: string): boolean => (shape(text).width * size) / 1000 > width;
  if (!wide(label)) return label;
  let length = label.length - 1;
  while (length > 1 && wide(`${label.slice(0, length)}...`)) length--;
  return `${label.slice(0, length).trimEnd()}...`;
}
