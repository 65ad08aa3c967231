import {
  type FileAnnotation,
  type PlanData,
  type RecordLimits,
  type ResultColumns,
  type ResultPortion,
  type RowAnnotation,
  type ScanDone,
  type ScanJob,
  type ScanWorkerData,
  type SharedMemory,
} from '@clearway/doj-bulk';
import { type WorkOrder } from './person-work';

/** What a worker needs to decide. */
export interface DecidePlan {
  readonly order: WorkOrder;
  readonly limits: RecordLimits;
  readonly columns: ResultColumns;
  /** A `StretchMemory` of so many members. */
  readonly memory: SharedMemory;
  readonly members: number;
  /** The first so many members decide portions. */
  readonly deciders: number;
}

/** First the population is scanned, then people are decided; each begins with what it needs. */
export type PhaseJob =
  | { readonly kind: 'begin-scan'; readonly data: ScanWorkerData }
  | { readonly kind: 'scan'; readonly job: ScanJob }
  | { readonly kind: 'begin-deciding'; readonly plan: DecidePlan };

/** A portion of a file: whole stretches of people. */
export interface PortionJob {
  readonly kind: 'portion';
  readonly file: number;
  readonly name: string;
  readonly path: string;
  readonly start: number;
  readonly length: number;
  /** Physical line of the first row, from 1. */
  readonly line: number;
  /** First row of each stretch, its person's number, id and flags, one entry each. */
  readonly rows: Uint32Array;
  readonly people: Int32Array;
  readonly ids: readonly string[];
  readonly flags: Uint8Array;
  /** Annotations of the rows whose people were decided before, sorted by row. */
  readonly annotations: readonly RowAnnotation[];
  /** Which room of the memory is its own: rows are looked at there by one thread for another, and results go there. */
  readonly room: number;
}

/** A portion in steps, each for whoever does its kind of work; what one gives the next one needs. A `PortionJob` is all of them in one. */
export type StepJob =
  | { readonly kind: 'plan'; readonly portion: PortionJob }
  | { readonly kind: 'decide'; readonly portion: PortionJob; readonly plan: PlanData }
  | {
      readonly kind: 'write';
      readonly portion: PortionJob;
      readonly plan: PlanData;
      readonly annotations: readonly RowAnnotation[];
    };

/** A partition of people whose rows stand in several places. */
export interface PartitionJob {
  readonly kind: 'partition';
  readonly path: string;
  readonly people: Int32Array;
  readonly ids: readonly string[];
  readonly flags: Uint8Array;
}

/** People whom no state file has, one after the other. */
export interface OthersJob {
  readonly kind: 'others';
  /** Of the first, among them. */
  readonly first: number;
  readonly ids: readonly string[];
}

export type AnalyzeJob = PortionJob | StepJob | PartitionJob | OthersJob | { readonly kind: 'tally' };
export type CrewJob = PhaseJob | AnalyzeJob;

/** What is kept of a person, with the person's number. */
export interface KeptOfPerson {
  readonly person: number;
  readonly kept: unknown;
}

export interface PortionDone extends ResultPortion {
  readonly kind: 'portion';
  // Its results stand in the room of the job, which must not be given to another job before they were used.
  readonly kept: readonly KeptOfPerson[];
}

/** Annotations of a portion's rows, sorted by row. */
export interface DecidedPortion {
  readonly kind: 'decided';
  readonly annotations: readonly RowAnnotation[];
  readonly kept: readonly KeptOfPerson[];
}

export interface PartitionDone {
  readonly kind: 'partition';
  readonly annotations: readonly FileAnnotation[];
  readonly kept: readonly KeptOfPerson[];
}

export interface OthersDone {
  readonly kind: 'others';
  readonly kept: readonly unknown[];
}

export type AnalyzeDone =
  | { readonly kind: 'planned'; readonly plan: PlanData }
  | DecidedPortion
  | PortionDone
  | PartitionDone
  | OthersDone
  | { readonly kind: 'tally'; readonly tally: unknown };
export type CrewDone = AnalyzeDone | { readonly kind: 'begun' } | { readonly kind: 'scanned'; readonly done: ScanDone };
