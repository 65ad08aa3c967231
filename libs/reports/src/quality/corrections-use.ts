import {
  type AppliedCorrection,
  type Correction,
  type CorrectionEvent,
  correctionsInForce,
  printDate,
  undoneCorrections,
} from '@clearway/record';
import { type DecidedPerson } from '@clearway/rules';
import { BYTE_ORDER_MARK, csvRow, safeCell } from '@clearway/spreadsheets';
import { type CorrectionsCounts } from '../run/reported-run';

const COLUMNS = [
  'id',
  'state',
  'person',
  'count',
  'field',
  'recorded_then',
  'value',
  'evidence',
  'by',
  'on',
  'recorded_by',
  'recorded_at',
];

/** Sees every decided person once, in any order, and tells what became of each correction. */
export class CorrectionsUse {
  private readonly states = new Map<string, AppliedCorrection['state']>();

  add({ corrections = [] }: Pick<DecidedPerson, 'corrections'>): void {
    for (const { id, state } of corrections) this.states.set(id, state);
  }

  counts(corrections: readonly Correction[]): CorrectionsCounts {
    const states = corrections.map(({ id }) => this.states.get(id) ?? 'no-such-place');
    const of = (state: AppliedCorrection['state']): number => states.filter((each) => each === state).length;
    const impossible = of('impossible');
    const counts = { inForce: states.length, used: of('used'), stale: of('stale'), unmatched: of('no-such-place') };
    return impossible === 0 ? counts : { ...counts, impossible };
  }

  /** `corrections.csv`: every event and what became of it in this run; `undone`, `replaced` by a later one, `recorded` (an undo). */
  csv(events: readonly CorrectionEvent[]): string {
    const undone = undoneCorrections(events);
    const inForce = new Set(correctionsInForce(events).map(({ id }) => id));
    const stateOf = ({ id, event }: CorrectionEvent): string => {
      if (undone.has(id)) return 'undone';
      if (event.what === 'undo') return 'recorded';
      return inForce.has(id) ? (this.states.get(id) ?? 'no-such-place') : 'replaced';
    };
    const rows = events.map((each) => [
      each.id,
      stateOf(each),
      ...contentCells(each),
      each.by,
      printDate(each.on),
      each.recordedBy,
      each.recordedAt,
    ]);
    return BYTE_ORDER_MARK + [COLUMNS, ...rows].map((cells) => csvRow(cells.map(safeCell))).join('');
  }
}

function contentCells({ event }: CorrectionEvent): readonly string[] {
  if (event.what === 'undo') return ['', '', 'undo', event.of, '', event.reason];
  const { person, key, field, was, value, evidence } = event;
  return [person, key, field, was, value, evidence];
}
