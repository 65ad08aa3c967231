import { ALL, type BarChart, type Book, countId, type CountTable } from '../book/book';

/** A chart as both the SVG and the PDF draw it. */
export interface BarPlan {
  readonly title: string;
  readonly series: readonly string[];
  readonly rows: readonly { readonly label: string; readonly bars: readonly Bar[] }[];
}

export interface Bar {
  readonly series: number;
  /** Absent: withheld. */
  readonly value?: number;
  /** Of the widest bar, from 0 to 1. */
  readonly share: number;
}

/** The bars of a section's table, without its totals. A withheld bar has no length from which the count could be read. */
export function barsOf(book: Book, table: CountTable, chart: BarChart): BarPlan {
  const rows = table.rows.filter((row) => row.id !== ALL);
  const columns = chart.columns.map((id) => table.columns.findIndex((column) => column.id === id));
  const valueOf = (row: CountTable['rows'][number], at: number): number | undefined => {
    const id = countId(table.id, row.id, table.columns[at]?.id ?? '');
    return book.withheld.has(id) ? undefined : (row.counts[at] ?? 0);
  };
  const widest = Math.max(1, ...rows.flatMap((row) => columns.map((at) => valueOf(row, at) ?? 0)));
  return {
    title: chart.title,
    series: columns.map((at) => table.columns[at]?.title ?? ''),
    rows: rows.map((row) => ({
      label: row.title,
      bars: columns.map((at, series): Bar => {
        const value = valueOf(row, at);
        return value === undefined ? { series, share: 0 } : { series, value, share: value / widest };
      }),
    })),
  };
}

/** Told apart by people who do not see red and green, and in a grey print. Red, green, blue from 0 to 1. */
const COLOURS: readonly (readonly [number, number, number])[] = [
  [0.66, 0.69, 0.73],
  [0.05, 0.29, 0.42],
  [0.9, 0.6, 0.11],
];

/** The colour of a series; one that stands alone has the strong one. */
export function colourOf(count: number, series: number): readonly [number, number, number] {
  return COLOURS[count === 1 ? 1 : series % COLOURS.length] as readonly [number, number, number];
}
