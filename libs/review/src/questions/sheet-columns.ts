import { printChecked, readChecked } from './checked-code';

/** Heads of the sheet with one row for each group of questions. */
export const GROUP_HEADS = [
  'Group',
  'People helped',
  'People',
  'Convictions',
  'Question',
  'Look in',
  'What follows from each answer',
  'Answer for all',
  'Who',
  'When',
  'Code',
] as const;
/** Heads of the sheet with one row for each conviction and question. */
export const CONVICTION_HEADS = [
  'Group',
  'Name',
  'CII',
  'Subject ID',
  'Citation',
  'Charge',
  'Grade',
  'Date of conviction',
  'Court',
  'Case number',
  'Stands in',
  'Filed now',
  'Standing',
  'Question',
  'Look in',
  'Own answer',
  'Challenge: ground',
  'Challenge: evidence',
  'Challenge: kind of evidence',
  'Override: relief',
  'Override: reason',
  'Who',
  'When',
  'Code',
] as const;

export type GroupHead = (typeof GROUP_HEADS)[number];
export type ConvictionHead = (typeof CONVICTION_HEADS)[number];

/** Written into the ground of a challenge to take it back. */
export const WITHDRAW = 'withdraw the challenge';

/** What the hidden column of a row carries, so that it can be read back wherever it was sorted to. */
export interface RowCode {
  readonly group: string;
  readonly person: string;
  readonly key: string;
  readonly basis: string;
  /** The question of the group as JSON, on the sheet of groups only. */
  readonly asked?: string;
}

/** The code as text, with a check sum: a row whose code was changed by hand is not read. */
export function printCode(code: RowCode): string {
  return printChecked(code);
}

export function readCode(text: string): RowCode | undefined {
  return readChecked(text) as RowCode | undefined;
}
