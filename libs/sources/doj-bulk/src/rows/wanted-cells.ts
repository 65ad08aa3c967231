import { type CellKind, type WantedCell } from '../bytes/cell-reader';
import { columnIndex, type ColumnName } from '../columns';

/**
 * The cells that are known again when they come again, by the name of the fact: first those of every row, the person's before them, then
 * those that `signs` asks for; from the type of the step on those that `isBare` asks for.
 */
const CELLS = {
  subjectId: ['SUBJECT_ID', 'text'],
  cii: ['CII_NUMBER', 'capitals'],
  name: ['PRI_NAME', 'text'],
  sex: ['GENDER', 'text'],
  county: ['STP_ORI_CNTY_NAME', 'capitals'],
  ori: ['STP_ORI_CODE', 'text'],
  agency: ['STP_ORI_DESCR', 'text'],
  stepType: ['STP_TYPE_DESCR', 'stepType'],
  disposition: ['DISP_DESCR', 'disposition'],
  comment: ['COMMENT_TEXT', 'text'],
  offence: ['OFFENSE_DESCR', 'text'],
  disposedOffence: ['DISP_OFFENSE_DESCR', 'text'],
  convictedOffence: ['CONV_OFFENSE_DESCR', 'text'],
  convictionStatus: ['CONV_STAT_DESCR', 'text'],
  sentencePlace: ['SENT_LOC_DESCR', 'text'],
  sentenceLength: ['SENT_LENGTH', 'text'],
  sentenceUnit: ['SENT_TIME_CODE', 'capitals'],
  race: ['RACE_DESCR', 'text'],
  courtCase: ['FE_NUM_CRT_CASE', 'text'],
  offenceClass: ['OFFENSE_TOC', 'capitals'],
  convictedClass: ['CONV_OFFENSE_TOC', 'capitals'],
  offenceCode: ['OFFENSE_CODE', 'text'],
  convictedCode: ['CONV_OFFENSE_CODE', 'text'],
} as const satisfies Readonly<Record<string, readonly [ColumnName, CellKind]>>;

/** Columns of the cells that are read when they are asked for: each person, step or count has other ones. */
export const COLUMN_OF = {
  birthDate: columnIndex('PRI_DOB'),
  order: columnIndex('CNT_ORDER'),
  cycleDate: columnIndex('CYC_DATE'),
  eventDate: columnIndex('STP_EVENT_DATE'),
  dispositionDate: columnIndex('DISP_DATE'),
  caseNumber: columnIndex('OFN'),
} as const;

type CellName = keyof typeof CELLS;
const NAMES = Object.keys(CELLS) as CellName[];

/** Behind the cells of the person. */
export const BEHIND_PERSON = NAMES.indexOf('sex') + 1;
/** Behind those, and behind the cells of the step. */
export const BEHIND_STEP = NAMES.indexOf('stepType') + 1;
/** Behind the cells of every row. */
export const OF_EVERY_ROW = NAMES.indexOf('county') + 1;
/** Behind the cells that signs ask for. */
export const OF_SIGNS = NAMES.indexOf('comment') + 1;

/** Behind the cells that bare counts are asked for. */
export const OF_BARE = NAMES.indexOf('sentenceUnit') + 1;

export const WANTED: readonly WantedCell[] = NAMES.map((name) => ({
  column: columnIndex(CELLS[name][0]),
  kind: CELLS[name][1],
}));
/** Place of each cell in `WANTED`. */
export const CELL_AT = Object.fromEntries(NAMES.map((name, index) => [name, index])) as Readonly<
  Record<CellName, number>
>;

/** What a row must not have that is all of a bare count: another charge, a grade, a part of a sentence. A comment is a sign. */
export const BLANK_IN_BARE: readonly number[] = [
  CELL_AT.disposedOffence,
  CELL_AT.convictedOffence,
  CELL_AT.convictionStatus,
  CELL_AT.sentencePlace,
  CELL_AT.sentenceLength,
  CELL_AT.sentenceUnit,
];
