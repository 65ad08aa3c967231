import { type TextStyle } from '../fonts/catalogue';
import { type Page } from '../pdf/page';
import { breakLines } from '../text/break-lines';
import { shape } from '../text/shape';
import { type Alignment, baselineDrop, type Flow } from './flow';

export interface Column {
  readonly title: string;
  /** In points, the gap to the next column included. */
  readonly width: number;
  readonly align?: Alignment;
}

export interface TableStyle {
  readonly size?: number;
  readonly leading?: number;
  /** Space between columns, in points. */
  readonly gap?: number;
  /** Called between rows, for callers that report progress or stop. */
  readonly onRow?: (row: number) => void;
}

/**
 * Draws a table that runs over pages: the head stands again on each, a row is never parted (only a row that is taller than
 * a page is), a thin line below each row. Rows are drawn one after another and each cell by cell, so that text
 * taken out of the file reads in the table's order.
 */
export function drawTable(flow: Flow, columns: readonly Column[], rows: Iterable<readonly string[]>, style: TableStyle = {}): void {
  const { size = 12, leading = size * 1.2, gap = 6, onRow } = style;
  const padding = 2;
  const head = columns.map(({ title, width }) => breakLines(title, width - gap, size, 'bold'));
  const headHeight = Math.max(...head.map((lines) => lines.length)) * leading + padding * 2;
  const drawHead = (): void => {
    cells(flow.page, flow, columns, head, 'bold', { size, leading, gap, padding });
    flow.y -= headHeight;
    flow.page.line(flow.left, flow.y, flow.left + flow.width, flow.y, 1);
  };
  const fresh = (): void => {
    flow.newPage();
    drawHead();
  };
  if (flow.room < headHeight + leading * 2 + padding * 2) flow.newPage();
  drawHead();
  const fullPage = Math.floor((flow.page.height - flow.margins.top - flow.margins.bottom - headHeight - padding * 2) / leading);
  let number = 0;
  for (const row of rows) {
    let lines = columns.map(({ width }, i) => breakLines(row[i] ?? '', width - gap, size));
    let tallest = Math.max(...lines.map((cell) => cell.length));
    if (flow.room < Math.min(tallest, fullPage) * leading + padding * 2) fresh();
    while (tallest > fullPage) {
      cells(flow.page, flow, columns, lines.map((cell) => cell.slice(0, fullPage)), 'regular', { size, leading, gap, padding });
      lines = lines.map((cell) => cell.slice(fullPage));
      tallest -= fullPage;
      fresh();
    }
    cells(flow.page, flow, columns, lines, 'regular', { size, leading, gap, padding });
    flow.y -= tallest * leading + padding * 2;
    flow.page.line(flow.left, flow.y, flow.left + flow.width, flow.y, 0.25, [0.6, 0.6, 0.6]);
    onRow?.(number++);
  }
}

interface CellStyle {
  readonly size: number;
  readonly leading: number;
  readonly gap: number;
  readonly padding: number;
}

function cells(page: Page, flow: Flow, columns: readonly Column[], lines: readonly (readonly string[])[], style: TextStyle, { size, leading, gap, padding }: CellStyle): void {
  let x = flow.left;
  columns.forEach(({ width, align = 'left' }, i) => {
    (lines[i] ?? []).forEach((line, at) => {
      if (line === '') return;
      const shaped = shape(line, style);
      const free = width - gap - (shaped.width * size) / 1000;
      const shift = align === 'right' ? free : align === 'centre' ? free / 2 : 0;
      page.text(x + shift, flow.y - padding - at * leading - baselineDrop(size, leading), shaped, size);
    });
    x += width;
  });
}
