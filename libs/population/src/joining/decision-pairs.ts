import { decisionsInForce, type JoinDecision } from '@clearway/identity';
import { type RecordSpool } from './record-spool';

/** Places of the records that decisions are about, by their ids; those that no file has are not there. */
export function decidedRecords(records: RecordSpool, decisions: readonly JoinDecision[]): ReadonlyMap<string, number> {
  const wanted = new Set(decisions.flatMap((decision) => decision.records));
  const places = new Map<string, number>();
  if (wanted.size === 0) return places;
  let place = 0;
  for (const { id } of records.records()) {
    if (wanted.has(id)) places.set(id, place);
    place++;
  }
  return places;
}

/** Pairs of records that somebody joined by a decision that holds, and that are both there. */
export function decisionPairs(
  places: ReadonlyMap<string, number>,
  decisions: readonly JoinDecision[],
): (readonly [number, number])[] {
  const joins = decisionsInForce(decisions).filter(({ kind }) => kind === 'joined');
  return joins.flatMap(({ records: [one, other] }): (readonly [number, number])[] => {
    const [first, second] = [places.get(one), places.get(other)];
    return first === undefined || second === undefined ? [] : [[first, second]];
  });
}
