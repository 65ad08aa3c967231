import { type RowFacts } from '@clearway/record';
import { type Mapping } from '../mapping/read-mapping';
import { type BrokenReason, type Table } from '../table/table-row';

/** Why a row was not used. */
export type RejectReason =
  | BrokenReason
  | 'field-count'
  | 'no-person'
  | 'case-number-lost'
  | 'no-count'
  | 'no-count-number'
  | 'repeated'
  | 'too-many-cases';

export interface RejectedRow {
  readonly line: number;
  readonly reason: RejectReason;
  /** The column that it is about; blank when it is the row. */
  readonly column: string;
}

/** Something that a person should look at; it kept no row from being used. */
export interface ExtractNote {
  readonly code: NoteCode;
  readonly line: number;
  readonly column: string;
  /** The code that nobody knows, as the court writes it; absent of other notes. */
  readonly value?: string;
}

export type NoteCode =
  | 'zeros-lost'
  | 'zeros-restored'
  | 'stored-as-number'
  | 'unreadable-date'
  | 'ambiguous-date'
  | 'unknown-disposition'
  | 'unknown-severity'
  | 'no-case-number'
  | 'cell-error'
  | 'control-character'
  | 'same-row-twice'
  | 'text-outside-columns'
  | 'count-number-twice'
  | 'filed-no-answer'
  | 'column-of-a-list';

/** What one row says of one count. A row that is a case has several. */
export interface CountRow {
  /** The court's number of the count; 0 or less of one that it did not number. */
  readonly count: number;
  readonly facts: RowFacts;
  /** What was done is in a code that neither the mapping nor the rules know: a conviction may hide in it. */
  readonly codeUnknown?: true;
  /** A spreadsheet program has probably cut zeros in front of its case number. */
  readonly zerosLost?: true;
}

/** One case of a defendant: its rows in the order of the file. */
export interface ExtractCase {
  readonly rows: readonly CountRow[];
}

export interface Defendant {
  /** What the defendant is told by within the file. */
  readonly key: string;
  readonly cii: string;
  /** The file has somebody else under this CII too: it tells the defendant only together with name and birth date. */
  readonly sharesCii: boolean;
  readonly cases: readonly ExtractCase[];
  /** A row was rejected. */
  readonly incomplete: boolean;
  readonly twoCiis: boolean;
}

/** An export as it was understood, with what became of each of its rows. */
export interface CourtExtract {
  readonly mapping: Mapping;
  /** In the order of the file. Each time that they are gone through their rows are read again: memory does not hold what they say. */
  readonly defendants: Iterable<Defendant>;
  /** What the used rows say, in the order of the file. */
  readonly usedRows: Iterable<readonly CountRow[]>;
  readonly rejected: readonly RejectedRow[];
  readonly notes: readonly ExtractNote[];
  /** Used rows that say that relief was granted. */
  readonly grants: number;
  /** Columns that the mapping does not name. */
  readonly unusedColumns: readonly string[];
  readonly table: Pick<Table, 'encoding' | 'filledFromMerged' | 'headerLine'>;
  /** `rows` is `used` and `rejected` together; `counts` are those of all histories together. */
  readonly account: {
    readonly rows: number;
    readonly used: number;
    readonly rejected: number;
    readonly counts: number;
    readonly cases: number;
    readonly defendants: number;
  };
}
