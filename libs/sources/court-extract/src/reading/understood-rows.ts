import { type RowFacts } from '@clearway/record';
import { type CourtExtract } from './court-extract';

/** One row of the file as it was understood. */
export interface UnderstoodRow {
  readonly line: number;
  readonly counts: readonly RowFacts[];
}

/** The first rows that were used, in the order of the file. */
export function understoodRows({ defendants }: CourtExtract, most: number): readonly UnderstoodRow[] {
  const rows = new Map<number, RowFacts[]>();
  for (const { cases } of defendants)
    for (const each of cases)
      for (const { facts } of each.rows) rows.set(facts.line, [...(rows.get(facts.line) ?? []), facts]);
  return [...rows]
    .sort(([a], [b]) => a - b)
    .slice(0, most)
    .map(([line, counts]) => ({ line, counts }));
}
