import { type History } from '@clearway/record';
import { type LeftOut, ReviewWriter, Tally, type TallyJson, TraceWriter, reviewRows } from '@clearway/reports';
import { type DecidedPerson, rulesOf } from '@clearway/rules';
import { type OutputsRun } from './outputs-run';

/** Rows of one or more people for the two files that have one row per conviction, and how many. */
export interface DecidedRows {
  readonly review: string;
  readonly traces: string;
  readonly reviewRows: number;
  readonly traceRows: number;
}

/**
 * What is written of decided people beside their rows: `review.csv`, `traces.csv` and the tally. Threads keep one each:
 * their rows are put together in the order of the people, their tallies are merged in any order.
 */
export class DecidedTexts {
  private readonly reviewWriter: ReviewWriter;
  private readonly traceWriter: TraceWriter;
  private readonly counted: Tally;

  constructor(run: Pick<OutputsRun, 'asOf' | 'policy'>, fileNames: readonly string[]) {
    this.reviewWriter = new ReviewWriter(run.policy, fileNames);
    this.traceWriter = new TraceWriter(rulesOf(run.policy).map(({ code }) => code));
    this.counted = new Tally(run.asOf);
  }

  /** First rows of the two files. */
  heads(): { readonly review: string; readonly traces: string } {
    return { review: this.reviewWriter.header(), traces: this.traceWriter.header() };
  }

  /** Counts what was decided from; once for each person, beside `add`. See `Tally.addHistory`. */
  addHistory(history: History, leftOut?: LeftOut, file?: number): void {
    this.counted.addHistory(history, leftOut, file);
  }

  /** Counts a person and gives the rows. */
  add(person: DecidedPerson): DecidedRows {
    this.counted.add(person);
    return {
      review: this.reviewWriter.rowsOf(person),
      traces: this.traceWriter.rowsOf(person),
      reviewRows: reviewRows(person),
      traceRows: person.convictions.length,
    };
  }

  tally(): TallyJson {
    return this.counted.toJSON();
  }
}
