import { type Field } from '../mapping/fields';
import { type Mapping } from '../mapping/read-mapping';
import { type CourtCodes } from '../values/court-codes';
import { type BoundColumn, type BoundColumns } from './bind-columns';
import { type CountRow, type RejectReason } from './court-extract';
import { reliefOf } from './relief-of-row';
import { type RowCells } from './row-cells';
import { type RowSays, rowFactsOf } from './row-facts-of';

/** More counts of one charge in one case are a number of another kind. */
const MOST_OF_ONE = 99;

/** The counts of a row, by the mapping's way to split them; number 0 is one that the court did not number. */
export function countsOfRow(
  says: RowSays,
  cells: RowCells,
  bound: BoundColumns,
  mapping: Mapping,
  codes: CourtCodes,
): readonly CountRow[] | RejectReason {
  const counts = countsSaid(says, cells, bound, mapping, codes);
  if (typeof counts === 'string') return counts;
  const read = says.doubtful ? counts.map((each): CountRow => ({ ...each, codeUnknown: true })) : counts;
  return says.granted === undefined ? read : [...read, ...reliefOfCounts(read, says.granted)];
}

/** Each count once more, with what was granted. */
function reliefOfCounts(counts: readonly CountRow[], granted: number): readonly CountRow[] {
  const seen = new Set<number>();
  return counts.flatMap(({ count, facts }): CountRow[] => {
    const relief = seen.has(count) ? undefined : reliefOf(facts, granted);
    seen.add(count);
    return relief ? [{ count, facts: relief }] : [];
  });
}

function countsSaid(
  says: RowSays,
  cells: RowCells,
  bound: BoundColumns,
  mapping: Mapping,
  codes: CourtCodes,
): readonly CountRow[] | RejectReason {
  if (mapping.counts === 'columns') {
    const counts = bound.counts.flatMap((each) => countsOfColumn(each, says, cells, bound, mapping, codes));
    if (counts.length === 0) return 'no-count';
    // The court numbers none of them, so each takes the next free number of its case.
    return counts.flatMap(({ offence, offenceClass, said }, index) =>
      withSentences(
        -1 - index,
        { ...said.facts, offence, offenceClass: offenceClass || said.facts.offenceClass },
        said.moreSentences,
      ).map((each): CountRow => (said.doubtful ? { ...each, codeUnknown: true } : each)),
    );
  }
  const written = cells.text('count-number');
  const number = /\d{1,3}$/.exec(written.replace(/\.0+$/, '').replace(/\D+$/, ''))?.[0];
  if (mapping.counts === 'rows' && number === undefined) return 'no-count-number';
  return withSentences(Number(number ?? 0), says.facts, says.moreSentences);
}

interface ColumnCount {
  readonly offence: string;
  readonly offenceClass: string;
  /** What the row says of this count. */
  readonly said: RowSays;
}

function countsOfColumn(
  column: BoundColumn,
  says: RowSays,
  cells: RowCells,
  bound: BoundColumns,
  mapping: Mapping,
  codes: CourtCodes,
): readonly ColumnCount[] {
  const own = column.spec.count === undefined ? undefined : bound.ofCount.get(column.spec.count);
  const offences = offencesOfColumn(column, cells, codes, own);
  if (own === undefined) return offences.map((each) => ({ ...each, said: says }));
  // A disposition without a charge is no empty place: its charge cannot be read.
  const isLeft =
    offences.length === 0 && own.own.some((each) => SAYS_A_COUNT.has(each.spec.as) && cells.textOf(each) !== '');
  if (offences.length === 0 && !isLeft) return [];
  const said = cells.within(own, () => rowFactsOf(cells.place, cells, own, mapping, codes));
  return (isLeft ? [{ offence: '', offenceClass: '' }] : offences).map((each) => ({ ...each, said }));
}

const SAYS_A_COUNT: ReadonlySet<Field> = new Set<Field>([
  'convicted-charge',
  'disposition',
  'disposition-code',
  'conviction-date',
  'sentence',
]);

function offencesOfColumn(
  column: BoundColumn,
  cells: RowCells,
  codes: CourtCodes,
  own: BoundColumns | undefined,
): readonly Omit<ColumnCount, 'said'>[] {
  const text = cells.textOf(column);
  if (text === '') return [];
  const { charge, cell = charge === undefined ? 'charge' : 'mark', class: offenceClass = '' } = column.spec;
  const letters = own === undefined || /[A-Z]{2}/i.test(text) ? '' : cells.within(own, () => cells.text('code'));
  const offence = cell === 'charge' ? codes.charge(text, letters) : (charge ?? '');
  if (cell === 'how-many') {
    const many = Number(text);
    if (Number.isInteger(many) && many >= 0 && many <= MOST_OF_ONE)
      return Array.from({ length: many }, () => ({ offence, offenceClass }));
  } else if (cell === 'mark' && /^(?:0|NO|N|FALSE)$/i.test(text)) return [];
  return [{ offence, offenceClass }];
}

function withSentences(count: number, facts: CountRow['facts'], more: RowSays['moreSentences']): CountRow[] {
  return [
    { count, facts },
    // The same row again, with nothing but the further part of the sentence new.
    ...more.map((each) => ({ count, facts: { ...facts, ...each } })),
  ];
}
