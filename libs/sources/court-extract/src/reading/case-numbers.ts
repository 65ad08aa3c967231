import { readCaseNumber } from '../values/case-number';
import { type BoundColumns } from './bind-columns';
import { type ExtractNote } from './court-extract';
import { type RowCells } from './row-cells';

/** The case numbers of a file, and those that a spreadsheet program has spoilt. */
export class CaseNumbers {
  private readonly stored: { readonly line: number; readonly length: number }[] = [];
  private readonly restored: ExtractNote[] = [];
  private readonly lengths = new Map<number, number>();
  private line = 0;

  constructor(
    private readonly cells: RowCells,
    private readonly bound: BoundColumns,
  ) {}

  /** The case number of the row in use, with its suffix. */
  read(): { readonly text: string; readonly lost: boolean } {
    const column = this.bound.byField.get('case-number');
    if (!column || this.cells.textOf(column) === '') return { text: '', lost: false };
    const read = readCaseNumber(this.cells.cell(column), column.spec.digits);
    if ('lost' in read) return { text: '', lost: true };
    const { number, how } = read;
    this.line = this.cells.line;
    if (/^\d+$/.test(number)) this.lengths.set(number.length, (this.lengths.get(number.length) ?? 0) + 1);
    if (how === 'stored-as-number') this.stored.push({ line: this.line, length: number.length });
    if (how === 'zeros-restored') this.restored.push({ code: how, line: this.line, column: column.label });
    const suffix = this.cells.text('case-suffix');
    return { text: suffix === '' ? number : `${number}${suffix.startsWith('-') ? '' : '-'}${suffix}`, lost: false };
  }

  /** A number that is shorter than most of the column lost zeros; of the others nobody can tell. */
  notes(): readonly ExtractNote[] {
    const column = this.bound.byField.get('case-number')?.label ?? '';
    const [usual] = [...this.lengths].sort(([a, often], [b, other]) => other - often || b - a)[0] ?? [0];
    const stored = this.stored.map(({ line, length }): ExtractNote => {
      return { code: length < usual ? 'zeros-lost' : 'stored-as-number', line, column };
    });
    return [...stored, ...this.restored];
  }
}
