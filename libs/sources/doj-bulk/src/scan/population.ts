import { type RejectReason } from '../rows/rejected-row';
import { type RecordLimits } from '../bytes/record-scan';

/** An input: where its bytes are, and the name that outputs and messages call it by. */
export interface StateFile {
  readonly path: string;
  /** Default: the last part of the path. */
  readonly name?: string;
}

/** The stretches of a file that belong to one person each, in the order of the file, one entry each. */
export interface Extents {
  readonly count: number;
  /** First byte; a stretch ends where the next begins. */
  readonly starts: Float64Array;
  /** Number of its first row in the file, from 0. */
  readonly rows: Uint32Array;
  /** Physical line of its first row, from 0. */
  readonly lines: Uint32Array;
  /** Whose it is: the person's number in the population. */
  readonly people: Int32Array;
}

/** One input as it was found. */
export interface PopulationFile {
  readonly index: number;
  readonly name: string;
  /** The unpacked bytes. */
  readonly path: string;
  /** SHA-256 of the bytes as they lie on the disk, hex. */
  readonly sha256: string;
  /** Bytes on the disk, and unpacked. */
  readonly bytes: number;
  readonly size: number;
  readonly header: boolean;
  /** Rows read = used + rejected. */
  readonly read: number;
  readonly used: number;
  readonly rejected: number;
  readonly emptyLines: number;
  readonly lines: number;
  /** Lines after the header that are not empty, by a count of its own: = used + rejected + continuation lines. */
  readonly filledLines: number;
  /** Lines on which a record goes on that began on a line before. */
  readonly continuationLines: number;
  /** The last row was rejected, and no line end follows it: the file was probably cut. */
  readonly cutShort: boolean;
  /** People who have a row in this file. */
  readonly people: number;
  /** Counties that its rows name, upper case, sorted. */
  readonly counties: readonly string[];
  readonly extents: Extents;
}

/** What `scanPopulation` found: who there is and where their rows stand. People are numbered in the order of their first row. */
export interface Population {
  readonly files: readonly PopulationFile[];
  readonly people: number;
  /** People whose rows stand in several places. */
  readonly scattered: number;
  /** `PERSON_INCOMPLETE | PERSON_TWO_CIIS | PERSON_SCATTERED` of each person. */
  readonly flags: Uint8Array;
  /** Clearway's id of a person by number. */
  personId(person: number): string;
  readonly read: number;
  readonly used: number;
  readonly rejected: number;
  readonly emptyLines: number;
  readonly rejectedBy: Readonly<Partial<Record<RejectReason, number>>>;
  /** Rejected rows that say whose they were, of whom nothing else is there: they have no history. */
  readonly rejectedOfNobody: number;
  readonly counties: readonly string[];
  /** `rejected_rows.csv`, complete, in the work folder. */
  readonly rejectedRowsFile: string;
  readonly workDir: string;
  readonly limits: RecordLimits;
}

export const PERSON_INCOMPLETE = 1;
export const PERSON_TWO_CIIS = 2;
export const PERSON_SCATTERED = 4;
