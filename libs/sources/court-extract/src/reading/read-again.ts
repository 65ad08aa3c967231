import { type Mapping } from '../mapping/read-mapping';
import { type Table } from '../table/table-row';
import { type CourtCodes } from '../values/court-codes';
import { type BoundColumns } from './bind-columns';
import { caseNumberOf } from './case-numbers';
import { countsOfRow } from './counts-of-row';
import { type CountRow, type Defendant } from './court-extract';
import { type Defendants } from './defendants';
import { type KeptRow } from './kept/kept-rows';
import { RowCells } from './row-cells';
import { rowFactsOf } from './row-facts-of';

/** Says again what used rows say, from their places in the file. */
export class RowsAgain {
  private readonly cells: RowCells;

  constructor(
    private readonly mapping: Mapping,
    private readonly table: Table,
    private readonly bound: BoundColumns,
    private readonly codes: CourtCodes,
    /** Lines of rows whose case number lost zeros. */
    private readonly zerosLost: ReadonlySet<number>,
  ) {
    this.cells = new RowCells(mapping, bound, table, true);
  }

  /** The counts of a row under the numbers that they have in the case. */
  countsOf({ place, counts: numbers }: KeptRow): readonly CountRow[] {
    const { mapping, table, bound, codes, cells } = this;
    const row = table.again(place);
    cells.use(row);
    const { text: caseNumber } = caseNumberOf(cells, bound);
    const counts = countsOfRow(rowFactsOf(row, cells, bound, mapping, codes), cells, bound, mapping, codes);
    if (typeof counts === 'string') throw new Error('a row that was used has no count any more');
    const first = [...new Set(counts.map(({ count }) => count))];
    return counts.map(({ count, facts, ...rest }) => ({
      count: numbers[first.indexOf(count)] ?? count,
      facts: { ...facts, caseNumber },
      ...rest,
      ...(this.zerosLost.has(row.line) ? { zerosLost: true } : {}),
    }));
  }

  *defendants(found: Defendants): Generator<Defendant> {
    for (const { cases, ...defendant } of found.found())
      yield {
        ...defendant,
        cases: cases.map((rows) => ({ rows: [...rows].flatMap((row) => this.countsOf(row)) })),
      };
  }

  *usedRows(found: Defendants): Generator<readonly CountRow[]> {
    for (const row of found.usedRows()) yield this.countsOf(row);
  }
}
