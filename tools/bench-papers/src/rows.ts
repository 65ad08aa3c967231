import { FORM_ROWS } from './rows/form-rows';
import { PAPER_ROWS } from './rows/paper-rows';

/** What a row is given. */
export interface BenchContext {
  /** A court's form; one like it is made where none is given. */
  readonly form: Uint8Array;
  readonly filings: number;
  /** An empty folder that is removed afterwards. */
  readonly folder: string;
}

/** What a row measured. */
export interface Measured {
  readonly filings: number;
  /** Convictions, where a filing has many. */
  readonly lines?: number;
  readonly seconds: number;
  /** Of all processors, with those of programs that it started. */
  readonly cpuSeconds: number;
  /** Of a filing beyond what all have in common. */
  readonly bytesPerFiling: number;
  /** Largest memory of this process in megabytes. */
  readonly peakMegabytes: number;
}

/** One line of the table; each runs in a process of its own, so that its memory is its own. */
export interface BenchRow {
  readonly id: string;
  readonly name: string;
  /** How many filings, and how many with `--quick`. */
  readonly filings: number;
  readonly quickFilings: number;
  /** The row that `times the plain way` compares with; the id of a row. */
  readonly plain?: string;
  /** What the whole row may take on two cores. */
  readonly wantedSeconds?: number;
  /** A sentence that stands in the table instead of numbers: what it needs is not there. */
  run(context: BenchContext): Promise<Measured | string>;
}

/** All rows in the order of the table. Further kinds of papers add their list here. */
export const BENCH_ROWS: readonly BenchRow[] = [...FORM_ROWS, ...PAPER_ROWS];
