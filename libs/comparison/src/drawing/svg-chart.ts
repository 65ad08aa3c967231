import { grouped, WITHHELD_MARK } from '../book/print';
import { type BarPlan, colourOf } from './bars';

const WIDTH = 760;
const LABEL = 210;
const NUMBER = 80;
const BAR = 13;
const GAP = 12;
const TOP = 70;

/** The chart as a file of its own; its texts are text, and say the numbers to whoever does not see the bars. */
export function svgChart({ title, series, rows }: BarPlan, note: string): string {
  const step = series.length * BAR + GAP;
  const height = TOP + rows.length * step + 34;
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="title" font-family="Helvetica, Arial, sans-serif" fill="#1c2633">`,
    `<title id="title">${xml(title)}</title>`,
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    text(16, 28, title, 'font-size="17" font-weight="bold"'),
    ...legend(series),
  ];
  rows.forEach(({ label, bars }, i) => {
    const y = TOP + i * step;
    parts.push(text(LABEL - 10, y + (bars.length * BAR) / 2 + 4, label, 'font-size="12" text-anchor="end"'));
    bars.forEach(({ series: at, value, share }, j) => {
      const width = round(share * (WIDTH - LABEL - NUMBER));
      const top = y + j * BAR;
      if (value !== undefined)
        parts.push(
          `<rect x="${LABEL}" y="${top}" width="${width}" height="${BAR - 2}" fill="${colour(series.length, at)}"/>`,
        );
      parts.push(
        text(LABEL + width + 6, top + BAR - 4, value === undefined ? WITHHELD_MARK : grouped(value), 'font-size="11"'),
      );
    });
  });
  parts.push(text(16, height - 12, note, 'font-size="10.5" fill="#5c6672"'), '</svg>');
  return `${parts.join('\n')}\n`;
}

function legend(series: readonly string[]): string[] {
  let x = 16;
  return series.flatMap((words, i) => {
    const at = x;
    x += 34 + words.length * 6.6;
    return [
      `<rect x="${at}" y="40" width="11" height="11" fill="${colour(series.length, i)}"/>`,
      text(at + 17, 50, words, 'font-size="12"'),
    ];
  });
}

function text(x: number, y: number, words: string, attributes: string): string {
  return `<text x="${round(x)}" y="${round(y)}" ${attributes}>${xml(words)}</text>`;
}

function colour(of: number, series: number): string {
  const [red, green, blue] = colourOf(of, series);
  return `#${[red, green, blue]
    .map((each) =>
      Math.round(each * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function xml(words: string): string {
  return words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
