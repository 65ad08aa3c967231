import { type FactsProblem } from './errors';
import { type FactsRow } from './facts-row';
import { type FactsColumn, readFactsRow } from './read-facts-row';

/** A row of a list of what already happened, with the columns of a facts file. */
export interface DoneRow {
  readonly line: number;
  readonly columns: Readonly<Partial<Record<FactsColumn, string>>>;
}

/** A row of a list or facts file that says nothing that could be used, and what to do. */
export interface UnreadRow {
  /** Index of the file among the facts files and lists of the run. */
  readonly file: number;
  readonly line: number;
  /** Stable code. */
  readonly reason: string;
  readonly cure: string;
}

/** Rows of a list as rows of a facts file, each about one conviction where it names a section, a day or a count; what is wrong with others. */
export function factsRowsOf(
  list: readonly DoneRow[],
  file: number,
): { readonly rows: readonly FactsRow[]; readonly unread: readonly UnreadRow[] } {
  const unread: UnreadRow[] = [];
  const rows = list.flatMap(({ line, columns }): readonly FactsRow[] => {
    const problems: FactsProblem[] = [];
    const row = readFactsRow((column) => (columns[column] ?? '').trim(), file, line, problems, true);
    const [problem] = problems;
    if (problem) unread.push({ file, line, reason: 'not-understood', cure: `${problem.column}: ${problem.cure}` });
    if (!row) return [];
    const caseWritten = (columns.case_number ?? '').trim();
    const written = caseWritten === '' ? row : { ...row, caseWritten };
    const ofCase = row.section === undefined && row.count === '' && row.convictedOn === 0;
    return [ofCase ? written : { ...written, ofOne: true }];
  });
  return { rows, unread };
}
