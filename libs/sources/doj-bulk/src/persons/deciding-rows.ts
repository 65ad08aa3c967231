import { type StretchMemory } from '../bytes/stretch-memory';
import { type RowReader } from '../rows/row-reader';
import { type PortionPlan } from './portion-plan';

/** What divides a CNT_ORDER into the cycle on one side, and step and count on the other. */
const COUNTS_OF_CYCLE = 1_000_000_000;
/** The same for the step and the count. */
const COUNTS_OF_STEP = 1_000_000;

/**
 * Rows of one person that stand together, most of which need not be read. What is asked of a history are its convictions, with
 * the whole cycle that each stands in (the arrest says the day of the offense, the other counts whether the case falls), its
 * notes, its registrations, what is about the person, and its problems. A cycle none of whose rows has a sign of those
 * (`RowReader.signs`) is left out, whole; of the others bare counts are left out (`BareCounts`). The first row has a sign. What is
 * left out is counted.
 *
 * Where order and subject are not those of one person's plain record, nothing is left out.
 */
export class DecidingRows {
  /** Places of the person's rows in the memory: the first, and the one behind the last. */
  private first = 0;
  private end = 0;
  /** The rows are not in the order of one subject's counts. */
  private mixed = false;
  private subjectId = '';

  constructor(
    private readonly rows: RowReader,
    private readonly memory: StretchMemory,
  ) {}

  /** Another person, whose first row is set aside at `first`. */
  begin(first: number): void {
    this.first = first;
    this.end = first;
    this.mixed = false;
  }

  /** The row on which the reader stands; its edges were set aside in the memory, behind the row before. */
  add(): void {
    const { rows, memory } = this;
    const index = this.end++;
    if (index === this.first) this.subjectId = rows.subjectId;
    else if (rows.order < memory.orderOf(index - 1) || rows.subjectId !== this.subjectId) this.mixed = true;
    // `signs` is asked about every row: it remembers what the row before said.
    memory.note(index, rows.line, rows.order, rows.signs() || index === this.first);
  }

  /** Adds rows that follow the one added last and are plain, `most` at most; gives how many. */
  addPlain(most: number): number {
    const passed = this.rows.pass(this.memory, this.end, most);
    this.end += passed;
    return passed;
  }

  /** Nothing follows of this person: says in the plan which rows are to be read, and what is passed over. */
  finish(plan: PortionPlan): void {
    const { memory, first: from, end } = this;
    if (this.mixed) {
      plan.read(from, end);
      return;
    }
    for (let first = from; first < end; ) {
      let order = memory.orderOf(first);
      const behind = (Math.floor(order / COUNTS_OF_CYCLE) + 1) * COUNTS_OF_CYCLE;
      let sign = memory.signOf(first);
      let counts = 1;
      let next = first + 1;
      for (; next < end; next++) {
        const following = memory.orderOf(next);
        if (following >= behind) break;
        sign |= memory.signOf(next);
        if (following !== order) counts++;
        order = following;
      }
      if (sign === 1) this.planCycle(plan, first, next);
      else plan.passOver(next - first, counts);
      first = next;
    }
  }

  /** A cycle that decides, in the rows `[first, end)`. */
  private planCycle(plan: PortionPlan, first: number, end: number): void {
    let from = first;
    for (let index = first + 1; index < end; index++) {
      if (!this.isBare(index, end)) continue;
      if (from < index) plan.read(from, index);
      plan.passOver(1, 1);
      from = index + 1;
    }
    if (from < end) plan.read(from, end);
  }

  /** Is the row all of a bare count? Then the count before is of the same step, and stands for the two. */
  private isBare(index: number, end: number): boolean {
    const { memory } = this;
    if (memory.signOf(index) === 1 || !memory.isSameNumbers(index)) return false;
    const order = memory.orderOf(index);
    const before = memory.orderOf(index - 1);
    if (order === before || Math.floor(order / COUNTS_OF_STEP) !== Math.floor(before / COUNTS_OF_STEP)) return false;
    if (index + 1 < end && memory.orderOf(index + 1) === order) return false;
    return this.rows.isBare(memory, index);
  }
}
