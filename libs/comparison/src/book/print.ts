import { type Book, type CountId, countId, type CountTable, type Sentence } from './book';
import { SMALLEST_SHOWN } from './withhold';

/** Stands for a count that is not printed, in tables. */
export const WITHHELD_MARK = '*';
/** The same in a sentence. */
const WITHHELD_WORDS = `fewer than ${SMALLEST_SHOWN}, or withheld,`;

/** `1,234`. */
export function grouped(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ',');
}

export function cellText(book: Book, id: CountId, value: number): string {
  return book.withheld.has(id) ? WITHHELD_MARK : grouped(value);
}

export function sentenceText(book: Book, counts: ReadonlyMap<CountId, number>, sentence: Sentence): string {
  return sentence
    .map((part) => {
      if (typeof part === 'string') return part;
      return book.withheld.has(part.count) ? WITHHELD_WORDS : grouped(counts.get(part.count) ?? 0);
    })
    .join('');
}

export interface BookJson {
  readonly version: 1;
  readonly title: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly note: string;
  readonly tables: Readonly<Record<string, TableJson>>;
}

interface TableJson {
  readonly heading: string;
  readonly columns: Readonly<Record<string, string>>;
  /** `null` where the count is withheld. */
  readonly rows: readonly {
    readonly id: string;
    readonly title: string;
    readonly counts: Readonly<Record<string, number | null>>;
  }[];
}

/** The tables of a book as JSON, in their order. */
export function bookJson(book: Book): string {
  const tables: Record<string, TableJson> = {};
  for (const { heading, table } of book.sections) if (table) tables[table.id] = tableJson(book, heading, table);
  const json: BookJson = {
    version: 1,
    title: book.title,
    facts: Object.fromEntries(book.facts),
    note:
      book.withheld.size === 0
        ? 'Exact numbers, for the office alone: small ones can point at a person.'
        : `null: fewer than ${SMALLEST_SHOWN}, or withheld so that such a number cannot be found from the others.`,
    tables,
  };
  return `${JSON.stringify(json, undefined, 2)}\n`;
}

function tableJson(book: Book, heading: string, table: CountTable): TableJson {
  return {
    heading,
    columns: Object.fromEntries(table.columns.map(({ id, title }) => [id, title])),
    rows: table.rows.map(({ id, title, counts }) => ({
      id,
      title,
      counts: Object.fromEntries(
        table.columns.map((column, i) => [
          column.id,
          book.withheld.has(countId(table.id, id, column.id)) ? null : (counts[i] ?? 0),
        ]),
      ),
    })),
  };
}
