import { type ServiceDatabase } from '@clearway/persistence';
import { FirstTables1795432029201 } from './1795432029201-first-tables';

/** In the order in which they run. */
export const NOTIFICATION_MIGRATIONS: ServiceDatabase['migrations'] = [FirstTables1795432029201];
