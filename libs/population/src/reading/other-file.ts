import { type Coverage } from '@clearway/record';
import { type OtherKind } from '../kind/sort-inputs';
import { type ChosenMapping } from '../kind/choose-mapping';
import { type UnknownCode } from './seen-note';

/** A row of an export, or a line of a sheet, that was not used. */
export interface RejectedLine {
  /** `12`, of a sheet `page 2 line 12`. */
  readonly line: string;
  readonly column: string;
  readonly reason: string;
}

/** An input that is no state file, as it was found. */
export interface OtherFile {
  /** Of the run's inputs; those of the state come first. */
  readonly index: number;
  readonly name: string;
  readonly kind: OtherKind;
  /** SHA-256 of the bytes as they lie on the disk, hex. */
  readonly sha256: string;
  /** Of the unpacked bytes. */
  readonly contentSha256: string;
  readonly bytes: number;
  readonly lines: number;
  /** Rows of an export, lines of a sheet that are no furniture; read = used + rejected. */
  readonly read: number;
  readonly used: number;
  readonly rejected: number;
  readonly rejectedLines: readonly RejectedLine[];
  /** Pages of a sheet that are pictures without text: nothing was taken from the file. None where it was read. */
  readonly pictures: readonly number[];
  /** Notes about the file, by their code. */
  readonly notes: Readonly<Record<string, number>>;
  /** Rows of an extract that say that relief was granted. */
  readonly grants: number;
  /** Of an extract: codes that its mapping does not know, the most frequent first. */
  readonly unknownCodes: readonly UnknownCode[];
  /** Histories that it gave: its defendants, or the one person of a sheet. */
  readonly histories: number;
  /** Rows that have a part in a history, and all places where a history names a row. */
  readonly rowsInHistories: number;
  readonly namedRows: number;
  readonly counts: number;
  readonly counties: readonly string[];
  /** In years. Of an extract only: a sheet is of one person, and says nothing of who is not in it. */
  readonly coverage: readonly Coverage[];
  /** What reads an extract. */
  readonly mapping?: ChosenMapping;
}
