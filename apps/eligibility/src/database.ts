import { BOOKKEEPING } from '@clearway/messaging';
import { type ServiceDatabase } from '@clearway/persistence';
import { ELIGIBILITY_ENTITIES } from './determinations/determination.entities';
import { ELIGIBILITY_MIGRATIONS } from './migrations';

/** What the tool that writes migrations and the tests read. */
export const DATABASE: ServiceDatabase = {
  service: 'eligibility',
  entities: [...BOOKKEEPING, ...ELIGIBILITY_ENTITIES],
  migrations: ELIGIBILITY_MIGRATIONS,
};
