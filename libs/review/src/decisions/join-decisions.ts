import { type JoinDecision } from '@clearway/identity';
import { type DecisionEvent, isJoin, type JoinVerdict } from './decision';
import { undoneOf } from './in-force';

/**
 * What became of a decision about two records in a run: `applied`; `waiting`, because no file of the run has one of the records;
 * `contradicted`, because something stronger says otherwise (two CIIs, another refusal).
 */
export type JoinState = 'applied' | 'waiting' | 'contradicted';

type JoinEvent = DecisionEvent & { readonly decision: JoinVerdict };

/**
 * The decisions about who is one person as identity takes them, with what takes them back. Their moments follow the order of the
 * file, whatever a clock said: the last line is the last to speak.
 */
export function joinDecisionsOf(events: readonly DecisionEvent[]): readonly JoinDecision[] {
  const found = new Map<string, JoinDecision>();
  let latest = 0;
  for (const [place, { id, decision, by, recordedAt }] of events.entries()) {
    latest = Math.max(latest, Date.parse(recordedAt) || 0);
    const made = { id, by, at: momentOf(latest, place) };
    if (isJoin(decision)) {
      const kind = decision.kind === 'same-person' ? 'joined' : 'refused';
      found.set(id, { ...made, kind, records: decision.records });
    } else if (decision.kind === 'undo') {
      const taken = found.get(decision.of);
      if (taken) found.set(id, { ...made, kind: 'undone', records: taken.records, undoes: decision.of });
    }
  }
  return [...found.values()];
}

/** ISO 8601 with the place in the file behind the milliseconds, so that no two moments are the same. */
function momentOf(milliseconds: number, place: number): string {
  return new Date(milliseconds).toISOString().replace('Z', `${String(place).padStart(9, '0')}Z`);
}

/** The decisions about who is one person that hold: of two about the same records the last one, without what was undone. */
export function joinsInForce(events: readonly DecisionEvent[]): readonly JoinEvent[] {
  const undone = undoneOf(events);
  const standing = new Map<string, JoinEvent>();
  for (const event of events) {
    if (!isJoinEvent(event) || undone.has(event.id)) continue;
    standing.delete(event.key);
    standing.set(event.key, event);
  }
  return [...standing.values()];
}

function isJoinEvent(event: DecisionEvent): event is JoinEvent {
  return isJoin(event.decision);
}

/**
 * What became of each decision that holds, by its id.
 *
 * @param personOf who a record belongs to in the run, by the record's id; undefined when no file of the run has it
 */
export function joinStatesOf(
  events: readonly DecisionEvent[],
  personOf: (record: string) => number | string | undefined,
): ReadonlyMap<string, JoinState> {
  return new Map(
    joinsInForce(events).map(({ id, decision }): [string, JoinState] => {
      const [one, other] = decision.records.map(personOf);
      if (one === undefined || other === undefined) return [id, 'waiting'];
      return [id, (one === other) === (decision.kind === 'same-person') ? 'applied' : 'contradicted'];
    }),
  );
}
