/** How well records were joined. Pairs are pairs of records. */
export interface MeasuredPairs {
  readonly records: number;
  /** All joined pairs, and those that no CII joins. */
  readonly precision: number;
  readonly recall: number;
  readonly precisionByModel: number;
  readonly recallByModel: number;
  readonly wrongPairs: number;
}

/** Counts pairs of records by who they are and by whom they were taken for. */
export class PairTally {
  private readonly cells = new Members();
  private readonly clusters = new Members();
  private readonly truth = new Members();
  private records = 0;

  /** @param numbered the record says its CII */
  add(person: number, cluster: number, numbered: boolean): void {
    this.cells.add(person * 0x4000000 + cluster, numbered);
    this.clusters.add(cluster, numbered);
    this.truth.add(person, numbered);
    this.records += 1;
  }

  result(): MeasuredPairs {
    const [right, made, wanted] = [this.cells.pairs(), this.clusters.pairs(), this.truth.pairs()];
    return {
      records: this.records,
      precision: right.all / made.all,
      recall: right.all / wanted.all,
      precisionByModel: right.byModel / made.byModel,
      recallByModel: right.byModel / wanted.byModel,
      wrongPairs: made.all - right.all,
    };
  }
}

/** Counts members by key, and of them those with a CII, to tell pairs apart that a number joins. */
class Members {
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
