import { type ServiceDatabase } from '@clearway/persistence';
import { FirstTables1795432024859 } from './1795432024859-first-tables';
import { BookOfFilings1795731480923 } from './1795731480923-book-of-filings';

/** In the order in which they run. */
export const DOCUMENTS_MIGRATIONS: ServiceDatabase['migrations'] = [
  FirstTables1795432024859,
  BookOfFilings1795731480923,
];
