import { BYTE_ORDER_MARK, csvRow, safeCell } from '@clearway/spreadsheets';

/** Stands beside the outputs of a revision, and is none of the files that `run.json` lists: a run over the same files has no such list. */
export const CHANGED_DETERMINATIONS = 'changed_determinations.csv';

/** A determination on one side of a change. */
export interface ChangedSide {
  readonly person: string;
  readonly conviction: string;
  readonly outcome: string;
  readonly relief: string;
  readonly floor: string;
  readonly standing: string;
  readonly questions: readonly string[];
}

/** A conviction of which a revision says something else than the one before; one side can be missing. */
export interface ChangedDetermination {
  readonly why: string;
  readonly before: ChangedSide | null;
  readonly after: ChangedSide | null;
  readonly section: string;
  /** Place of the file in the inputs from 0, line from 1. */
  readonly source: { readonly file: number; readonly line: number };
}

const SIDE = ['outcome', 'relief', 'floor', 'standing', 'questions'] as const;

/** First row, with the mark that spreadsheet programs want. */
export function changedDeterminationsHead(): string {
  const sides = (['before', 'after'] as const).flatMap((side) => SIDE.map((column) => `${column}_${side}`));
  return (
    BYTE_ORDER_MARK + csvRow(['person', 'conviction', 'section', 'file', 'line', 'why', ...sides, 'person_before'])
  );
}

/** @param files names of the inputs in their order */
export function changedDeterminationRow(
  { why, before, after, section, source }: ChangedDetermination,
  files: readonly string[],
): string {
  const shown = after ?? before;
  const sides = [before, after].flatMap((side) =>
    SIDE.map((column) => (side === null ? '' : column === 'questions' ? side.questions.join(' ') : side[column])),
  );
  const elsewhere = before && after && before.person !== after.person ? before.person : '';
  return csvRow([
    shown?.person ?? '',
    shown?.conviction ?? '',
    section,
    safeCell(files[source.file] ?? ''),
    String(source.line),
    why,
    ...sides,
    elsewhere,
  ]);
}
