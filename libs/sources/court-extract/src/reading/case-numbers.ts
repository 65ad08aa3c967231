import { readCaseNumber } from '../values/case-number';
import { type BoundColumns } from './bind-columns';
import { type ExtractNote } from './court-extract';
import { type RowCells } from './row-cells';

/** A case number with its suffix; '' where there is none. `lost`: a spreadsheet program has cut it. */
export interface CaseNumber {
  readonly text: string;
  readonly lost: boolean;
}

/** The case number of the row in use, and as it stands there without its suffix. */
export function caseNumberOf(
  cells: RowCells,
  { byField }: BoundColumns,
): CaseNumber & { readonly number?: string; readonly how?: string } {
  const column = byField.get('case-number');
  if (!column || cells.textOf(column) === '') return { text: '', lost: false };
  const read = readCaseNumber(cells.cell(column), column.spec.digits);
  if ('lost' in read) return { text: '', lost: true };
  const suffix = cells.text('case-suffix');
  const text = suffix === '' ? read.number : `${read.number}${suffix.startsWith('-') ? '' : '-'}${suffix}`;
  return { text, lost: false, number: read.number, how: read.how };
}

/** The case numbers of a file, and those that a spreadsheet program has spoilt. */
export class CaseNumbers {
  private readonly stored: { readonly line: number; readonly length: number }[] = [];
  private readonly restored: ExtractNote[] = [];
  private readonly lengths = new Map<number, number>();

  constructor(
    private readonly cells: RowCells,
    private readonly bound: BoundColumns,
  ) {}

  /** The case number of the row in use, with its suffix. */
  read(): CaseNumber {
    const { number = '', how, text, lost } = caseNumberOf(this.cells, this.bound);
    const { line } = this.cells;
    if (/^\d+$/.test(number)) this.lengths.set(number.length, (this.lengths.get(number.length) ?? 0) + 1);
    if (how === 'stored-as-number') this.stored.push({ line, length: number.length });
    if (how === 'zeros-restored')
      this.restored.push({ code: how, line, column: this.bound.byField.get('case-number')?.label ?? '' });
    return { text, lost };
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
