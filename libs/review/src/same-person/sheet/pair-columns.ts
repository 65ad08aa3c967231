import { createHash } from 'node:crypto';
import { type AskedAbout } from '../join-draft';

/** Heads of the sheet that asks who is one person. Of each question a row for each record, and one that compares them. */
export const PAIR_HEADS = [
  'No.',
  'Row',
  'Name',
  'Other names',
  'Born',
  'Sex',
  'CII',
  'Case numbers',
  'Convictions in it',
  'Stands in',
  'One person?',
  'Reason',
  'By',
  'On',
  'What waits for the answer',
  'Record id',
  'Code',
] as const;
export type PairHead = (typeof PAIR_HEADS)[number];

/** What nobody may change: it is what the answer is about. */
export const SHOWN_HEADS = [
  'No.',
  'Row',
  'Name',
  'Other names',
  'Born',
  'Sex',
  'CII',
  'Case numbers',
  'Convictions in it',
  'Stands in',
  'Record id',
] as const satisfies readonly PairHead[];
export type ShownHead = (typeof SHOWN_HEADS)[number];

/** The three rows of a question, in their order. */
export const ROW_NAMES = ['first', 'second', 'compared'] as const;

export const PAIR_ANSWERS = { one: 'one person', two: 'two people', open: 'cannot tell' } as const;

/** What the hidden column of each row carries. */
export interface PairRowCode {
  /** Id of the question. */
  readonly pair: string;
  /** Place of the row in its question: 0, 1, 2. */
  readonly at: number;
  /** Number of the question on the sheet, and how many there are. */
  readonly n: number;
  readonly of: number;
  /** A short hash of each cell of `SHOWN_HEADS`. */
  readonly cells: string;
  /** In the first row only. */
  readonly about?: AskedAbout;
}

/** How many questions the workbook has, in a hidden cell of its first sheet: a sheet that was taken out shows. */
export interface WorkbookCode {
  readonly pairs: number;
}

const LENGTH = 4;

/** Short hashes of cells, one behind the other; blanks and line ends, which programs change, do not count. */
export function cellHashes(texts: readonly string[]): string {
  return texts.map(cellHash).join('');
}

/** Is the text of the shown cell `column` still what was exported? */
export function isAsExported(cells: string, column: number, text: string): boolean {
  return cells.slice(column * LENGTH, (column + 1) * LENGTH) === cellHash(text);
}

function cellHash(text: string): string {
  return createHash('sha256').update(text.replace(/\s+/g, ' ').trim()).digest('hex').slice(0, LENGTH);
}
