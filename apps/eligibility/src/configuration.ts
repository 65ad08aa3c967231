import { SERVICE_SETTINGS, asCount, setting, type Configured } from '@clearway/platform';

/** What eligibility can be told by its environment, besides what every service can. */
export const ELIGIBILITY_SETTINGS = {
  ...SERVICE_SETTINGS,
  threads: setting('CLEARWAY_THREADS', asCount.default(2), 'give how many threads decide, 1 or more'),
} as const;

export type EligibilityConfiguration = Configured<typeof ELIGIBILITY_SETTINGS>;
