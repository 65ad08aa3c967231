import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file that a run made: its name, and its bytes by hash. The row stays when the run is purged, the bytes do not. */
@Entity({ name: 'run_output' })
export class RunOutputEntity {
  @PrimaryColumn({ type: 'text' })
  office!: string;

  @PrimaryColumn({ type: 'uuid' })
  run!: string;

  @PrimaryColumn({ type: 'int' })
  revision!: number;

  @PrimaryColumn({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  sha256!: string;

  @Column({ type: 'bigint' })
  bytes!: string;

  @Column({ type: 'text', name: 'made_by' })
  madeBy!: string;
}
