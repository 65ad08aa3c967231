import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * An event of an office's book of filings, in the order in which it was recorded. Rows are added and never changed: what is personal in
 * an event stands in `filing_words` beside it.
 */
@Entity('filing_event')
// Two writers cannot follow the same event: the chain has one end whatever they hold.
@Index('filing_event_previous', ['office', 'previous'], { unique: true })
@Index('filing_event_batch', ['office', 'batch'])
export class FilingEvent {
  @PrimaryColumn('varchar', { length: 40 })
  office!: string;

  /** From 1, without gaps. */
  @PrimaryColumn('int')
  seq!: number;

  @Column('varchar', { length: 24 })
  kind!: string;

  @Column('char', { length: 16, nullable: true })
  batch!: string | null;

  /** The event without what is personal in it: refs, hashes, codes, days. JSON. */
  @Column('text')
  body!: string;

  /** Hash of the whole event, and of the one before. */
  @Column('char', { length: 64 })
  hash!: string;

  @Column('char', { length: 64 })
  previous!: string;

  @Column('varchar', { name: 'recorded_by', length: 80 })
  recordedBy!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;
}

/** What courts and people wrote in an event: numbers of cases, notes, reasons. Emptied when the data that it is about are destroyed. */
@Entity('filing_words')
export class FilingWords {
  @PrimaryColumn('varchar', { length: 40 })
  office!: string;

  @PrimaryColumn('int')
  seq!: number;

  /** JSON of `EventWords`. */
  @Column('text', { nullable: true })
  words!: string | null;
}

/** Where the papers of a batch lie: the run that made it. Hashes only, so it stays when the run is purged. */
@Entity('run_batch')
export class RunBatch {
  @PrimaryColumn('varchar', { length: 40 })
  office!: string;

  @PrimaryColumn('char', { length: 16 })
  batch!: string;

  @PrimaryColumn('uuid')
  run!: string;

  @PrimaryColumn('int')
  revision!: number;

  /** Folder below the run's outputs. */
  @Column('varchar', { length: 160 })
  folder!: string;

  /** Content hashes of `manifest.json`, of the confidential data file, and of the batch's part of the danger list. */
  @Column('char', { length: 64 })
  manifest!: string;

  @Column('char', { name: 'data_file', length: 64 })
  dataFile!: string;

  @Column('char', { length: 64, nullable: true })
  dangers!: string | null;

  /** Why the book did not take it; null when it stands there. */
  @Column('varchar', { length: 80, nullable: true })
  refused!: string | null;
}

export const FILING_EVENT_COLUMNS = [
  'office',
  'seq',
  'kind',
  'batch',
  'body',
  'hash',
  'previous',
  'recorded_by',
  'recorded_at',
] as const;
