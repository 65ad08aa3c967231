import { type ReceiptAnswer } from './codes';

/**
 * A court's answer for one line, as `clearway court receipt` reads it from a CSV or JSON file. A file may answer a whole batch at
 * once (`ref` is `*`) and then name the lines that differ.
 */
export interface ReceiptLine {
  readonly batch: string;
  /** `CourtUpdateRow.ref`, or `*` for every line of the batch that the file does not name. */
  readonly ref: string;
  readonly answer: ReceiptAnswer;
  /** Day of the order or of the answer, `2026-12-01`. */
  readonly on: string;
  /** Case number as the court has it, where it says so: compared with what was filed. */
  readonly caseNumber: string;
  readonly note: string;
}
