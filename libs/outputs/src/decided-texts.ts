import { type History } from '@clearway/record';
import {
  defectRows,
  DefectWriter,
  type LeftOut,
  ReviewWriter,
  Tally,
  type TallyJson,
  TraceWriter,
  reviewRows,
} from '@clearway/reports';
import { type DecidedPerson, rulesOf } from '@clearway/rules';
import { type OutputsRun } from './outputs-run';

/** Rows of one or more people for the files that are written while people come, and how many. */
export interface DecidedRows {
  readonly review: string;
  readonly traces: string;
  /** Of `data_quality_rows.csv`. */
  readonly quality: string;
  readonly reviewRows: number;
  readonly traceRows: number;
  readonly qualityRows: number;
}

/**
 * What is written of decided people beside their rows: `review.csv`, `traces.csv`, `data_quality_rows.csv` and the tally. Threads keep one each:
 * their rows are put together in the order of the people, their tallies are merged in any order.
 */
export class DecidedTexts {
  private readonly reviewWriter: ReviewWriter;
  private readonly traceWriter: TraceWriter;
  private readonly defectWriter: DefectWriter;
  private readonly counted: Tally;

  constructor(run: Pick<OutputsRun, 'asOf' | 'policy'>, fileNames: readonly string[]) {
    this.reviewWriter = new ReviewWriter(run.policy, fileNames);
    this.traceWriter = new TraceWriter(rulesOf(run.policy).map(({ code }) => code));
    this.defectWriter = new DefectWriter(fileNames);
    this.counted = new Tally(run.asOf);
  }

  /** First rows of the files. */
  heads(): Pick<DecidedRows, 'review' | 'traces' | 'quality'> {
    return {
      review: this.reviewWriter.header(),
      traces: this.traceWriter.header(),
      quality: this.defectWriter.header(),
    };
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
      quality: this.defectWriter.rowsOf(person),
      qualityRows: defectRows(person),
    };
  }

  tally(): TallyJson {
    return this.counted.toJSON();
  }
}
