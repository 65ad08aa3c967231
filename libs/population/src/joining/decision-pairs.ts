import { decisionsInForce, type JoinDecision } from '@clearway/identity';
import { type RecordSpool } from './record-spool';

/** Pairs of records that somebody joined by a decision that holds, and that are both there. */
export function decisionPairs(records: RecordSpool, decisions: readonly JoinDecision[]): (readonly [number, number])[] {
  if (decisions.length === 0) return [];
  const joins = decisionsInForce(decisions).filter(({ kind }) => kind === 'joined');
  const wanted = new Set(joins.flatMap((decision) => decision.records));
  const places = new Map<string, number>();
  let place = 0;
  for (const { id } of records.records()) {
    if (wanted.has(id)) places.set(id, place);
    place++;
  }
  return joins.flatMap(({ records: [one, other] }): (readonly [number, number])[] => {
    const [first, second] = [places.get(one), places.get(other)];
    return first === undefined || second === undefined ? [] : [[first, second]];
  });
}
