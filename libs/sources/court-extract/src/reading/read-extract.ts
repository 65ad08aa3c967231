import { ExtractError } from '../errors';
import { FACT_FIELDS, FACTS_OF_A_RECORD } from '../mapping/fields';
import { type Mapping } from '../mapping/read-mapping';
import { openTable } from '../table/open-table';
import { type TableRow } from '../table/table-row';
import { CourtCodes } from '../values/court-codes';
import { bindColumns, type BoundColumns } from './bind-columns';
import { CaseNumbers } from './case-numbers';
import { type CourtExtract, type ExtractNote, type RejectedRow, type RejectReason } from './court-extract';
import { countsOfRow } from './counts-of-row';
import { type AreClearlyTwo, Defendants } from './defendants';
import { defendantKey } from './defendant-key';
import { SeenRows } from './kept/seen-rows';
import { RowsAgain } from './read-again';
import { RowCells } from './row-cells';
import { rowFactsOf } from './row-facts-of';

export interface ReadExtractOptions {
  /** Left out, rows of one CII are one defendant, whatever name and birth date they have. */
  readonly areClearlyTwo?: AreClearlyTwo;
}

/**
 * Reads a court's export by its mapping. Every row is used or rejected with its line and reason. Throws an ExtractError when the file as
 * a whole does not fit the mapping: every problem at once.
 */
export function readExtract(bytes: Uint8Array, mapping: Mapping, options: ReadExtractOptions = {}): CourtExtract {
  if (mapping.reads !== 'record') {
    const words = 'the mapping reads facts of cases, not a record: use it with "clearway sources facts"';
    throw new ExtractError('extract.kind', [{ line: 0, path: 'reads', words }]);
  }
  const table = openTable(bytes, mapping);
  const bound = bindColumns(mapping, table);
  const cells = new RowCells(mapping, bound, table);
  const codes = new CourtCodes(mapping);
  const numbers = new CaseNumbers(cells, bound);
  const defendants = new Defendants(options.areClearlyTwo);
  const rejected: RejectedRow[] = [];
  const seen = new SeenRows();
  const together = mapping.counts === 'rows';
  let grants = 0;
  let rows = 0;
  for (const row of table.rows) {
    rows += 1;
    cells.use(row);
    const reject = (reason: RejectReason, column = ''): void => void rejected.push({ line: row.line, reason, column });
    if (row.broken !== undefined) {
      reject(row.broken);
      continue;
    }
    if (!hasWidth(row, bound.width)) {
      reject('field-count');
      continue;
    }
    const number = numbers.read();
    const says = rowFactsOf(row, cells, bound, mapping, codes);
    const key = defendantKey(says.facts, number.lost ? '' : number.text, cells.text('defendant-number'), mapping);
    if (key === undefined) {
      reject('no-person');
      continue;
    }
    const draft = defendants.of(key.text, key.cii, says.facts);
    const refuse = (reason: RejectReason, column = ''): void => {
      draft.incomplete ||= reason !== 'repeated';
      reject(reason, column);
    };
    if (number.lost) {
      refuse('case-number-lost', cells.label('case-number'));
      continue;
    }
    const again = seen.isRepeated(row);
    if (again && bound.byField.has('count-number')) {
      refuse('repeated');
      continue;
    }
    if (again) cells.note('same-row-twice', '');
    const counts = countsOfRow(says, cells, bound, mapping, codes);
    if (typeof counts === 'string') {
      refuse(counts, counts === 'no-count-number' ? cells.label('count-number') : '');
      continue;
    }
    if (number.text === '') cells.note('no-case-number', cells.label('case-number'));
    const added = defendants.add(draft, says.facts.agency, number.text, row, counts, together);
    if (added === 'too-many') {
      refuse('too-many-cases');
      continue;
    }
    if (added === 'renumbered') cells.note('count-number-twice', cells.label('count-number'));
    if (mapping.format === 'fixed' && (row.cells[mapping.columns.length]?.text ?? '') !== '')
      cells.note('text-outside-columns', '');
    if (says.granted !== undefined) grants += 1;
    defendants.noteCii(says.facts.subjectId, says.facts.cii);
  }
  if (rows === 0)
    throw new ExtractError('extract.empty', [
      { line: table.headerLine, path: 'the file', words: 'no row stands below the header: export it again' },
    ]);
  const notes = [...columnsOfLists(bound, table.headerLine), ...cells.notes, ...numbers.notes()].sort(
    (a, b) => a.line - b.line,
  );
  const zerosLost = new Set(notes.flatMap(({ code, line }) => (code === 'zeros-lost' ? [line] : [])));
  const says = new RowsAgain(mapping, table, bound, codes, zerosLost);
  return {
    mapping,
    defendants: { [Symbol.iterator]: () => says.defendants(defendants) },
    usedRows: { [Symbol.iterator]: () => says.usedRows(defendants) },
    rejected,
    grants,
    notes,
    unusedColumns: bound.unused,
    table: { encoding: table.encoding, filledFromMerged: table.filledFromMerged, headerLine: table.headerLine },
    account: { rows, used: rows - rejected.length, rejected: rejected.length, ...defendants.account() },
  };
}

/** Columns that the mapping names, and a record cannot use. */
function columnsOfLists({ all }: BoundColumns, line: number): readonly ExtractNote[] {
  return all
    .filter(({ spec }) => (FACT_FIELDS as readonly string[]).includes(spec.as) && !FACTS_OF_A_RECORD.has(spec.as))
    .map(({ label }) => ({ code: 'column-of-a-list', line, column: label }));
}

export function hasWidth({ cells }: TableRow, width: number): boolean {
  if (width === 0) return true;
  return cells.length >= width && cells.slice(width).every(({ text }) => text.trim() === '');
}
