type Numbers = Float64Array | Uint32Array | Int32Array | Uint16Array;

/** A list of numbers in as few bytes as their kind has. */
export class GrowingNumbers<Kind extends Numbers> {
  length = 0;
  private numbers: Kind;

  /** `of` makes an array of so many. */
  constructor(private readonly of: (length: number) => Kind) {
    this.numbers = of(16);
  }

  /** Gives the place of the number. */
  push(value: number): number {
    if (this.length === this.numbers.length) {
      const more = this.of(Math.ceil(this.length * 1.5));
      more.set(this.numbers);
      this.numbers = more;
    }
    this.numbers[this.length] = value;
    return this.length++;
  }

  at(index: number): number {
    return this.numbers[index]!;
  }

  set(index: number, value: number): void {
    this.numbers[index] = value;
  }
}
