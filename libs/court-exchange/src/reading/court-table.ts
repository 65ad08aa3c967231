import { columnName, CsvError, dayOfSerial, decodeCsv, readCsv, readWorkbook } from '@clearway/spreadsheets';
import { courtDay } from './court-day';
import { nearest } from './nearest';
import { ExchangeFileError, type ExchangeProblem } from './problem';

/** The columns that a file can have, by our name, with the other names that courts use for them. */
export type CourtColumns<Head extends string> = Readonly<Record<Head, readonly string[]>>;

/** A row of a file of a court. */
export interface CourtRow<Head extends string> {
  readonly line: number;
  /** Blanks around removed; '' where the file has no such column. */
  readonly text: (head: Head) => string;
  /** `yyyymmdd`, 0 when empty; what is no day is a problem. */
  readonly day: (head: Head) => number;
  /** A number that a spreadsheet program made of a text: digits may be lost. */
  readonly isNumber: (head: Head) => boolean;
  readonly problem: (head: Head | 'row', cure: string, nearest?: string) => void;
}

export interface CourtTable<Head extends string> {
  readonly rows: readonly CourtRow<Head>[];
  readonly has: ReadonlySet<Head>;
}

interface RawCell {
  readonly text: string;
  readonly isNumber: boolean;
}

interface RawRow {
  readonly line: number;
  readonly cells: ReadonlyMap<number, RawCell>;
}

interface Raw {
  readonly sheet: boolean;
  readonly from1904: boolean;
  readonly rows: readonly RawRow[];
}

/** How many first rows may be titles before the heads stand. */
const TITLES = 10;

/**
 * Reads a table that a court sent back, CSV or XLSX by its bytes: with or without a byte order mark, any line end, heads in any order
 * and by their other names, empty lines left out. What is wrong goes to `problems`; undefined when the table itself cannot be read.
 */
export function readCourtTable<Head extends string>(
  bytes: Uint8Array,
  file: string,
  columns: CourtColumns<Head>,
  required: readonly Head[],
  problems: ExchangeProblem[],
): CourtTable<Head> | undefined {
  const note = (line: number, column: string, cure: string, near = ''): void =>
    void problems.push({ file, line, column, cure, nearest: near });
  const heads = Object.keys(columns) as Head[];
  const tables = isWorkbook(bytes) ? sheetsOf(bytes) : [csvOf(bytes, note)];
  for (const raw of tables) {
    const at = raw.rows.slice(0, TITLES).findIndex((row) => hasAll(row, columns, required));
    if (at < 0) continue;
    const places = placesOf(raw.rows[at] as RawRow, columns, note);
    const width = Math.max(...(raw.rows[at] as RawRow).cells.keys()) + 1;
    const rows = raw.rows
      .slice(at + 1)
      .filter(isFilled)
      .map((row) => courtRow(raw, row, places, width, note));
    return { rows, has: new Set(heads.filter((head) => places.has(head))) };
  }
  if (problems.length > 0) return undefined;
  const first = tables[0]?.rows[0];
  const missing = required.filter(
    (head) => !first || ![...first.cells.values()].some(({ text }) => isHead(text, head, columns)),
  );
  const near = first
    ? missing
        .map((head) =>
          nearest(
            head,
            [...first.cells.values()].map(({ text }) => text),
          ),
        )
        .find((one) => one !== '')
    : undefined;
  note(
    first?.line ?? 1,
    'header',
    `there is no column ${missing.join(', ') || required.join(', ')}: begin with a row of heads (${heads.join(', ')})`,
    near ?? '',
  );
  return undefined;
}

