import { KEPT_ROWS } from '../bytes/stretch-memory';
import { type PersonReader } from './person-rows';

/** Rows of a person that were left out of the history, and the counts that they make. */
export interface PassedOver {
  readonly rows: number;
  readonly counts: number;
}

/** Where rows that are read later stand. */
export interface Standing {
  readonly file: number;
  /** Offset in the file of the first byte of the stretch, and number and line of its first row. */
  readonly start: number;
  readonly line: number;
}

/** What divides a CNT_ORDER into the cycle on one side, and step and count on the other. */
const COUNTS_OF_CYCLE = 1_000_000_000;

/**
 * Rows of one person that stand together, most of which need not be read. What is asked of a history are its convictions, with
 * the whole cycle that each stands in (the arrest says the day of the offense, the other counts whether the case falls), its
 * notes, its registrations, what is about the person, and its problems. A cycle none of whose rows has a sign of those
 * (`RowReader.signs`) is left out, whole; the others are read as always. The first row has a sign. What is left out is counted.
 *
 * Where order and subject are not those of one person's plain record, nothing is left out.
 */
export class DecidingRows {
  private readonly orders = new Float64Array(KEPT_ROWS);
  private readonly lines = new Int32Array(KEPT_ROWS);
  private readonly signs = new Uint8Array(KEPT_ROWS);
  private seen = 0;
  private passed = 0;
  /** All rows were added to the history, and those that follow are. */
  private whole = false;
  /** The rows are not in the order of one subject's counts. */
  private mixed = false;
  private subjectId = '';

  constructor(private readonly people: PersonReader) {}

  /** The row on which the reader stands; `near` says that its edges were set aside in the memory, at the place of its turn. */
  add(near: boolean, row: number, { file, start, line }: Standing): void {
    const { rows } = this.people;
    if (this.whole || !near) {
      if (!this.whole) this.readAll(row - this.seen, { file, start, line });
      this.people.addRow(file, row, start + rows.start, line + rows.line);
      return;
    }
    const index = this.seen++;
    if (index === 0) this.subjectId = rows.subjectId;
    else if (rows.order < this.orders[index - 1]! || rows.subjectId !== this.subjectId) this.mixed = true;
    this.orders[index] = rows.order;
    this.lines[index] = rows.line;
    this.signs[index] = rows.signs() || index === 0 ? 1 : 0;
  }

  /** Nothing follows of this person: the rows that can decide are read now. `row`: number of the person's first row. */
  finish(row: number, standing: Standing): PassedOver {
    let counts = 0;
    if (this.mixed) this.readAll(row, standing);
    else counts = this.readCycles(row, standing);
    const passed = { rows: this.passed, counts };
    this.seen = 0;
    this.passed = 0;
    this.whole = false;
    this.mixed = false;
    return passed;
  }

  /** Reads each cycle that has a sign; gives how many counts the others have. */
  private readCycles(row: number, standing: Standing): number {
    const { orders, signs, seen } = this;
    let counts = 0;
    for (let first = 0; first < seen; ) {
      const cycle = Math.floor(orders[first]! / COUNTS_OF_CYCLE);
      let sign = signs[first]!;
      let ofCycle = 1;
      let end = first + 1;
      for (; end < seen && orders[end]! < (cycle + 1) * COUNTS_OF_CYCLE; end++) {
        sign |= signs[end]!;
        if (orders[end] !== orders[end - 1]) ofCycle++;
      }
      if (sign === 1) for (let index = first; index < end; index++) this.read(index, row, standing);
      else {
        counts += ofCycle;
        this.passed += end - first;
      }
      first = end;
    }
    return counts;
  }

  private readAll(row: number, standing: Standing): void {
    for (let index = 0; index < this.seen; index++) this.read(index, row, standing);
    this.seen = 0;
    this.whole = true;
  }

  private read(index: number, row: number, { file, start, line }: Standing): void {
    this.people.addRowAside(index, file, row + index, start, line + this.lines[index]!);
  }
}
