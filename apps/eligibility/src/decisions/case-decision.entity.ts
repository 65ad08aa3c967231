import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * What an attorney of an office decided about a conviction or two records: an event, in the order in which it was recorded. Rows are added
 * and never changed, but that `person`, `other_person`, `conviction` and `line` are emptied when the person's data are destroyed.
 */
@Entity('case_decision')
@Index('case_decision_id', ['office', 'id'])
@Index('case_decision_person', ['office', 'person'])
export class CaseDecision {
  @PrimaryColumn('varchar', { length: 40 })
  office!: string;

  /** From 1, without gaps. */
  @PrimaryColumn('int')
  seq!: number;

  /** Hash of what was decided: the same decision twice is one event. */
  @Column('char', { length: 16 })
  id!: string;

  /** The run on which it was made. */
  @Column('uuid')
  run!: string;

  @Column('varchar', { length: 24 })
  kind!: string;

  @Column('varchar', { length: 64, nullable: true })
  person!: string | null;

  /** Of a decision about two records whose people they were: the second of them. */
  @Column('varchar', { name: 'other_person', length: 64, nullable: true })
  otherPerson!: string | null;

  /** Key of the conviction; of a decision about two records the id of their question. */
  @Column('varchar', { length: 32, nullable: true })
  conviction!: string | null;

  /** The event as a line of a decisions file. */
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

/** The columns of `case_decision` in the order in which they are copied. */
export const CASE_DECISION_COLUMNS = [
  'office',
  'seq',
  'id',
  'run',
  'kind',
  'person',
  'other_person',
  'conviction',
  'line',
  'hash',
  'previous',
  'recorded_by',
  'recorded_at',
] as const;
