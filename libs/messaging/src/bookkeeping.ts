import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

// The tables that make every service's work happen once. Each service has its own, in its own schema.

/** A run as this service follows it: the newest revision seen, and whether its work is still wanted. */
@Entity('followed_run')
export class FollowedRun {
  @PrimaryColumn('varchar', { length: 40 })
  office!: string;

  @PrimaryColumn('uuid')
  run!: string;

  @Column('int')
  revision!: number;

  /** active, done, failed, cancelled, purged */
  @Column('varchar', { length: 12 })
  state!: string;
}

/** What was announced for a stage against what is done; the barrier. */
@Entity('stage')
export class StageRow {
  @PrimaryColumn('varchar', { length: 40 })
  office!: string;

  @PrimaryColumn('uuid')
  run!: string;

  @PrimaryColumn('int')
  revision!: number;

  @PrimaryColumn('varchar', { length: 40 })
  stage!: string;

  /** Batches that the sealed message told of; null before. */
  @Column('int', { nullable: true })
  announced!: number | null;

  @Column('int', { default: 0 })
  done!: number;

  @Column('boolean', { default: false })
  finished!: boolean;
}

/** A message, or a step of a long one, that this service did: its row and its effects were committed together. */
@Entity('inbox')
export class InboxRow {
  @PrimaryColumn('varchar', { length: 40 })
  office!: string;

  @PrimaryColumn('uuid')
  run!: string;

  @PrimaryColumn('int')
  revision!: number;

  /** Type of the message, or name of the step. */
  @PrimaryColumn('varchar', { length: 80 })
  step!: string;

  /** -1 where it is about the whole run. */
  @PrimaryColumn('int')
  batch!: number;

  @Column('uuid')
  message!: string;
}

/** A message that was decided in a transaction and is published after it. */
@Entity('outbox')
@Index('outbox_waiting', ['seq'], { where: 'published_at IS NULL' })
@Index('outbox_run', ['office', 'run'])
export class OutboxRow {
  @PrimaryGeneratedColumn({ type: 'bigint' })
  seq!: string;

  @Column('uuid', { unique: true })
  id!: string;

  @Column('varchar', { length: 40 })
  office!: string;

  @Column('uuid')
  run!: string;

  @Column('int')
  revision!: number;

  @Column('varchar', { length: 80 })
  type!: string;

  @Column('int')
  batch!: number;

  /** The whole message as JSON: hashes and counts only. */
  @Column('text')
  body!: string;

  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt!: Date | null;
}

/** A message that was given up. */
@Entity('dead_letter')
export class DeadLetterRow {
  /** SHA-256 of the message's bytes. */
  @PrimaryColumn('char', { length: 64 })
  hash!: string;

  @Column('varchar', { length: 80 })
  type!: string;

  @Column('varchar', { length: 40, nullable: true })
  office!: string | null;

  @Column('uuid', { nullable: true })
  run!: string | null;

  @Column('int', { nullable: true })
  revision!: number | null;

  @Column('int', { nullable: true })
  batch!: number | null;

  @Column('varchar', { length: 80 })
  code!: string;

  @Column('varchar', { length: 12 })
  kind!: string;

  @Column('int')
  attempts!: number;

  /** The message, when it fits its contract; null where nobody knows what its bytes hold. */
  @Column('text', { nullable: true })
  body!: string | null;

  @Column('uuid', { name: 'replayed_as', nullable: true })
  replayedAs!: string | null;
}

/** Who did what: rows are added and never changed (the service's role has no right to). */
@Entity('audit')
@Index('audit_run', ['office', 'run'])
export class AuditRow {
  @PrimaryGeneratedColumn({ type: 'bigint' })
  seq!: string;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;

  @Column('varchar', { length: 40 })
  office!: string;

  @Column('uuid')
  run!: string;

  @Column('varchar', { length: 80 })
  actor!: string;

  /** Dotted: `histories.sealed`, `run.purged`. */
  @Column('varchar', { length: 80 })
  action!: string;

  @Column('char', { length: 64, nullable: true })
  before!: string | null;

  @Column('char', { length: 64, nullable: true })
  after!: string | null;
}

/** To be listed with the entities of every service. */
export const BOOKKEEPING = [FollowedRun, StageRow, InboxRow, OutboxRow, DeadLetterRow, AuditRow] as const;
