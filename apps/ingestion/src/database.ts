import { BOOKKEEPING } from '@clearway/messaging';
import { type ServiceDatabase } from '@clearway/persistence';
import { INGESTION_MIGRATIONS } from './migrations';
import { INGESTION_ENTITIES } from './population/population.entities';

/** What the tool that writes migrations and the tests read. */
export const DATABASE: ServiceDatabase = {
  service: 'ingestion',
  entities: [...BOOKKEEPING, ...INGESTION_ENTITIES],
  migrations: INGESTION_MIGRATIONS,
};
