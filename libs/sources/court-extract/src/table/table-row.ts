import { type TextEncoding } from './decode-text';

/** One cell as the file has it. */
export interface TableCell {
  readonly text: string;
  /** Of a workbook: it is stored as a number, so zeros in front are not in it. */
  readonly isNumber: boolean;
}

/** Why a record cannot be taken apart into cells. */
export type BrokenReason = 'open-quote' | 'text-after-quote' | 'cell-too-long';

/** Where a record of an export stands. */
export interface RowPlace {
  /** Number of the record, from 0, the header and blank lines not counted. */
  readonly row: number;
  /** Physical line on which it begins, from 1; of a workbook the number of the row. */
  readonly line: number;
  /** Byte offset in the file; 0 in a workbook. */
  readonly offset: number;
  /** Bytes up to the next record; 0 in a workbook. */
  readonly length: number;
}

/** One record of an export. */
export interface TableRow extends RowPlace {
  readonly cells: readonly TableCell[];
  readonly broken?: BrokenReason;
}

/** A file as rows, whatever its format. */
export interface Table {
  /** Names of the columns; empty where the file has no header. */
  readonly header: readonly string[];
  readonly headerLine: number;
  readonly rows: Iterable<TableRow>;
  /** Reads a row again that `rows` has given, and that is not broken. */
  again(place: RowPlace): TableRow;
  /** Dates of a workbook count from 1904. */
  readonly from1904: boolean;
  /** Cells of a workbook that lay under a merged one and were given its value. */
  readonly filledFromMerged: number;
  readonly encoding: TextEncoding | 'workbook';
}
