import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person whom a revision decided again, and why. Those who are not here are as the revision before decided them. */
@Entity('touched_person')
export class TouchedPerson {
  @PrimaryColumn('varchar', { length: 40 })
  office!: string;

  @PrimaryColumn('uuid')
  run!: string;

  @PrimaryColumn('int')
  revision!: number;

  @PrimaryColumn('varchar', { length: 32 })
  person!: string;

  /** One of `CHANGE_REASONS`. */
  @Column('varchar', { length: 16 })
  why!: string;
}

/** A conviction of which a revision says something else than the one before; one of the two sides can be missing. Codes as in `determination`. */
@Entity('determination_change')
export class DeterminationChangeRow {
  @PrimaryColumn('varchar', { length: 40 })
  office!: string;

  @PrimaryColumn('uuid')
  run!: string;

  @PrimaryColumn('int')
  revision!: number;

  /** In the order of the file, from 1; what is gone stands last. */
  @PrimaryColumn('int')
  number!: number;

  @Column('varchar', { length: 16 })
  why!: string;

  @Column('varchar', { length: 40 })
  section!: string;

  @Column('smallint')
  file!: number;

  @Column('int')
  line!: number;

  @Column('varchar', { name: 'person_before', length: 32, nullable: true })
  personBefore!: string | null;

  @Column('varchar', { name: 'conviction_before', length: 32, nullable: true })
  convictionBefore!: string | null;

  @Column('smallint', { name: 'outcome_before', nullable: true })
  outcomeBefore!: number | null;

  @Column('smallint', { name: 'relief_before', nullable: true })
  reliefBefore!: number | null;

  @Column('smallint', { name: 'floor_before', nullable: true })
  floorBefore!: number | null;

  @Column('smallint', { name: 'standing_before', nullable: true })
  standingBefore!: number | null;

  @Column('varchar', { name: 'questions_before', length: 60, array: true, nullable: true })
  questionsBefore!: string[] | null;

  @Column('varchar', { length: 32, nullable: true })
  person!: string | null;

  @Column('varchar', { length: 32, nullable: true })
  conviction!: string | null;

  @Column('smallint', { nullable: true })
  outcome!: number | null;

  @Column('smallint', { nullable: true })
  relief!: number | null;

  @Column('smallint', { nullable: true })
  floor!: number | null;

  @Column('smallint', { nullable: true })
  standing!: number | null;

  @Column('varchar', { length: 60, array: true, nullable: true })
  questions!: string[] | null;
}

export const REVISION_ENTITIES = [TouchedPerson, DeterminationChangeRow] as const;
