import { Column, Entity, Index } from 'typeorm';
import { RecordedEvent } from '../recorded/recorded-event';

/** A value of the record that an office found elsewhere, or the undo of one. `person` is emptied with the line. */
@Entity('correction')
@Index('correction_person', ['recorded.office', 'person'])
export class CorrectionRow {
  @Column(() => RecordedEvent, { prefix: false })
  recorded!: RecordedEvent;

  /** `correction` or `undo`. */
  @Column('varchar', { length: 24 })
  what!: string;

  /** Of an undo the person of what it takes back. */
  @Column('varchar', { length: 64, nullable: true })
  person!: string | null;
}
