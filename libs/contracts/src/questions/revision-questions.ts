import { z } from 'zod';
import { CHANGE_REASONS, OUTCOMES, RELIEFS, STANDINGS } from '../codes';
import { Count, PersonId, Revision } from '../primitives';
import { defineQuestion, ofRevision, page } from './question';

const decided = z.strictObject({
  person: PersonId,
  conviction: z.string(),
  outcome: z.enum(OUTCOMES),
  relief: z.enum(RELIEFS),
  floor: z.enum(RELIEFS),
  standing: z.enum(STANDINGS),
  questions: z.array(z.string()),
});

/** A conviction of which a revision says something else than the one before. */
export const DeterminationChange = z.strictObject({
  why: z.enum(CHANGE_REASONS),
  /** As the revision before decided it; null where it had no such conviction. */
  before: decided.nullable(),
  /** As this one does; null where it has no such conviction any more. */
  after: decided.nullable(),
  /** Code and section: `HS 11358`. */
  section: z.string(),
  /** Where the conviction stands in the inputs of this revision (of the one before when it is gone): place of the file from 0, line from 1. */
  source: z.strictObject({ file: Count, line: Count }),
});
export type DeterminationChange = z.infer<typeof DeterminationChange>;

/** The determinations that differ from the revision before, in the order of the file; those that are gone stand last. */
export const determinationChanges = defineQuestion({
  subject: 'eligibility.changes',
  version: 1,
  request: z.strictObject({ ...ofRevision, ...page }),
  reply: z.strictObject({
    revision: Revision,
    /** The revision that it is held against; null for the first, which changes nothing. */
    before: Revision.nullable(),
    total: Count,
    items: z.array(DeterminationChange),
    next: z.string().nullable(),
  }),
});
