import { SERVICE_SETTINGS, asCount, setting, type Configured } from '@clearway/platform';

/** What ingestion can be told by its environment, besides what every service can. */
export const INGESTION_SETTINGS = {
  ...SERVICE_SETTINGS,
  /** Part of what makes a batch the same batch after a crash: it is stored with the run. */
  batchPersons: setting(
    'CLEARWAY_BATCH_PERSONS',
    asCount.default(250),
    'give how many people a batch holds, 1 or more',
  ),
  scanThreads: setting(
    'CLEARWAY_SCAN_THREADS',
    asCount.default(2),
    'give how many threads look for the edges of records, 1 or more',
  ),
} as const;

export type IngestionConfiguration = Configured<typeof INGESTION_SETTINGS>;
