import { type InputCounts, type RunState } from '@clearway/contracts';
import { Column, CreateDateColumn, Entity, Index, PrimaryColumn } from 'typeorm';
import { type RunCounts, type RunFailure, type RunRequestView } from './run.entity';

/** Why a run was made again. `first`: it was not, this is how it began. */
export const REVISION_REASONS = ['first', 'files-added', 'decisions', 'corrections', 'court-answers'] as const;
export type RevisionReason = (typeof REVISION_REASONS)[number];

/** One making of a run: what it was made from, and how it ended. Hashes and counts: it stays when the run is purged. */
@Entity({ name: 'run_revision' })
@Index('run_revision_by_key', ['office', 'run', 'idempotencyKey'], { unique: true })
export class RunRevisionEntity {
  @PrimaryColumn({ type: 'text' })
  office!: string;

  @PrimaryColumn({ type: 'uuid' })
  run!: string;

  @PrimaryColumn({ type: 'int' })
  revision!: number;

  @Column({ type: 'text' })
  reason!: RevisionReason;

  /** Null for the first: its key is that of the run. */
  @Column({ type: 'text', name: 'idempotency_key', nullable: true })
  idempotencyKey!: string | null;

  @Column({ type: 'text', name: 'request_hash' })
  requestHash!: string;

  @Column({ type: 'text' })
  settings!: string;

  @Column({ type: 'jsonb' })
  request!: RunRequestView;

  /** Where it is; the same as the run's while it is the newest. */
  @Column({ type: 'text' })
  state!: RunState;

  @Column({ type: 'jsonb' })
  counts!: RunCounts;

  /** Why it failed; null of every other. */
  @Column({ type: 'jsonb', nullable: true })
  failure!: RunFailure | null;

  /** What became of each input, in their order; null until all are read. */
  @Column({ type: 'jsonb', nullable: true })
  files!: InputCounts[] | null;

  @Column({ type: 'text', name: 'created_by' })
  createdBy!: string;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'finished_at', nullable: true })
  finishedAt!: Date | null;
}
