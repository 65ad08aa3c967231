import { isFullDate, printCitation, printDate, readCharge } from '@clearway/record';
import { ExtractError } from '../errors';
import { type Field } from '../mapping/fields';
import { type Mapping } from '../mapping/read-mapping';
import { bindColumns, type BoundColumns } from '../reading/bind-columns';
import { CaseNumbers } from '../reading/case-numbers';
import { type ExtractNote } from '../reading/court-extract';
import { hasWidth } from '../reading/read-extract';
import { RowCells } from '../reading/row-cells';
import { nameOf } from '../reading/row-facts-of';
import { openTable } from '../table/open-table';
import { CourtCodes } from '../values/court-codes';
import { type CaseFact, type FactKind, type FactRejectReason, type ListedPerson, type NoFactReason } from './case-fact';
import { whatWasDone } from './what-was-done';

/** A list of what already happened, read: every row gave a fact, gives none for a reason, or was rejected. */
export interface FactsReading {
  readonly facts: readonly CaseFact[];
  readonly without: readonly { readonly line: number; readonly reason: NoFactReason }[];
  readonly rejected: readonly { readonly line: number; readonly reason: FactRejectReason; readonly column: string }[];
  readonly notes: readonly ExtractNote[];
  readonly unusedColumns: readonly string[];
  /** `rows` is `facts`, `without` and `rejected` together. */
  readonly account: {
    readonly rows: number;
    readonly facts: number;
    readonly without: number;
    readonly rejected: number;
  };
}

export interface FactsOptions {
  /** Rows may name a person by name: whose they are is settled where people are joined. */
  readonly byName?: boolean;
}

/**
 * Reads such a list by its mapping. Throws an ExtractError when the file as a whole does not fit.
 *
 * @param name what the source of each fact calls the file
 */
export function readFacts(
  bytes: Uint8Array,
  mapping: Mapping,
  kind: FactKind,
  name: string,
  { byName = false }: FactsOptions = {},
): FactsReading {
  if (mapping.reads !== 'facts') {
    const words = 'the mapping reads a record, not facts of cases: write reads: facts';
    throw new ExtractError('extract.kind', [{ line: 0, path: 'reads', words }]);
  }
  const table = openTable(bytes, mapping);
  const bound = bindColumns(mapping, table);
  const cells = new RowCells(mapping, bound, table);
  const codes = new CourtCodes(mapping);
  const numbers = new CaseNumbers(cells, bound);
  const facts: CaseFact[] = [];
  const without: { line: number; reason: NoFactReason }[] = [];
  const rejected: { line: number; reason: FactRejectReason; column: string }[] = [];
  let rows = 0;
  for (const row of table.rows) {
    rows += 1;
    cells.use(row);
    const { line } = row;
    if (row.broken !== undefined || !hasWidth(row, bound.width)) {
      rejected.push({ line, reason: row.broken ?? 'field-count', column: '' });
      continue;
    }
    const who = whoOf(cells, mapping);
    const about = aboutOf(cells, numbers, codes, who, byName);
    const done = typeof about === 'string' ? undefined : whatWasDone(kind, cells, bound, codes);
    if (typeof about === 'string') rejected.push({ line, reason: about, column: columnOf(about, bound) });
    else if (done === undefined) continue;
    else if ('rejected' in done)
      rejected.push({ line, reason: done.rejected, column: bound.byField.get(done.field)?.label ?? '' });
    else if ('without' in done) without.push({ line, reason: done.without });
    else facts.push({ line, who, columns: { ...about, ...done.says, source: `${name} line ${line} (${kind})` } });
  }
  const notes = [...cells.notes, ...numbers.notes()].sort((a, b) => a.line - b.line);
  const account = { rows, facts: facts.length, without: without.length, rejected: rejected.length };
  return { facts, without, rejected, notes, unusedColumns: bound.unused, account };
}

/** Whose and which count. A key that cannot be read is not left out: the fact would then speak of more counts than were meant. */
function aboutOf(
  cells: RowCells,
  numbers: CaseNumbers,
  codes: CourtCodes,
  { cii, subjectId, name, birthDate }: ListedPerson,
  byName: boolean,
): CaseFact['columns'] | FactRejectReason {
  const numbered = cii !== '' || subjectId !== '';
  if (!numbered && !byName) return 'no-number-of-the-person';
  const number = numbers.read();
  if (!numbered && (name === '' || (birthDate <= 0 && !number.lost && number.text === ''))) return 'nobody-named';
  if (number.lost) return 'case-number-lost';
  const charge = codes.charge(cells.text('charge'), cells.text('code'));
  const read = charge === '' ? undefined : readCharge(/[A-Za-z]{2}/.test(charge) ? charge : `${charge} HS`);
  const [offence] = read?.offences ?? [];
  if (read && (read.offences.length !== 1 || !offence)) return 'charge-not-one-section';
  const convictedOn = cells.date('conviction-date');
  if (convictedOn < 0) return 'day-not-readable';
  const order = cells.text('count-order').replace(/\D/g, '');
  const about = {
    cii,
    subject_id: subjectId,
    case_number: number.text,
    // The earlier tools' files leave out the last three digits; the first is never zero.
    count: order.length < 9 ? order : order.padEnd(12, '0'),
    section: offence ? printCitation({ ...offence, qualifiers: [] }) : '',
    conviction_date: isFullDate(convictedOn) ? printDate(convictedOn) : '',
  };
  const { case_number, count, section, conviction_date } = about;
  return [case_number, count, section, conviction_date].every((each) => each === '') ? 'no-case' : about;
}

function whoOf(cells: RowCells, mapping: Mapping): ListedPerson {
  return {
    cii: cells.text('cii').toUpperCase(),
    subjectId: cells.text('person-number'),
    name: nameOf(cells, mapping),
    birthDate: Math.max(0, cells.date('birth-date')),
    sex: cells.text('sex').toUpperCase(),
    county: (cells.text('county') || (mapping.county ?? '')).toUpperCase(),
  };
}

const COLUMN_OF: Readonly<Partial<Record<FactRejectReason, Field>>> = {
  'case-number-lost': 'case-number',
  'charge-not-one-section': 'charge',
  'day-not-readable': 'conviction-date',
};

function columnOf(reason: FactRejectReason, { byField }: BoundColumns): string {
  const field = COLUMN_OF[reason];
  return field === undefined ? '' : (byField.get(field)?.label ?? '');
}
