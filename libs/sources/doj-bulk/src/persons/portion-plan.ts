import { GrowingList } from '../scan/growing-list';

/** Rows of a person that were left out of the history, and the counts that they make. */
export interface PassedOver {
  readonly rows: number;
  readonly counts: number;
}

/** What is to be done with one person's rows of a portion. Places are those of the memory: the number of the row in the portion. */
export interface StretchPlan {
  /** Byte of the portion at which the first row begins, and its line, from 0. */
  readonly from: number;
  readonly line: number;
  readonly firstRow: number;
  /** The edges of all rows were set aside; otherwise each must be looked at again. */
  readonly near: boolean;
  /** Some of these are copies in UTF-8 (`StretchMemory.keepRewritten`): the rows do not stand one behind the other. */
  readonly rewritten: boolean;
  readonly passedOver: PassedOver;
  /** Places of the rows to read: of pairs of first and behind the last those from `firstPair` to before `endPair`. */
  readonly firstPair: number;
  readonly endPair: number;
}

/** A plan as it goes from thread to thread. */
export interface PlanData {
  readonly rows: number;
  readonly stretches: Int32Array;
  readonly pairs: Int32Array;
}

const NUMBERS = 7;
const NEAR = 3;
/** How the rows are set aside. */
const APART = 0;
const IN_FILE = 1;
const REWRITTEN = 2;
const ROWS = 4;
const COUNTS = 5;
const END_PAIR = 6;

/** Says of each person of a portion which rows must be read, so that another thread need not look at the rest. */
export class PortionPlan {
  private readonly stretches = growing();
  private readonly pairs = growing();
  private at = 0;

  /** A plan without anything. */
  clear(): void {
    this.stretches.length = 0;
    this.pairs.length = 0;
  }

  begin(from: number, line: number, firstRow: number): void {
    const { stretches } = this;
    this.at = stretches.length;
    for (const number of [from, line, firstRow, IN_FILE, 0, 0, this.pairs.length]) stretches.push(number);
  }

  /** Of the person begun last not all edges could be set aside. */
  apart(): void {
    this.stretches.set(this.at + NEAR, APART);
  }

  /** A row of the person begun last was set aside as a copy in UTF-8. */
  rewritten(): void {
    this.stretches.set(this.at + NEAR, REWRITTEN);
  }

  read(first: number, end: number): void {
    const { pairs } = this;
    // Cycles that stand one behind the other are one piece.
    if (pairs.length > this.firstPair() && pairs.at(pairs.length - 1) === first) pairs.set(pairs.length - 1, end);
    else {
      pairs.push(first);
      pairs.push(end);
    }
    this.stretches.set(this.at + END_PAIR, pairs.length);
  }

  passOver(rows: number, counts: number): void {
    const { stretches, at } = this;
    stretches.set(at + ROWS, stretches.at(at + ROWS) + rows);
    stretches.set(at + COUNTS, stretches.at(at + COUNTS) + counts);
  }

  /** What was planned; a stretch of no rows stands at its end. `rows`: rows of the portion; `length`: its bytes. */
  data(rows: number, length: number): PlanData {
    this.begin(length, 0, rows);
    return { rows, stretches: this.stretches.view().slice(), pairs: this.pairs.view().slice() };
  }

  private firstPair(): number {
    return this.at === 0 ? 0 : this.stretches.at(this.at - NUMBERS + END_PAIR);
  }
}

export function stretchPlan({ stretches }: PlanData, index: number): StretchPlan {
  const at = index * NUMBERS;
  return {
    from: stretches[at]!,
    line: stretches[at + 1]!,
    firstRow: stretches[at + 2]!,
    near: stretches[at + NEAR] !== APART,
    rewritten: stretches[at + NEAR] === REWRITTEN,
    passedOver: { rows: stretches[at + ROWS]!, counts: stretches[at + COUNTS]! },
    firstPair: index === 0 ? 0 : stretches[at - NUMBERS + END_PAIR]!,
    endPair: stretches[at + END_PAIR]!,
  };
}

const growing = (): GrowingList<Int32Array> => new GrowingList(new Int32Array(64), (size) => new Int32Array(size));
