import { type RunState, type SourceKind } from '@clearway/contracts';
import { Column, CreateDateColumn, Entity, Index, PrimaryColumn } from 'typeorm';

/** Why a run stopped; `message` names the kind of thing and the cure. */
export interface RunFailure {
  readonly stage: string;
  readonly kind: string;
  readonly code: string;
  readonly message: string;
}

/** A stage that waits for a person: one of its messages lies with the dead letters. */
export interface RunStall {
  readonly stage: string;
  readonly service: string;
  readonly deadLetter: string;
  readonly code: string;
}

/** What is shown of a run's settings; the whole settings lie in the content store. */
export interface RunRequestView {
  readonly county: string;
  readonly policy: string;
  readonly policyHash: string;
  readonly asOf: number;
  readonly papers: string;
  readonly letters: boolean;
  readonly contacts: string | null;
  readonly withIdentityNumbers: boolean;
  /** `kind` is absent of files of the state in runs that were made before there were others. */
  readonly inputs: readonly { readonly name: string; readonly sha256: string; readonly bytes: number; readonly kind?: SourceKind }[];
  /** Absent in runs that were made before facts could be named. */
  readonly facts?: readonly { readonly name: string; readonly sha256: string }[];
  /** Lists of what already happened; absent in runs that were made before there were any. */
  readonly done?: readonly { readonly name: string; readonly sha256: string }[];
  readonly decisions?: string | null;
  readonly corrections?: string | null;
  /** Hash of what courts had said of cases. */
  readonly book?: string | null;
}

/** What is known of each stage so far; numbers only ever grow within a revision. */
export type RunCounts = Readonly<Record<string, number>>;

/** A run: the gateway's aggregate. */
@Entity({ name: 'run' })
@Index('run_by_key', ['office', 'idempotencyKey'], { unique: true })
export class RunEntity {
  @PrimaryColumn({ type: 'text' })
  office!: string;

  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text', name: 'idempotency_key' })
  idempotencyKey!: string;

  /** SHA-256 of the request that the key was first used for: another request under the same key is refused. */
  @Column({ type: 'text', name: 'request_hash' })
  requestHash!: string;

  @Column({ type: 'int' })
  revision!: number;

  @Column({ type: 'text' })
  state!: RunState;

  /** Content hash of the `RunSettings`. */
  @Column({ type: 'text' })
  settings!: string;

  @Column({ type: 'jsonb' })
  request!: RunRequestView;

  @Column({ type: 'jsonb' })
  counts!: RunCounts;

  @Column({ type: 'jsonb', nullable: true })
  failure!: RunFailure | null;

  @Column({ type: 'jsonb', nullable: true })
  stall!: RunStall | null;

  /** Number of the last entry of the event log. */
  @Column({ type: 'int', name: 'last_event' })
  lastEvent!: number;

  @Column({ type: 'bool', name: 'packets_sealed' })
  packetsSealed!: boolean;

  @Column({ type: 'bool', name: 'notices_sealed' })
  noticesSealed!: boolean;

  @Column({ type: 'text', name: 'created_by' })
  createdBy!: string;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'finished_at', nullable: true })
  finishedAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'purged_at', nullable: true })
  purgedAt!: Date | null;
}
