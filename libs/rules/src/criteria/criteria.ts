import { type Criterion } from '../engine/criterion';
import { CONVICTION_CRITERIA } from './conviction-criteria';
import { PERSON_CRITERIA } from './person-criteria';
import { PRIOR_CRITERIA } from './prior-criteria';

/** Every criterion that a policy can name. Provisions of the statute (see `src/law`) are added here. */
export const CRITERIA: readonly Criterion[] = [...CONVICTION_CRITERIA, ...PERSON_CRITERIA, ...PRIOR_CRITERIA];
