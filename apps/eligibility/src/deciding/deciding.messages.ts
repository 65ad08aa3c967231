import { type ChangeReason, type OutcomeCode } from '@clearway/contracts';
import { type CaseFilesOfRun } from '@clearway/outputs';

/** Facts files, lists, the decisions file and the corrections file of a run, and what its inputs are and cover. */
export interface CasePaths extends CaseFilesOfRun {
  /** JSON; null where all inputs are files of the state. */
  readonly sources: string | null;
}

/** Where the people of a batch stood in the revision before, and what was known of their cases then. */
export interface TaskBefore extends CasePaths {
  readonly batches: readonly { readonly histories: string; readonly decisions: string }[];
  /** Were policy, county, day and law the same? Otherwise everyone is decided again. */
  readonly sameChoices: boolean;
  /** Number of each input now, by its number then; -1 of one that is not read any more. */
  readonly fileNumbers: readonly number[];
}

/** What a deciding thread is given: a batch and everything its answer depends on. */
export interface DecidingTask extends CasePaths {
  /** The blob of histories. */
  readonly path: string;
  readonly policy: string;
  /** `yyyymmdd` */
  readonly asOf: number;
  /** Null in a first revision. */
  readonly before: TaskBefore | null;
  /** How many of the inputs are files of the state; they come first. */
  readonly stateFiles: number;
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
  /** How many of the persons are as the revision before decided them. */
  readonly carried: number;
  /** Those who were decided again, and why; empty in a first revision. */
  readonly touched: readonly { readonly person: string; readonly why: ChangeReason }[];
  readonly outcomes: Readonly<Partial<Record<OutcomeCode, number>>>;
  readonly ruleSet: string;
  readonly policy: string;
}
