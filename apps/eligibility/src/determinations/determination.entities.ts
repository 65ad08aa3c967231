import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { CorrectionRow } from '../corrections/correction.entity';
import { CaseDecision } from '../decisions/case-decision.entity';
import { REVISION_ENTITIES } from '../revisions/revision.entities';

/** What is fixed for a run's determinations. Hashes and counts: it stays when the run is purged. */
@Entity('decided_run')
export class DecidedRun {
  @PrimaryColumn('varchar', { length: 40 })
  office!: string;

  @PrimaryColumn('uuid')
  run!: string;

  @PrimaryColumn('int')
  revision!: number;

  /** The revision that this one is held against; null for the first. */
  @Column('int', { nullable: true })
  before!: number | null;

  /** Hash of the run's settings. */
  @Column('char', { length: 64 })
  settings!: string;

  /** Manifest of the histories; with it population and rejected rows, as histories.sealed told them. */
  @Column('char', { length: 64 })
  histories!: string;

  @Column('char', { length: 64 })
  population!: string;

  @Column('char', { name: 'rejected_rows', length: 64 })
  rejectedRows!: string;

  /** Manifest of the decisions; null until everyone is decided. */
  @Column('char', { length: 64, nullable: true })
  manifest!: string | null;
}

/** A batch of decisions, stored. Hashes and counts: it stays when the run is purged. */
@Entity('decision_batch')
export class DecisionBatch {
  @PrimaryColumn('varchar', { length: 40 })
  office!: string;

  @PrimaryColumn('uuid')
  run!: string;

  @PrimaryColumn('int')
  revision!: number;

  @PrimaryColumn('int')
  batch!: number;

  /** The histories that were decided. */
  @Column('char', { length: 64 })
  histories!: string;

  /** What the inputs are and cover; null where all are files of the state. */
  @Column('char', { length: 64, nullable: true })
  sources!: string | null;

  /** Whom the people of lists of what already happened are found to be; null where nobody was joined. */
  @Column('char', { length: 64, nullable: true })
  listed!: string | null;

  @Column('char', { length: 64 })
  blob!: string;

  @Column('int')
  bytes!: number;

  @Column('int')
  persons!: number;

  @Column('int')
  convictions!: number;

  /** How many of the persons are as the revision before decided them. */
  @Column('int', { default: 0 })
  carried!: number;

  @Column('varchar', { name: 'rule_set', length: 80 })
  ruleSet!: string;

  @Column('char', { length: 64 })
  policy!: string;
}

/**
 * One conviction, compact. Codes are places in the lists of the contracts; `trace` has one letter for each rule of the
 * policy in the order of `rulesOf`: y, n, p and q (yes and no, as presumed), ? (cannot tell) or . (not asked). The whole stands in the batch's blob at `member_offset`.
 */
@Entity('determination')
@Index('determination_person', ['office', 'run', 'person'])
export class DeterminationRow {
  @PrimaryColumn('varchar', { length: 40 })
  office!: string;

  @PrimaryColumn('uuid')
  run!: string;

  @PrimaryColumn('int')
  revision!: number;

  @PrimaryColumn('int')
  batch!: number;

  /** Place within the batch, from 0. */
  @PrimaryColumn('int')
  place!: number;

  @Column('varchar', { length: 32 })
  person!: string;

  @Column('varchar', { length: 32 })
  conviction!: string;

  /** Hash of what the record says of the conviction; empty under a replay. */
  @Column('varchar', { length: 16, default: '' })
  basis!: string;

  @Column('smallint')
  outcome!: number;

  @Column('smallint')
  relief!: number;

  @Column('smallint')
  floor!: number;

  @Column('smallint')
  standing!: number;

  @Column('varchar', { length: 60, array: true })
  questions!: string[];

  /** Code and section: `HS 11358`. */
  @Column('varchar', { length: 40 })
  section!: string;

  @Column('smallint')
  file!: number;

  /** Number of the row in its file, from 0. */
  @Column('int')
  row!: number;

  @Column('int')
  line!: number;

  @Column('bigint', { name: 'byte_offset' })
  byteOffset!: string;

  /** Places of the other rows that name the conviction, `FILE:ROW`, where a source beside the state's files does. */
  @Column('varchar', { name: 'named_by', length: 24, array: true, default: [] })
  namedBy!: string[];

  @Column('int', { name: 'member_offset' })
  memberOffset!: number;

  @Column('int', { name: 'member_length' })
  memberLength!: number;

  @Column('varchar', { length: 200 })
  trace!: string;
}

export const ELIGIBILITY_ENTITIES = [DecidedRun, DecisionBatch, DeterminationRow, CaseDecision, CorrectionRow, ...REVISION_ENTITIES] as const;

/** The columns of `determination` in the order in which they are copied. */
export const DETERMINATION_COLUMNS = [
  'office', 'run', 'revision', 'batch', 'place', 'person', 'conviction', 'basis', 'outcome', 'relief', 'floor', 'standing', 'questions',
  'section', 'file', 'row', 'line', 'byte_offset', 'named_by', 'member_offset', 'member_length', 'trace',
] as const;
