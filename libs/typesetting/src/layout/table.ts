import { type TextStyle } from '../fonts/catalogue';
import { breakLines } from '../text/break-lines';
import { shape } from '../text/shape';
import { printedWidth } from '../text/styled';
import { type Alignment, type Flow } from './flow';

export interface Column {
  readonly title: string;
  /** In points, the gap to the next column included. */
  readonly width: number;
  readonly align?: Alignment;
  /** To the next column, in points, where it is not that of the table. */
  readonly gap?: number;
}

export interface TableStyle {
  readonly size?: number;
  readonly leading?: number;
  /** Space between columns, in points. */
  readonly gap?: number;
  /** Space above and below the lines of a row, in points. */
  readonly padding?: { readonly above: number; readonly below: number };
  /** Called between rows, for callers that report progress or stop. */
  readonly onRow?: (row: number) => void;
}

/** Below the last baseline of a row on a grid: nearer to its own text than to the next row's. */
const GRID_RULE = 6;

/**
 * Draws a table that runs over pages: the head stands again on each, a row is never parted (only a row that is taller than
 * a page is), a thin line below each row. Rows are drawn one after another and each cell by cell, so that text
 * taken out of the file reads in the table's order. On a grid every line of every cell stands on it or half way.
 */
export function drawTable(
  flow: Flow,
  columns: readonly Column[],
  rows: Iterable<readonly string[]>,
  style: TableStyle = {},
): void {
  new TableDrawing(flow, columns, style).draw(rows);
}

/** How many points of height a table takes where it is not parted; more than `enough` is not measured to its end. */
export function tableHeight(
  flow: Flow,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  style: TableStyle,
  enough: number,
): number {
  return new TableDrawing(flow, columns, style).height(rows, enough);
}

class TableDrawing {
  private readonly size: number;
  private readonly leading: number;
  private readonly gap: number;
  private readonly above: number;
  private readonly below: number;
  private readonly head: readonly (readonly string[])[];
  private readonly headHeight: number;
  private readonly lefts: readonly number[];

  constructor(
    private readonly flow: Flow,
    private readonly columns: readonly Column[],
    private readonly style: TableStyle,
  ) {
    const { size = 12, leading = size * 1.2, gap = 6, padding = { above: 2, below: 2 } } = style;
    this.size = size;
    this.leading = leading;
    this.gap = gap;
    this.above = padding.above;
    this.below = padding.below;
    this.head = columns.map(({ title, width, gap: own = gap }) => breakLines(title, width - own, size, 'bold'));
    this.headHeight = this.heightOf(tallest(this.head));
    let x = flow.left;
    this.lefts = columns.map(({ width }) => (x += width) - width);
  }

  draw(rows: Iterable<readonly string[]>): void {
    const { flow } = this;
    const { structure } = flow;
    const table = structure.begin('Table');
    if (flow.room < this.headHeight + this.heightOf(2)) flow.newPage();
    this.drawHead(this.elements('TH'));
    structure.reopen(table);
    const fullPage = Math.floor(
      (flow.top - flow.margins.bottom - this.headHeight - this.above - this.below) / this.leading,
    );
    let number = 0;
    for (const row of rows) {
      let lines = this.linesOf(row);
      let height = tallest(lines);
      const elements = this.elements('TD');
      if (flow.room < this.heightOf(Math.min(height, fullPage))) this.freshPage();
      while (height > fullPage) {
        this.cells(
          lines.map((cell) => cell.slice(0, fullPage)),
          'regular',
          elements,
        );
        lines = lines.map((cell) => cell.slice(fullPage));
        height -= fullPage;
        this.freshPage();
      }
      this.cells(lines, 'regular', elements);
      structure.reopen(table);
      flow.y -= this.heightOf(height);
      this.rule(0.25, [0.6, 0.6, 0.6]);
      this.style.onRow?.(number++);
    }
    structure.end('Table');
  }

  /** Of the whole table on one page, in points; no more than `enough` of it is measured. */
  height(rows: readonly (readonly string[])[], enough: number): number {
    let height = this.headHeight;
    for (const row of rows) {
      if (height > enough) break;
      height += this.heightOf(tallest(this.linesOf(row)));
    }
    return height;
  }

  private linesOf(row: readonly string[]): (readonly string[])[] {
    return this.columns.map(({ width, gap = this.gap }, i) => breakLines(row[i] ?? '', width - gap, this.size));
  }

  private heightOf(lines: number): number {
    return lines * this.leading + this.above + this.below;
  }

  private freshPage(): void {
    this.flow.newPage();
    this.flow.structure.artifact('Header', () => this.drawHead());
  }

  private drawHead(elements?: readonly number[]): void {
    this.cells(this.head, 'bold', elements);
    this.flow.y -= this.headHeight;
    this.rule(1);
  }

  private rule(width: number, colour?: readonly [number, number, number]): void {
    const { flow } = this;
    const y = flow.grid ? flow.y + this.below + this.leading - flow.grid.drop - GRID_RULE : flow.y;
    flow.page.line(flow.left, y, flow.left + flow.width, y, width, colour);
  }

  /** A row of the structure with a cell for each column. */
  private elements(role: 'TH' | 'TD'): readonly number[] {
    const { structure } = this.flow;
    const cells: number[] = [];
    structure.begin('TR');
    for (let i = 0; i < this.columns.length; i++) {
      cells.push(structure.begin(role));
      structure.end(role);
    }
    structure.end('TR');
    return cells;
  }

  /** Draws the lines of each cell into its element; outside of the content when there are no elements. */
  private cells(
    lines: readonly (readonly string[])[],
    style: TextStyle,
    elements: readonly number[] | undefined,
  ): void {
    const { flow, size, leading } = this;
    const first = flow.y - this.above - flow.drop(size, leading);
    for (let i = 0; i < this.columns.length; i++) {
      const { width, align = 'left', gap = this.gap } = this.columns[i] as Column;
      if (elements) flow.structure.reopen(elements[i] as number);
      const cell = lines[i] ?? [];
      for (let at = 0; at < cell.length; at++) {
        const line = cell[at] as string;
        if (line === '') continue;
        const shaped = shape(line, style);
        const free = width - gap - (printedWidth(line, shaped, style) * size) / 1000;
        flow.page.text(
          (this.lefts[i] as number) + (align === 'right' ? free : align === 'centre' ? free / 2 : 0),
          first - at * leading,
          shaped,
          size,
        );
      }
    }
  }
}

function tallest(cells: readonly (readonly string[])[]): number {
  let most = 0;
  for (const { length } of cells) if (length > most) most = length;
  return most;
}
