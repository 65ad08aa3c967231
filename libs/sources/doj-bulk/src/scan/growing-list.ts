/** A list of numbers in a typed array that grows: far smaller than an array of numbers or objects. */
export class GrowingList<List extends Float64Array | Uint32Array | Int32Array> {
  length = 0;

  constructor(
    private list: List,
    private readonly make: (size: number) => List,
  ) {}

  push(value: number): void {
    if (this.length === this.list.length) {
      const larger = this.make(Math.max(64, Math.ceil(this.length * 1.5)));
      larger.set(this.list as never);
      this.list = larger;
    }
    this.list[this.length++] = value;
  }

  at(index: number): number {
    return this.list[index]!;
  }

  set(index: number, value: number): void {
    this.list[index] = value;
  }

  /** What was pushed, without a copy. */
  view(): List {
    return this.list.subarray(0, this.length) as List;
  }
}

export const growingFloats = () => new GrowingList(new Float64Array(64), (size) => new Float64Array(size));
export const growingCounts = () => new GrowingList(new Uint32Array(64), (size) => new Uint32Array(size));
export const growingIndexes = () => new GrowingList(new Int32Array(64), (size) => new Int32Array(size));
