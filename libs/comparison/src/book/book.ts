import { type CalendarDate } from '@clearway/record';

/** Names a count: table, row and column, divided by points. */
export type CountId = string;

/** Counts with the same row and column heads in text, PDF, JSON and chart. */
export interface CountTable {
  readonly id: string;
  /** Head of the column of row titles. */
  readonly head: string;
  readonly columns: readonly { readonly id: string; readonly title: string }[];
  readonly rows: readonly { readonly id: string; readonly title: string; readonly counts: readonly number[] }[];
}

/** Bars beside one another for each row of the section's table but its total. */
export interface BarChart {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly string[];
}

/** A sentence with counts in it. */
export type Sentence = readonly (string | { readonly count: CountId })[];

export interface BookSection {
  readonly heading: string;
  readonly sentences: readonly Sentence[];
  readonly table?: CountTable;
  readonly chart?: BarChart;
}

/** The counts of `plus` and those of `minus` add up to the same number. */
export interface Relation {
  readonly plus: readonly CountId[];
  readonly minus: readonly CountId[];
}

/**
 * What a comparison has to say, in tables and sentences: report, JSON and charts are drawn from it and from nothing else.
 * Every sum that a reader can check stands in `relations`; `unshown` are numbers that are printed nowhere and follow from those
 * that are (the rest of a total).
 */
export interface Book {
  readonly title: string;
  readonly subtitle: string;
  readonly asOf: CalendarDate;
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly sections: readonly BookSection[];
  readonly relations: readonly Relation[];
  readonly unshown: ReadonlyMap<CountId, number>;
  /** Counts that are not printed; none in the office's own book. */
  readonly withheld: ReadonlySet<CountId>;
}

/** The row, or the column, of totals. */
export const ALL = 'all';

export function countId(table: string, row: string, column: string): CountId {
  return `${table}.${row}.${column}`;
}

/** Every printed count by its name. */
export function countsOf(book: Pick<Book, 'sections'>): Map<CountId, number> {
  const counts = new Map<CountId, number>();
  for (const { table } of book.sections) {
    for (const row of table?.rows ?? []) {
      table?.columns.forEach((column, i) => counts.set(countId(table.id, row.id, column.id), row.counts[i] ?? 0));
    }
  }
  return counts;
}

/** The rows of a table add up to its row of totals, in these columns (default: all). */
export function rowsAddUp(table: CountTable, columns = table.columns.map((each) => each.id)): Relation[] {
  const parts = table.rows.filter((row) => row.id !== ALL);
  return columns.map((column) => ({
    plus: parts.map((row) => countId(table.id, row.id, column)),
    minus: [countId(table.id, ALL, column)],
  }));
}

/** The columns of a table add up to its column of totals, in every row. */
export function columnsAddUp(table: CountTable): Relation[] {
  const parts = table.columns.filter((column) => column.id !== ALL);
  return table.rows.map((row) => ({
    plus: parts.map((column) => countId(table.id, row.id, column.id)),
    minus: [countId(table.id, row.id, ALL)],
  }));
}

export function same(one: CountId, other: CountId): Relation {
  return { plus: [one], minus: [other] };
}

/** Sums that do not hold; a book with one is not handed out. */
export class BookError extends Error {
  readonly code = 'control.book-does-not-add-up';
  constructor(relation: Relation) {
    super(
      `the numbers of the comparison do not add up (${relation.plus.join(' + ')} is not ${relation.minus.join(' + ')}): please report it; nothing was written`,
    );
  }
}

/** Throws a BookError when a sum does not hold, or names a count that is not there. */
export function checkBook(book: Book): void {
  const counts = countsOf(book);
  for (const [id, value] of book.unshown) counts.set(id, value);
  const sum = (ids: readonly CountId[]): number => ids.reduce((all, id) => all + (counts.get(id) ?? NaN), 0);
  for (const relation of book.relations) if (sum(relation.plus) !== sum(relation.minus)) throw new BookError(relation);
}
