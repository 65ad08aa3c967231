import { type DecisionState, type DecisionView } from '@clearway/contracts';
import { printDate } from '@clearway/record';
import { type DecisionEvent, isJoin, whatOf } from '@clearway/review';
import { eventsLeft, STORED_EVENT, type StoredEvent } from '../recorded/recorded-event';

/** A row of `case_decision` as it is read. */
export interface DecisionRow extends StoredEvent {
  readonly kind: string;
  readonly person: string | null;
  readonly other_person: string | null;
}

export const DECISION_ROW = `${STORED_EVENT}, kind, person, other_person`;

/** The events that are left, in their order. */
export function eventsOf(rows: readonly DecisionRow[]): DecisionEvent[] {
  return eventsLeft(rows);
}

export function eventOf(line: string): DecisionEvent {
  return JSON.parse(line) as DecisionEvent;
}

/** Is the event, or what it undoes, about two records? Keys of counts have a colon, ids of questions have none. */
export function isAboutRecords({ key }: Pick<DecisionEvent, 'key'>): boolean {
  return !key.includes(':');
}

/** The second person of an event about two records; of an undo that of the event which it takes back, by its id. */
export function otherPersonOf({ decision }: DecisionEvent, others: ReadonlyMap<string, string | null>): string | null {
  if (isJoin(decision)) return decision.people[1];
  return decision.kind === 'undo' ? (others.get(decision.of) ?? null) : null;
}

export function viewOf(row: DecisionRow, states: ReadonlyMap<string, DecisionState>): DecisionView {
  const { id, seq, kind, run, line, hash, recorded_by: recordedBy, recorded_at: at } = row;
  const always = { id, seq, kind, run, recordedBy, recordedAt: at.toISOString(), hash };
  if (line === null) {
    const nothing = { person: null, conviction: null, pair: null, people: [], what: null, by: null, on: null };
    return { ...always, state: 'destroyed', ...nothing };
  }
  const event = eventOf(line);
  const ofRecords = isAboutRecords(event);
  return {
    ...always,
    state: states.get(id) ?? 'recorded',
    person: event.person,
    conviction: ofRecords ? null : event.key,
    pair: ofRecords ? event.key : null,
    people: [...new Set([row.person, row.other_person].filter((each) => each !== null))],
    what: whatOf(event),
    by: event.by,
    on: printDate(event.on),
  };
}
