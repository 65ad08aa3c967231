import { type RowPlace } from '../../table/table-row';
import { GrowingNumbers } from './growing-numbers';

/** A used row: where it stands in the file, and the numbers of its counts, each once, in the order of the row. */
export interface KeptRow {
  readonly place: RowPlace;
  readonly counts: readonly number[];
  /** What each of the counts is of, as the caller numbers charges. */
  readonly charges: readonly number[];
  /** Has each of them the number that the court wrote? */
  readonly asWritten: readonly boolean[];
}

/** A count of a row: its number in the case, and what it is of. */
export interface KeptCount {
  readonly number: number;
  readonly charge: number;
  /** The number is the one that the court wrote. */
  readonly asWritten: boolean;
}

const NONE = -1;

/** Places of used rows by case, in some 34 bytes a row; what a row says is read again when its defendant's turn comes. */
export class KeptRows {
  private readonly offsets = new GrowingNumbers((length) => new Float64Array(length));
  private readonly lengths = new GrowingNumbers((length) => new Uint32Array(length));
  private readonly lines = new GrowingNumbers((length) => new Uint32Array(length));
  private readonly rows = new GrowingNumbers((length) => new Uint32Array(length));
  /** The next row of the same case. */
  private readonly next = new GrowingNumbers((length) => new Int32Array(length));
  /** Where the numbers of a row's counts begin. */
  private readonly starts = new GrowingNumbers((length) => new Uint32Array(length));
  private readonly counts = new GrowingNumbers((length) => new Uint16Array(length));
  private readonly charges = new GrowingNumbers((length) => new Uint32Array(length));

  /** Adds a row behind the last one of its case, or -1; gives its place among the rows. */
  add({ offset, length, line, row }: RowPlace, counts: Iterable<KeptCount>, last: number): number {
    const index = this.offsets.push(offset);
    this.lengths.push(length);
    this.lines.push(line);
    this.rows.push(row);
    this.next.push(NONE);
    this.starts.push(this.counts.length);
    for (const { number, charge, asWritten } of counts) {
      this.counts.push(number);
      this.charges.push(charge * 2 + (asWritten ? 1 : 0));
    }
    if (last !== NONE) this.next.set(last, index);
    return index;
  }

  /** The rows of a case, from its first. */
  *from(first: number): Generator<KeptRow> {
    for (let index = first; index !== NONE; index = this.next.at(index)) yield this.at(index);
  }

  /** All rows, in the order of the file. */
  *inOrder(): Generator<KeptRow> {
    for (let index = 0; index < this.offsets.length; index++) yield this.at(index);
  }

  private at(index: number): KeptRow {
    const end = index + 1 < this.starts.length ? this.starts.at(index + 1) : this.counts.length;
    const counts: number[] = [];
    const charges: number[] = [];
    const asWritten: boolean[] = [];
    for (let at = this.starts.at(index); at < end; at++) {
      counts.push(this.counts.at(at));
      charges.push(this.charges.at(at) >>> 1);
      asWritten.push((this.charges.at(at) & 1) === 1);
    }
    const place = {
      row: this.rows.at(index),
      line: this.lines.at(index),
      offset: this.offsets.at(index),
      length: this.lengths.at(index),
    };
    return { place, counts, charges, asWritten };
  }
}
