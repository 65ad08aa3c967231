/** Remembers small codes of pairs of numbers in a fixed memory: a newer pair takes the place of an older one. */
export class PairCache {
  private readonly keys = new Float64Array(1 << 20).fill(-1);
  private readonly codes = new Uint8Array(1 << 20);

  code(one: number, other: number, make: (one: number, other: number) => number): number {
    const [low, high] = one < other ? [one, other] : [other, one];
    const key = low * 0x4000000 + high;
    const slot = (Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> 12;
    if (this.keys[slot] === key) return this.codes[slot] as number;
    const code = make(low, high);
    this.keys[slot] = key;
    this.codes[slot] = code;
    return code;
  }
}
