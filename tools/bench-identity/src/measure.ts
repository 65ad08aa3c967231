import { type IdentityRecord, joinPeople, type JoinOptions } from '@clearway/identity';
import { linkedRecords } from './linked-people/linked-records';

/** What was joined, against who it is. Pairs are pairs of records. */
export interface Measured {
  readonly records: number;
  readonly people: number;
  /** All joined pairs, and those that no CII joins. */
  readonly precision: number;
  readonly recall: number;
  readonly precisionByModel: number;
  readonly recallByModel: number;
  readonly wrongPairs: number;
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
  const cells = new Tally();
  const clusters = new Tally();
  const truth = new Tally();
  persons.forEach((person, record) => {
    const cluster = joined.personOf[record] as number;
    const isNumbered = numbered[record] === true;
    cells.add(person * 0x4000000 + cluster, isNumbered);
    clusters.add(cluster, isNumbered);
    truth.add(person, isNumbered);
  });
  const [right, made, wanted] = [cells.pairs(), clusters.pairs(), truth.pairs()];
  return {
    records: persons.length,
    people: joined.people,
    precision: right.all / made.all,
    recall: right.all / wanted.all,
    precisionByModel: right.byModel / made.byModel,
    recallByModel: right.byModel / wanted.byModel,
    wrongPairs: made.all - right.all,
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

/** Counts members by key, and of them those with a CII, to tell pairs apart that a number joins. */
class Tally {
  private readonly all = new Map<number, number>();
  private readonly withNumber = new Map<number, number>();

  add(key: number, numbered: boolean): void {
    this.all.set(key, (this.all.get(key) ?? 0) + 1);
    if (numbered) this.withNumber.set(key, (this.withNumber.get(key) ?? 0) + 1);
  }

  pairs(): { all: number; byModel: number } {
    const sum = (counts: ReadonlyMap<number, number>): number =>
      [...counts.values()].reduce((total, count) => total + (count * (count - 1)) / 2, 0);
    const all = sum(this.all);
    return { all, byModel: all - sum(this.withNumber) };
  }
}
