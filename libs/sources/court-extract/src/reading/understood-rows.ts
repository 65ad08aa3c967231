import { type RowFacts } from '@clearway/record';
import { type CourtExtract } from './court-extract';

/** One row of the file as it was understood. */
export interface UnderstoodRow {
  readonly line: number;
  readonly counts: readonly RowFacts[];
}

/** The first rows that were used, in the order of the file. */
export function understoodRows({ usedRows }: CourtExtract, most: number): readonly UnderstoodRow[] {
  const rows: UnderstoodRow[] = [];
  if (most <= 0) return rows;
  for (const counts of usedRows) {
    rows.push({ line: counts[0]?.facts.line ?? 0, counts: counts.map(({ facts }) => facts) });
    if (rows.length >= most) break;
  }
  return rows;
}
