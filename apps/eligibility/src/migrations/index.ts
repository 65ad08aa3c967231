import { type ServiceDatabase } from '@clearway/persistence';
import { FirstTables1795431058629 } from './1795431058629-first-tables';

/** In the order in which they run. */
export const ELIGIBILITY_MIGRATIONS: ServiceDatabase['migrations'] = [FirstTables1795431058629];
