import { type IdentityRecord, joinPeople, type JoinOptions } from '@clearway/identity';
import { linkedRecords } from './linked-people/linked-records';
import { type MeasuredPairs, PairTally } from './pair-tally';

/** What was joined, against who it is. Pairs are pairs of records. */
export interface Measured extends MeasuredPairs {
  readonly people: number;
  readonly asks: number;
  readonly pairsLookedAt: number;
  /** Of the questions, how many are about one person. */
  readonly asksOfOne: number;
  readonly cappedBlocks: number;
}

export function measure(seed: number, records: number, rapSheets: boolean, options: JoinOptions = {}): Measured {
  const persons: number[] = [];
  const numbered: boolean[] = [];
  const joined = joinPeople(noted(linkedRecords(seed, records, rapSheets), persons, numbered), options);
  const pairs = new PairTally();
  persons.forEach((person, record) => {
    pairs.add(person, joined.personOf[record] as number, numbered[record] === true);
  });
  return {
    ...pairs.result(),
    people: joined.people,
    asks: joined.asks.length,
    pairsLookedAt: joined.counts.pairsLookedAt,
    asksOfOne: joined.asks.filter(({ records: [one, other] }) => persons[one] === persons[other]).length,
    cappedBlocks: joined.counts.cappedBlocks,
  };
}

function* noted(
  records: Iterable<{ person: number; record: IdentityRecord }>,
  persons: number[],
  numbered: boolean[],
): Generator<IdentityRecord> {
  for (const { person, record } of records) {
    persons.push(person);
    numbered.push(record.cii !== '');
    yield record;
  }
}
