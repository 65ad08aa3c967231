import { Column, Entity, Index } from 'typeorm';
import { RecordedEvent } from '../recorded/recorded-event';

/**
 * What an attorney of an office decided about a conviction or two records. `person`, `other_person` and `conviction` are emptied with
 * the line.
 */
@Entity('case_decision')
@Index('case_decision_id', ['recorded.office', 'recorded.id'])
@Index('case_decision_person', ['recorded.office', 'person'])
export class CaseDecision {
  @Column(() => RecordedEvent, { prefix: false })
  recorded!: RecordedEvent;

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
}
