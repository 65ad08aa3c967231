import { type ServiceDatabase } from '@clearway/persistence';
import { FirstTables1795430876686 } from './1795430876686-first-tables';

/** In the order in which they run. */
export const INGESTION_MIGRATIONS: ServiceDatabase['migrations'] = [FirstTables1795430876686];
