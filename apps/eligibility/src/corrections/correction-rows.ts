import { type CorrectionState, type CorrectionView } from '@clearway/contracts';
import { type CorrectionEvent, correctionsInForce, printDate, undoneCorrections } from '@clearway/record';
import { eventsLeft, STORED_EVENT, type StoredEvent } from '../recorded/recorded-event';

/** A row of `correction` as it is read. */
export interface StoredCorrection extends StoredEvent {
  readonly what: CorrectionView['what'];
  readonly person: string | null;
}

export const STORED_CORRECTION = `${STORED_EVENT}, what, person`;

/** The events that are left, in their order. */
export function correctionEvents(rows: readonly StoredCorrection[]): CorrectionEvent[] {
  return eventsLeft(rows);
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
