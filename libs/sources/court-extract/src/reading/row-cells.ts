import { filled, type RowDate } from '@clearway/record';
import { type Field } from '../mapping/fields';
import { type Mapping } from '../mapping/read-mapping';
import { type Table, type TableCell, type TableRow } from '../table/table-row';
import { plainCode } from '../values/court-codes';
import { DateReader } from '../values/date-reader';
import { KnownTexts } from '../values/known-texts';
import { type BoundColumn, type BoundColumns } from './bind-columns';
import { type ExtractNote, type NoteCode } from './court-extract';

// A line break inside a cell is a blank, and stays.
const ALL_CONTROLS = /[^\P{Cc}\t\n\r]/gu;
const CONTROLS = new RegExp(ALL_CONTROLS.source, 'u');
const ERRORS = /^#(?:REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|N\/A|GETTING_DATA|SPILL!)$/;
/** The same few codes stand in many rows. */
const CODE_TEXTS = new KnownTexts((text) => text);
const NO_CELL: TableCell = { text: '', isNumber: false };

/** The cells of one row after the other, by field: blanks of the court are empty, what is odd is noted. */
export class RowCells {
  private row: TableRow = { row: 0, line: 0, offset: 0, length: 0, cells: [] };
  private readonly blanks = new Map<BoundColumn, ReadonlySet<string>>();
  private readonly dates = new Map<BoundColumn, DateReader>();
  readonly notes: ExtractNote[] = [];

  constructor(
    mapping: Mapping,
    private bound: BoundColumns,
    table: Table,
    /** Rows that are read again have said what is odd. */
    private readonly isQuiet = false,
  ) {
    for (const each of bound.all) {
      const blank = [...(mapping.blank ?? []), ...(each.spec.blank ?? [])].map(plainCode);
      this.blanks.set(each, new Set(blank));
      const forms = each.spec.dates ?? mapping.dates ?? [];
      this.dates.set(each, new DateReader(forms, mapping['two-digit years to'] ?? 0, table.from1904));
    }
  }

  use(row: TableRow): void {
    this.row = row;
  }

  get place(): TableRow {
    return this.row;
  }

  /** Reads with the columns of one count of the row. */
  within<Read>(bound: BoundColumns, read: () => Read): Read {
    const before = this.bound;
    this.bound = bound;
    try {
      return read();
    } finally {
      this.bound = before;
    }
  }

  get line(): number {
    return this.row.line;
  }

  note(code: NoteCode, column: string, value = ''): void {
    if (this.isQuiet) return;
    const { line } = this.row;
    // A cell is read more than once.
    for (let at = this.notes.length - 1; at >= 0 && this.notes[at]!.line === line; at--)
      if (this.notes[at]!.code === code && this.notes[at]!.column === column) return;
    this.notes.push(value === '' ? { code, line, column } : { code, line, column, value: CODE_TEXTS.of(value) });
  }

  /** Without characters that print nothing: they would part a name or a section in two. */
  cell({ index, label }: BoundColumn): TableCell {
    const cell = this.row.cells[index] ?? NO_CELL;
    if (!CONTROLS.test(cell.text)) return cell;
    this.note('control-character', label);
    return { ...cell, text: cell.text.replace(ALL_CONTROLS, '') };
  }

  /** What the column says in this row; empty when that is nothing. */
  textOf(column: BoundColumn): string {
    const text = filled(this.cell(column).text);
    if (text === '') return '';
    const blanks = this.blanks.get(column);
    if (blanks !== undefined && blanks.size > 0 && blanks.has(plainCode(text))) return '';
    if (!text.startsWith('#') || !ERRORS.test(text)) return text;
    this.note('cell-error', column.label);
    return '';
  }

  text(field: Field): string {
    const column = this.bound.byField.get(field);
    return column ? this.textOf(column) : '';
  }

  date(field: Field): RowDate {
    const column = this.bound.byField.get(field);
    if (!column) return 0;
    const { date, problem } = this.dates.get(column)?.read(this.textOf(column), this.cell(column)) ?? { date: 0 };
    if (problem !== undefined) this.note(problem, column.label);
    return date;
  }

  label(field: Field): string {
    return this.bound.byField.get(field)?.label ?? '';
  }
}
