import { BOOKKEEPING } from '@clearway/messaging';
import { type ServiceDatabase } from '@clearway/persistence';
import { NOTIFICATION_MIGRATIONS } from './migrations';
import { WrittenNoticesEntity } from './notices/written-notices.entity';

export const NOTIFICATION_ENTITIES = [WrittenNoticesEntity] as const;

/** What the tool that writes migrations and the tests read. */
export const DATABASE: ServiceDatabase = {
  service: 'notification',
  entities: [...BOOKKEEPING, ...NOTIFICATION_ENTITIES],
  migrations: NOTIFICATION_MIGRATIONS,
};
