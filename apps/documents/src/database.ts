import { BOOKKEEPING } from '@clearway/messaging';
import { type ServiceDatabase } from '@clearway/persistence';
import { FilingEvent, FilingWords, RunBatch } from './filing-book/filing-event.entity';
import { DOCUMENTS_MIGRATIONS } from './migrations';
import { DrawnRunEntity } from './packets/drawn-run.entity';

export const DOCUMENTS_ENTITIES = [DrawnRunEntity, FilingEvent, FilingWords, RunBatch] as const;

/** What the tool that writes migrations and the tests read. */
export const DATABASE: ServiceDatabase = {
  service: 'documents',
  entities: [...BOOKKEEPING, ...DOCUMENTS_ENTITIES],
  migrations: DOCUMENTS_MIGRATIONS,
};
