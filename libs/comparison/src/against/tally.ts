import { ageBand, raceOf } from '../two-sides/side';
import { decadeOf, sectionOf } from '../two-sides/tally';
import { type AgainstConviction, type AgainstPerson } from './compare-old';

export type OwedBy = 'section' | 'decade' | 'age' | 'race';
export interface OwedCount {
  all: number;
  owed: number;
}

/** Counts what old results and the statute of today say of each other; numbers only. */
export class AgainstTally {
  readonly classes = new Map<string, OwedCount>();
  readonly causes = new Map<string, OwedCount & { readonly words: string }>();
  /** `old determination|outcome now` -> convictions; 'not listed' on either side. */
  readonly thenAndNow = new Map<string, number>();
  readonly dateMissing = new Map<string, number>();
  readonly owedReliefs = new Map<string, number>();
  readonly by: Readonly<Record<OwedBy, Map<string, OwedCount>>> = {
    section: new Map(),
    decade: new Map(),
    age: new Map(),
    race: new Map(),
  };
  readonly people = { decided: 0, owed: 0, owedDeceased: 0, dateMissing: 0 };
  listed = 0;
  inBoth = 0;

  constructor(private readonly asOf: number) {}

  add({ history, person, convictions }: AgainstPerson): void {
    for (const each of convictions) this.addConviction(each);
    if (person.convictions.length === 0) return;
    const owed = convictions.some((each) => each.owed);
    this.people.decided += 1;
    if (owed) this.people.owed += 1;
    if (owed && person.deceased) this.people.owedDeceased += 1;
    if (convictions.some((each) => each.dateMissing)) this.people.dateMissing += 1;
    count(this.by.age, ageBand(history.birthDates, this.asOf), owed);
    count(this.by.race, raceOf(history), owed);
  }

  addConviction(each: AgainstConviction): void {
    const { old, now, owed, cause, filed } = each;
    count(this.classes, each.class, owed);
    const causes = this.causes.get(cause.code) ?? { all: 0, owed: 0, words: cause.words };
    causes.all += 1;
    if (owed) causes.owed += 1;
    this.causes.set(cause.code, causes);
    const then =
      old === undefined
        ? 'Not listed'
        : old.determination === ''
          ? 'Listed without a determination'
          : old.determination;
    increase(this.thenAndNow, `${then}|${now?.determination.outcome ?? 'not-listed'}`);
    if (each.dateMissing) increase(this.dateMissing, each.class);
    if (owed) increase(this.owedReliefs, filed);
    if (!now) return;
    this.listed += 1;
    if (old) this.inBoth += 1;
    count(this.by.section, sectionOf(now), owed);
    count(this.by.decade, decadeOf(now), owed);
  }
}

function count(counts: Map<string, OwedCount>, key: string, owed: boolean): void {
  const row = counts.get(key) ?? { all: 0, owed: 0 };
  row.all += 1;
  if (owed) row.owed += 1;
  counts.set(key, row);
}

function increase(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
