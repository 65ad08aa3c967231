import { Lists } from './columns';
import { type RecordTable } from './record-table';

/**
 * Records that numbers have joined, as units: what the model compares. Units stand in the order of their records' ids, so
 * that nothing that follows depends on the order in which files came.
 */
export class UnitTable {
  readonly members = new Lists();
  readonly names = new Lists();
  readonly births = new Lists();
  readonly cases = new Lists();
  readonly listedCases = new Lists();
  readonly ssns = new Lists();
  /** 0 of a unit without a CII, and of one whose CII is doubted: that is no number of it. */
  readonly cii: Int32Array;
  /** The CII that stands on the unit's records and that name and birth date say is somebody else's; else 0. */
  readonly doubtedCii: Int32Array;
  /** 0 when it is not said or said both ways. */
  readonly sex: Uint8Array;
  readonly unitOf: Int32Array;

  /** @param groups the records of each unit @param doubted units whose CII is doubted @param sharedSsns SSN hashes that stand on several people: they tell nothing */
  constructor(
    readonly records: RecordTable,
    groups: readonly (readonly number[])[],
    sharedSsns: ReadonlySet<number>,
    doubted: ReadonlySet<number> = new Set(),
  ) {
    this.cii = new Int32Array(groups.length);
    this.doubtedCii = new Int32Array(groups.length);
    this.sex = new Uint8Array(groups.length);
    this.unitOf = new Int32Array(records.length);
    groups.forEach((group, unit) => {
      let sex = 0;
      for (const record of group) {
        this.unitOf[record] = unit;
        this.members.add(record);
        if (records.cii.at(record) !== 0)
          (doubted.has(unit) ? this.doubtedCii : this.cii)[unit] = records.cii.at(record);
        sex |= records.sex.at(record);
      }
      this.sex[unit] = sex === 3 ? 0 : sex;
      this.members.close();
      gather(group, records.nameLists, this.names);
      gather(group, records.birthLists, this.births);
      gather(group, records.caseLists, this.cases);
      gather(group, records.listedCases, this.listedCases);
      const ssns = new Set(group.map((record) => records.ssn.at(record)));
      for (const ssn of ssns) if (ssn !== 0 && !sharedSsns.has(ssn)) this.ssns.add(ssn);
      this.ssns.close();
    });
  }

  get length(): number {
    return this.members.length;
  }

  /** The CII that stands on the records of a unit, doubted or not. */
  numberOf(unit: number): number {
    return this.cii[unit] || (this.doubtedCii[unit] as number);
  }

  /** Two people by the numbers that the state gave them. */
  areTwoNumbers(one: number, other: number): boolean {
    const [a, b] = [this.cii[one], this.cii[other]];
    return a !== 0 && b !== 0 && a !== b;
  }

  /** Is a doubted number in the way of these two being one person: the number that both carry, or two of which one is doubted? */
  isNumberDoubted(one: number, other: number): boolean {
    if (this.doubtedCii[one] === 0 && this.doubtedCii[other] === 0) return false;
    return one !== other && this.numberOf(one) !== 0 && this.numberOf(other) !== 0;
  }

  /** The record of a unit that people are shown: the first that says most of whom it is of. A row of a list may be a number alone. */
  shown(unit: number): number {
    const { nameLists, birthLists } = this.records;
    const said = (lists: Lists, record: number): number => (lists.end(record) > lists.start(record) ? 1 : 0);
    let [best, most] = [this.members.item(this.members.start(unit)), -1];
    for (let at = this.members.start(unit); at < this.members.end(unit); at++) {
      const record = this.members.item(at);
      const says = said(nameLists, record) * 2 + said(birthLists, record);
      if (says > most) [best, most] = [record, says];
    }
    return best;
  }
}

/** Every value of the group's lists once. */
function gather(group: readonly number[], from: Lists, to: Lists): void {
  const seen = new Set<number>();
  for (const record of group) {
    for (let at = from.start(record); at < from.end(record); at++) {
      const value = from.item(at);
      if (seen.has(value)) continue;
      if (group.length > 1 || from.end(record) - from.start(record) > 1) seen.add(value);
      to.add(value);
    }
  }
  to.close();
}
