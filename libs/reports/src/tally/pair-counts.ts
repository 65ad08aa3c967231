/**
 * Counts by two keys. A text of both would be made, and looked at letter by letter, for every conviction of a county; here it is made once
 * for each pair, in the end.
 */
export class PairCounts {
  private readonly counts = new Map<string | number, Map<string, number>>();

  /** @param between what stands between the two keys in the text of a pair */
  constructor(private readonly between = ' ') {}

  add(first: string | number, second: string): void {
    let counts = this.counts.get(first);
    if (!counts) {
      counts = new Map();
      this.counts.set(first, counts);
    }
    counts.set(second, (counts.get(second) ?? 0) + 1);
  }

  /** Gives what was counted since the last time, by the text of each pair. */
  take(count: (key: string, n: number) => void): void {
    for (const [first, counts] of this.counts)
      for (const [second, n] of counts) count(`${first}${this.between}${second}`, n);
    this.counts.clear();
  }
}
