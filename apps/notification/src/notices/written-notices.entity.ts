import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The letters of a run, written. Hashes only: it stays when the run is purged. */
@Entity('written_notices')
export class WrittenNoticesEntity {
  @PrimaryColumn('varchar', { length: 40 })
  office!: string;

  @PrimaryColumn('uuid')
  run!: string;

  @PrimaryColumn('int')
  revision!: number;

  /** Content hash of the `OutputManifest`. */
  @Column('char', { length: 64 })
  manifest!: string;
}
