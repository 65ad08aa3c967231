import { type History } from '@clearway/record';

/** Rows of a person, and counts, that decide nothing and do not stand in the history that was decided. */
export interface LeftOut {
  readonly rows: number;
  readonly counts: number;
}

/** Rows, counts and people by the number of the file. Every row of a county comes through here: numbers, no tables by text. */
export class FileCounts {
  private readonly rows: number[] = [];
  private readonly counts: number[] = [];
  private readonly people: number[] = [];
  /** By file, the history of which a row was seen last: a person is one of each file. */
  private readonly seen: number[] = [];
  private histories = 0;

  /**
   * Counts a history with what was left out of it, which stands in `file`. A count of which several files have rows is one of the first.
   *
   * @returns how many counts
   */
  add({ cycles }: History, leftOut: LeftOut, file: number): number {
    this.histories++;
    let all = 0;
    if (leftOut.rows > 0) {
      this.addRows(file, leftOut.rows);
      plus(this.counts, file, leftOut.counts);
      all += leftOut.counts;
    }
    for (const cycle of cycles) {
      for (const step of cycle.steps) {
        for (const { rows } of step.counts) {
          for (const row of rows) this.addRows(row.file, 1);
          plus(this.counts, rows[0]?.file ?? 0, 1);
          all++;
        }
      }
    }
    return all;
  }

  /** Gives what was counted since the last time. */
  take(count: (table: 'rowsByFile' | 'countsByFile' | 'peopleByFile', file: string, n: number) => void): void {
    this.rows.forEach((n, file) => count('rowsByFile', String(file), n));
    this.counts.forEach((n, file) => count('countsByFile', String(file), n));
    this.people.forEach((n, file) => count('peopleByFile', String(file), n));
    this.rows.length = this.counts.length = this.people.length = 0;
  }

  private addRows(file: number, n: number): void {
    plus(this.rows, file, n);
    if (this.seen[file] === this.histories) return;
    this.seen[file] = this.histories;
    plus(this.people, file, 1);
  }
}

function plus(counts: number[], file: number, n: number): void {
  counts[file] = (counts[file] ?? 0) + n;
}
