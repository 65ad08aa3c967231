import { type ServiceDatabase } from '@clearway/persistence';
import { FirstTables1795432024859 } from './1795432024859-first-tables';

/** In the order in which they run. */
export const DOCUMENTS_MIGRATIONS: ServiceDatabase['migrations'] = [FirstTables1795432024859];
