import { type OutcomeCode } from '@clearway/contracts';

/** What a deciding thread is given: a batch and everything its answer depends on. */
export interface DecidingTask {
  /** The blob of histories. */
  readonly path: string;
  readonly policy: string;
  readonly county: string;
  /** `yyyymmdd` */
  readonly asOf: number;
  /** Facts files and the decisions file of the run. */
  readonly facts: readonly { readonly name: string; readonly path: string }[];
  readonly decisions: string | null;
  /** First columns of every row: office, run, revision, batch. */
  readonly key: readonly [string, string, number, number];
}

export interface Decided {
  /** Blob of DecidedPerson members. */
  readonly blob: Uint8Array;
  /** Lines for COPY of `DETERMINATION_COLUMNS`. */
  readonly lines: Uint8Array;
  readonly persons: number;
  readonly convictions: number;
  readonly outcomes: Readonly<Partial<Record<OutcomeCode, number>>>;
  readonly ruleSet: string;
  readonly policy: string;
}
