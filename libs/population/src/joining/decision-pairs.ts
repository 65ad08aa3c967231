import { decisionsInForce, type JoinDecision } from '@clearway/identity';
import { type RecordSpool } from './record-spool';

/** Which of the records that decisions name are there, by their ids. */
export function decidedRecords(records: RecordSpool, decisions: readonly JoinDecision[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  if (decisions.length === 0) return places;
  const wanted = new Set(decisions.flatMap((decision) => decision.records));
  let place = 0;
  for (const { id } of records.records()) {
    if (wanted.has(id)) places.set(id, place);
    place++;
  }
  return places;
}

/** Pairs of records that somebody joined by a decision that holds, and that are both there. */
export function joinedByDecision(
  places: ReadonlyMap<string, number>,
  decisions: readonly JoinDecision[],
): (readonly [number, number])[] {
  return decisionsInForce(decisions).flatMap(({ kind, records: [one, other] }): (readonly [number, number])[] => {
    const [first, second] = [places.get(one), places.get(other)];
    return kind !== 'joined' || first === undefined || second === undefined ? [] : [[first, second]];
  });
}