/** A ZIP, as every XLSX is. */
export function isWorkbook(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

function sheetsOf(bytes: Uint8Array): Raw[] {
  const { sheets, from1904 } = readWorkbook(bytes);
  return sheets.map(({ rows }) => ({
    sheet: true,
    from1904,
    rows: rows.map(({ row, cells }) => ({
      line: row,
      cells: new Map(
        [...cells].map(([i, { text, isNumber }]) => [i, { text: isNumber ? wholeNumber(text) : text, isNumber }]),
      ),
    })),
  }));
}

/** `1.2345E10` of a file as the digits that the cell shows. */
function wholeNumber(text: string): string {
  const value = Number(text);
  return /e/i.test(text) && Number.isSafeInteger(value) ? String(value) : text;
}

function csvOf(bytes: Uint8Array, note: (line: number, column: string, cure: string) => void): Raw {
  const rows: RawRow[] = [];
  try {
    for (const { line, fields } of readCsv(decodeCsv(bytes).replace(/^\uFEFF/, ''))) {
      rows.push({ line, cells: new Map(fields.map((text, i) => [i, { text, isNumber: false }])) });
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    note(error.line, `column ${error.column}`, error.message.replace(/^[^:]*: /, ''));
  }
  return { sheet: false, from1904: false, rows };
}

function isFilled({ cells }: RawRow): boolean {
  for (const { text } of cells.values()) if (text.trim() !== '') return true;
  return false;
}

function plainHead(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}

function isHead<Head extends string>(text: string, head: Head, columns: CourtColumns<Head>): boolean {
  const plain = plainHead(text);
  return [head as string, ...columns[head]].some((name) => plainHead(name) === plain);
}

function hasAll<Head extends string>(
  { cells }: RawRow,
  columns: CourtColumns<Head>,
  required: readonly Head[],
): boolean {
  const texts = [...cells.values()].map(({ text }) => text);
  return required.every((head) => texts.some((text) => isHead(text, head, columns)));
}

function placesOf<Head extends string>(
  { line, cells }: RawRow,
  columns: CourtColumns<Head>,
  note: (line: number, column: string, cure: string) => void,
): ReadonlyMap<Head, number> {
  const places = new Map<Head, number>();
  for (const head of Object.keys(columns) as Head[]) {
    const named = [...cells].filter(([, { text }]) => plainHead(text) === plainHead(head));
    // Another name counts only where the column does not stand under its own: our forms have both.
    const found = named.length > 0 ? named : [...cells].filter(([, { text }]) => isHead(text, head, columns));
    if (found.length > 1) note(line, head, 'the column stands twice: keep one of the two');
    const [first] = found;
    if (first) places.set(head, first[0]);
  }
  return places;
}

function courtRow<Head extends string>(
  { sheet, from1904 }: Raw,
  { line, cells }: RawRow,
  places: ReadonlyMap<Head, number>,
  width: number,
  note: (line: number, column: string, cure: string, nearest?: string) => void,
): CourtRow<Head> {
  const cellOf = (head: Head): RawCell | undefined => cells.get(places.get(head) ?? -1);
  const text = (head: Head): string => unguarded((cellOf(head)?.text ?? '').trim());
  const problem = (head: Head | 'row', cure: string, near = ''): void => {
    const place = head === 'row' ? undefined : places.get(head);
    note(line, sheet && place !== undefined ? `${head} (${columnName(place)}${line})` : head, cure, near);
  };
  const beyond = [...cells].some(([place, cell]) => place >= width && cell.text.trim() !== '');
  if (beyond) problem('row', 'has more cells than there are heads: put a text that holds a comma in quotes');
  const day = (head: Head): number => {
    const written = text(head);
    if (written === '') return 0;
    const isSerial = cellOf(head)?.isNumber === true && written.length < 8;
    const found = isSerial ? dayOfSerial(Number(written), from1904) : courtDay(written);
    if (found === 0) problem(head, 'write a day of the calendar, such as 2026-12-01 or 12/1/2026');
    return found;
  };
  return { line, text, day, problem, isNumber: (head) => cellOf(head)?.isNumber === true };
}

/** Takes away the apostrophe with which Clearway keeps a spreadsheet program from running a cell. */
function unguarded(text: string): string {
  return /^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}

/** Throws everything that was found wrong at once. */
export function throwProblems(problems: readonly ExchangeProblem[]): void {
  if (problems.length > 0) throw new ExchangeFileError([...problems].sort((a, b) => a.line - b.line));
}
