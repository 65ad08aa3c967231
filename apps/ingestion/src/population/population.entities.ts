import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A run whose inputs are read, or being read. Hashes and counts: it stays when the run is purged. */
@Entity('read_run')
export class ReadRun {
  @PrimaryColumn('varchar', { length: 40 })
  office!: string;

  @PrimaryColumn('uuid')
  run!: string;

  @PrimaryColumn('int')
  revision!: number;

  /** People in a batch: fixed when the run is first seen, so that a batch is the same after a restart with another setting. */
  @Column('int', { name: 'batch_persons' })
  batchPersons!: number;

  @Column('int', { nullable: true })
  batches!: number | null;

  @Column('int', { nullable: true })
  persons!: number | null;

  @Column('char', { length: 64, nullable: true })
  manifest!: string | null;

  @Column('char', { length: 64, nullable: true })
  population!: string | null;

  @Column('char', { name: 'rejected_rows', length: 64, nullable: true })
  rejectedRows!: string | null;

  @Column('bigint', { name: 'rejected_rows_bytes', nullable: true })
  rejectedRowsBytes!: string | null;
}

/** A batch of histories, stored. Hashes and counts: it stays when the run is purged. */
@Entity('history_batch')
export class HistoryBatch {
  @PrimaryColumn('varchar', { length: 40 })
  office!: string;

  @PrimaryColumn('uuid')
  run!: string;

  @PrimaryColumn('int')
  revision!: number;

  @PrimaryColumn('int')
  batch!: number;

  @Column('char', { length: 64 })
  blob!: string;

  @Column('int')
  bytes!: number;

  @Column('int')
  persons!: number;

  @Column('int')
  rows!: number;
}

/** Where a person's history stands: batch, and the range of its member in the batch's blob. */
@Entity('person_place')
export class PersonPlace {
  @PrimaryColumn('varchar', { length: 40 })
  office!: string;

  @PrimaryColumn('uuid')
  run!: string;

  @PrimaryColumn('int')
  revision!: number;

  @PrimaryColumn('varchar', { length: 32 })
  person!: string;

  @Column('int')
  batch!: number;

  @Column('int', { name: 'byte_offset' })
  offset!: number;

  @Column('int')
  length!: number;
}

export const INGESTION_ENTITIES = [ReadRun, HistoryBatch, PersonPlace] as const;
