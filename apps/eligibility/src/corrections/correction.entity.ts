import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * A value of the record that an office found elsewhere, or the undo of one: an event, in the order in which it was recorded. Rows are
 * added and never changed, but that `person` and `line` are emptied when the person's data are destroyed.
 */
@Entity('correction')
@Index('correction_person', ['office', 'person'])
export class CorrectionRow {
  @PrimaryColumn('varchar', { length: 40 })
  office!: string;

  /** From 1, without gaps. */
  @PrimaryColumn('int')
  seq!: number;

  /** Hash of what was found: the same correction twice is one event. */
  @Column('char', { length: 16 })
  id!: string;

  /** The run on whose record it was made. */
  @Column('uuid')
  run!: string;

  /** `correction` or `undo`. */
  @Column('varchar', { length: 24 })
  what!: string;

  /** Of an undo the person of what it takes back. */
  @Column('varchar', { length: 64, nullable: true })
  person!: string | null;

  /** The event as a line of a corrections file. */
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

/** The columns of `correction` in the order in which they are copied. */
export const CORRECTION_COLUMNS = [
  'office',
  'seq',
  'id',
  'run',
  'what',
  'person',
  'line',
  'hash',
  'previous',
  'recorded_by',
  'recorded_at',
] as const;
