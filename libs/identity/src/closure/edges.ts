import { IntColumn, NumberColumn } from '../table/columns';

/** `asks`: not enough evidence. `joins`: may be joined without a person. `kin`: much agrees, and they look like brothers or co-defendants. `number`: the number says same, name and birth date say different. */
export const EDGE = { asks: 0, joins: 1, kin: 2, number: 3 } as const;

/** Pairs of units that may be one person, with their odds in bits. */
export class Edges {
  readonly one = new IntColumn();
  readonly other = new IntColumn();
  readonly odds = new NumberColumn();
  /** What the pair alone gives: see EDGE. */
  readonly kind = new IntColumn();

  get length(): number {
    return this.one.length;
  }

  add(one: number, other: number, odds: number, kind: number): void {
    this.one.push(Math.min(one, other));
    this.other.push(Math.max(one, other));
    this.odds.push(odds);
    this.kind.push(kind);
  }

  /** The strongest first; equal ones by their units, so that the order of the input is never seen. */
  strongestFirst(): Int32Array {
    const order = Int32Array.from({ length: this.length }, (_, edge) => edge);
    return order.sort(
      (a, b) =>
        this.odds.at(b) - this.odds.at(a) || this.one.at(a) - this.one.at(b) || this.other.at(a) - this.other.at(b),
    );
  }
}

/** The edges at each unit. */
export class EdgesByUnit {
  private readonly starts: Int32Array;
  private readonly items: Int32Array;

  constructor(edges: Edges, units: number) {
    this.starts = new Int32Array(units + 2);
    for (let edge = 0; edge < edges.length; edge++) {
      for (const unit of [edges.one.at(edge), edges.other.at(edge)])
        this.starts[unit + 2] = (this.starts[unit + 2] as number) + 1;
    }
    for (let unit = 2; unit < this.starts.length; unit++)
      this.starts[unit] = (this.starts[unit] as number) + (this.starts[unit - 1] as number);
    this.items = new Int32Array(edges.length * 2);
    for (let edge = 0; edge < edges.length; edge++) {
      for (const unit of [edges.one.at(edge), edges.other.at(edge)]) {
        const at = this.starts[unit + 1] as number;
        this.items[at] = edge;
        this.starts[unit + 1] = at + 1;
      }
    }
  }

  at(unit: number): Int32Array {
    return this.items.subarray(this.starts[unit], this.starts[unit + 1]);
  }
}
