import { hashText } from '../table/hash';
import { type RecordTable } from '../table/record-table';
import { decisionsInForce, type JoinDecision } from './join-decision';

/** Pairs of numbers, whichever comes first. */
export class PairSet {
  private readonly keys = new Set<number>();

  add(one: number, other: number): void {
    this.keys.add(pairKey(one, other));
  }

  has(one: number, other: number): boolean {
    return this.keys.size > 0 && this.keys.has(pairKey(one, other));
  }

  get size(): number {
    return this.keys.size;
  }
}

/** Two numbers below 2^26 as one. */
export function pairKey(one: number, other: number): number {
  return one < other ? one * 0x4000000 + other : other * 0x4000000 + one;
}

/** The decisions in force as pairs of records. */
export interface DecidedPairs {
  readonly joined: readonly (readonly [number, number])[];
  readonly refused: readonly (readonly [number, number])[];
  /** Decisions about a record that no file of this run has; they wait for it. */
  readonly waiting: number;
}

export function decidedPairs(records: RecordTable, decisions: readonly JoinDecision[]): DecidedPairs {
  const inForce = decisionsInForce(decisions);
  const wanted = new Set(inForce.flatMap((decision) => decision.records.map(hashText)));
  const found = new Map<number, number>();
  for (let record = 0; record < records.length && wanted.size > 0; record++) {
    if (wanted.has(records.ids.at(record))) found.set(records.ids.at(record), record);
  }
  const joined: [number, number][] = [];
  const refused: [number, number][] = [];
  let waiting = 0;
  for (const { kind, records: ids } of inForce) {
    const [one, other] = [found.get(hashText(ids[0])), found.get(hashText(ids[1]))];
    if (one === undefined || other === undefined) waiting += 1;
    else if (one !== other) (kind === 'joined' ? joined : refused).push([one, other]);
  }
  return { joined, refused, waiting };
}
