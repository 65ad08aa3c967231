import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** One entry of a run's event log, numbered from 1 without gaps: what followers are sent and can resume from. */
@Entity({ name: 'run_event' })
export class RunEventEntity {
  @PrimaryColumn({ type: 'text' })
  office!: string;

  @PrimaryColumn({ type: 'uuid' })
  run!: string;

  @PrimaryColumn({ type: 'int' })
  sequence!: number;

  @Column({ type: 'text' })
  type!: string;

  @Column({ type: 'jsonb' })
  data!: Record<string, unknown>;

  @CreateDateColumn({ type: 'timestamptz', name: 'recorded_at' })
  recordedAt!: Date;
}
