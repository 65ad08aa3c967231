import { GrowingNumbers } from './growing-numbers';

const NONE = -1;
/** Cases of a defendant that are gone through one by one; of more there is a table. */
const FEW = 12;

/** The cases of defendants and which numbers of counts they have taken. */
export class CaseList {
  /** Counts of all cases. */
  counts = 0;
  private readonly keys: string[] = [];
  private readonly next = new GrowingNumbers((length) => new Int32Array(length));
  private readonly firstRow = new GrowingNumbers((length) => new Int32Array(length));
  private readonly lastRow = new GrowingNumbers((length) => new Int32Array(length));
  /** Numbers 1 to 31 by bits; the others apart. */
  private readonly taken = new GrowingNumbers((length) => new Uint32Array(length));
  private readonly moreTaken = new Map<number, Set<number>>();
  private readonly tables = new Map<number, Map<string, number>>();

  get length(): number {
    return this.keys.length;
  }

  /** The case of the key behind `first`, the first one of the defendant; -1 where there is none. */
  find(first: number, key: string): number {
    const table = this.tables.get(first);
    if (table) return table.get(key) ?? NONE;
    for (let index = first; index !== NONE; index = this.next.at(index)) if (this.keys[index] === key) return index;
    return NONE;
  }

  /** Adds the case behind `last`, or -1, as the one of that number of the defendant. */
  add(key: string, first: number, last: number, number: number): number {
    const index = this.keys.push(key) - 1;
    this.next.push(NONE);
    this.firstRow.push(NONE);
    this.lastRow.push(NONE);
    this.taken.push(0);
    if (last !== NONE) this.next.set(last, index);
    const table = this.tables.get(first);
    if (table) table.set(key, index);
    else if (number === FEW) this.tables.set(first, new Map(this.from(first).map((each) => [this.keys[each]!, each])));
    return index;
  }

  /** The cases of a defendant, from the first. */
  from(first: number): number[] {
    const found: number[] = [];
    for (let index = first; index !== NONE; index = this.next.at(index)) found.push(index);
    return found;
  }

  isTaken(index: number, number: number): boolean {
    return number < 32
      ? (this.taken.at(index) & (1 << number)) !== 0
      : (this.moreTaken.get(index)?.has(number) ?? false);
  }

  take(index: number, number: number): void {
    if (this.isTaken(index, number)) return;
    this.counts++;
    if (number < 32) {
      this.taken.set(index, this.taken.at(index) | (1 << number));
      return;
    }
    const more = this.moreTaken.get(index) ?? new Set();
    this.moreTaken.set(index, more.add(number));
  }

  rowsOf(index: number): { readonly first: number; readonly last: number } {
    return { first: this.firstRow.at(index), last: this.lastRow.at(index) };
  }

  setLastRow(index: number, row: number): void {
    if (this.firstRow.at(index) === NONE) this.firstRow.set(index, row);
    this.lastRow.set(index, row);
  }
}
