import { type CorrectionState, type CorrectionView } from '@clearway/contracts';
import { type CorrectionEvent, correctionsInForce, printDate, undoneCorrections } from '@clearway/record';

/** A row of `correction` as it is read. */
export interface StoredCorrection {
  readonly seq: number;
  readonly id: string;
  readonly run: string;
  readonly what: CorrectionView['what'];
  readonly person: string | null;
  readonly line: string | null;
  readonly hash: string;
  readonly recorded_by: string;
  readonly recorded_at: Date;
}

export const STORED_CORRECTION = 'seq, id, run, what, person, line, hash, recorded_by, recorded_at';

/** The events that are left, in their order. */
export function correctionEvents(rows: readonly StoredCorrection[]): CorrectionEvent[] {
  return rows.flatMap(({ line }) => (line === null ? [] : [JSON.parse(line) as CorrectionEvent]));
}

/** How each event stands after all of them. */
export function correctionStates(events: readonly CorrectionEvent[]): ReadonlyMap<string, CorrectionState> {
  const undone = undoneCorrections(events);
  const inForce = new Set(correctionsInForce(events).map(({ id }) => id));
  return new Map(
    events.map(({ id, event }): [string, CorrectionState] => {
      if (undone.has(id)) return [id, 'undone'];
      if (event.what === 'undo') return [id, 'recorded'];
      return [id, inForce.has(id) ? 'in-force' : 'replaced'];
    }),
  );
}

const NOTHING = {
  person: null,
  key: null,
  field: null,
  was: null,
  value: null,
  evidence: null,
  of: null,
  reason: null,
};

export function correctionView(row: StoredCorrection, states: ReadonlyMap<string, CorrectionState>): CorrectionView {
  const { id, seq, what, run, person, hash, recorded_by: recordedBy, recorded_at: at } = row;
  const always = { ...NOTHING, id, seq, what, run, recordedBy, recordedAt: at.toISOString(), hash };
  const [read] = correctionEvents([row]);
  if (!read) return { ...always, state: 'destroyed', by: null, on: null };
  const { event, by, on } = read;
  const said = { ...always, state: states.get(id) ?? 'recorded', person, by, on: printDate(on) };
  if (event.what === 'undo') return { ...said, of: event.of, reason: event.reason };
  const { key, field, was, value, evidence } = event;
  return { ...said, key, field, was, value, evidence };
}
