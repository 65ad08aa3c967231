/** Units that are one person so far. */
export class Clusters {
  private readonly parent: Int32Array;
  /** The next unit of the same person, in a ring. */
  private readonly next: Int32Array;

  constructor(units: number) {
    this.parent = Int32Array.from({ length: units }, (_, unit) => unit);
    this.next = Int32Array.from(this.parent);
  }

  root(unit: number): number {
    let root = unit;
    while (this.parent[root] !== root) {
      this.parent[root] = this.parent[this.parent[root] as number] as number;
      root = this.parent[root] as number;
    }
    return root;
  }

  /** The lower root stays. */
  join(one: number, other: number): void {
    const [low, high] = [Math.min(this.root(one), this.root(other)), Math.max(this.root(one), this.root(other))];
    if (low === high) return;
    this.parent[high] = low;
    const after = this.next[low] as number;
    this.next[low] = this.next[high] as number;
    this.next[high] = after;
  }

  *units(of: number): Iterable<number> {
    yield of;
    for (let unit = this.next[of] as number; unit !== of; unit = this.next[unit] as number) yield unit;
  }
}
