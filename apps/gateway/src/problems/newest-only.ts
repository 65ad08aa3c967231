import { z } from 'zod';
import { ZodPipe } from './zod.pipe';

/**
 * `revision` at an address that shows, or takes, the newest revision only: who asks for another one is told, and never gets the newest
 * instead.
 */
export const newestOnly = z
  .string()
  .optional()
  .refine(
    (revision) => revision === undefined,
    'this address is about the newest revision of which everyone is decided; leave it out. Outputs (also public_defender.csv), determinations, explanations, changes, worklists and samples of another revision are at their addresses with ?revision=N',
  );

/** For addresses without another parameter. */
export const NEWEST_ONLY = new ZodPipe(z.object({ revision: newestOnly }));
