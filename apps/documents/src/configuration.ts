import { homedir } from 'node:os';
import { join } from 'node:path';
import { SERVICE_SETTINGS, asCount, asPath, setting, type Configured } from '@clearway/platform';

/** What documents can be told by its environment, besides what every service can. */
export const DOCUMENTS_SETTINGS = {
  ...SERVICE_SETTINGS,
  threads: setting('CLEARWAY_THREADS', asCount.default(2), 'give how many threads write results, 1 or more'),
  packetsInBatch: setting(
    'CLEARWAY_BATCH_PACKETS',
    asCount.default(100),
    'give how many packets are announced together, 1 or more',
  ),
  // The folder of `clearway forms`: one office's registry serves the command line and the services of its machine.
  forms: setting(
    'CLEARWAY_FORMS',
    asPath.default(join(homedir(), '.clearway', 'forms')),
    'give the folder of courts’ forms (clearway forms)',
  ),
} as const;

export type DocumentsConfiguration = Configured<typeof DOCUMENTS_SETTINGS>;
