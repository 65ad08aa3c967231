import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A run that is drawn, or waits for its letters to be closed. Hashes only: it stays when the run is purged. */
@Entity('drawn_run')
export class DrawnRunEntity {
  @PrimaryColumn('varchar', { length: 40 })
  office!: string;

  @PrimaryColumn('uuid')
  run!: string;

  @PrimaryColumn('int')
  revision!: number;

  /** Content hash of the `DrawnBooks`; null until everything but the closing files is written. */
  @Column('char', { length: 64, nullable: true })
  drawn!: string | null;

  /** Content hash of the manifest of the letters; null until they are sealed. */
  @Column('char', { length: 64, nullable: true })
  notices!: string | null;

  /** Content hash of the manifest of all outputs; null until the books are closed. */
  @Column('char', { length: 64, nullable: true })
  manifest!: string | null;
}
