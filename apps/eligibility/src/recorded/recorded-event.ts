import { Column, PrimaryColumn } from 'typeorm';

/**
 * What every event of an office has, whatever it says: its place in the order in which it was recorded, its line, and who recorded it
 * when. An entity holds it as columns of its own table (without a prefix). Rows are added and never changed, but that what is
 * personal in them is emptied when the person's data are destroyed.
 */
export class RecordedEvent {
  @PrimaryColumn('varchar', { length: 40 })
  office!: string;

  /** From 1, without gaps. */
  @PrimaryColumn('int')
  seq!: number;

  /** Hash of what it says: the same words twice are one event. */
  @Column('char', { length: 16 })
  id!: string;

  /** The run on which it was made. */
  @Column('uuid')
  run!: string;

  /** The event as a line of the office's file; null once it is destroyed. */
  @Column('text', { nullable: true })
  line!: string | null;

  /** Hash of the line, and of the line before. */
  @Column('char', { length: 64 })
  hash!: string;

  @Column('char', { length: 64 })
  previous!: string;

  @Column('varchar', { name: 'recorded_by', length: 80 })
  recordedBy!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;
}

/** Its columns in the order in which they are copied; those of the entity follow. */
export const RECORDED_EVENT_COLUMNS = [
  'office',
  'seq',
  'id',
  'run',
  'line',
  'hash',
  'previous',
  'recorded_by',
  'recorded_at',
] as const;

/** What is read of it. */
export interface StoredEvent {
  readonly seq: number;
  readonly id: string;
  readonly run: string;
  readonly line: string | null;
  readonly hash: string;
  readonly recorded_by: string;
  readonly recorded_at: Date;
}

/** Columns of `StoredEvent`. */
export const STORED_EVENT = 'seq, id, run, line, hash, recorded_by, recorded_at';

/** The events that are left, in their order. */
export function eventsLeft<Event>(rows: readonly Pick<StoredEvent, 'line'>[]): Event[] {
  return rows.flatMap(({ line }) => (line === null ? [] : [JSON.parse(line) as Event]));
}
