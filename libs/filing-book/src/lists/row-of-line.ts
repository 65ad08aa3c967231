import { type CourtUpdateRow } from '@clearway/court-exchange';

/** The row of a batch's data file that a line stands for; undefined where the data of the batch are destroyed. */
export type RowOfLine = (batch: string, ref: string) => CourtUpdateRow | undefined;

/** Rows by batch and ref, indexed once. */
export function rowOfLine(
  rowsOf: (batch: string) => readonly CourtUpdateRow[] | undefined,
  batches: Iterable<string>,
): RowOfLine {
  const index = new Map(
    [...new Set(batches)].map((batch) => [batch, new Map(rowsOf(batch)?.map((row) => [row.ref, row]))]),
  );
  return (batch, ref) => index.get(batch)?.get(ref);
}
