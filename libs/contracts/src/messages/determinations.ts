import { z } from 'zod';
import { defineMessage } from '../envelope';
import { Count, Sha256 } from '../primitives';
import { OUTCOMES } from '../codes';

const batch = z.strictObject({ settings: Sha256, blob: Sha256, bytes: Count, persons: Count, convictions: Count });

/**
 * A batch of decisions: a blob of gzip members, one JSON `DecidedPerson` and a line feed in each, in history order. Since version 2 a
 * decided conviction has `matchKeys`; in blobs of version 1 they are absent, and what goes to the state says so by empty fields.
 */
export const determinationsBatch = defineMessage({
  type: 'determinations.batch',
  version: 2,
  stream: 'DETERMINATIONS',
  data: batch,
  previous: { version: 1, data: batch, upgrade: (old: z.infer<typeof batch>) => old },
});

const sealedWith = <Outcome extends string>(outcomes: readonly [Outcome, ...Outcome[]]) =>
  z.strictObject({
    settings: Sha256,
    batches: Count,
    persons: Count,
    convictions: Count,
    outcomes: z.partialRecord(z.enum(outcomes), Count),
    /** JSON in the content store: `BatchManifest` of the decision blobs (`rows` counts convictions). */
    manifest: Sha256,
    /** The manifest of the histories that were decided. */
    histories: Sha256,
    population: Sha256,
    rejectedRows: Sha256,
    ruleSet: z.string().max(80),
    policy: Sha256,
  });

/** The outcomes of version 1: before an election could dismiss without sealing. */
const OUTCOMES_1 = ['not-eligible', 'recall-and-resentence', 'dismiss-sentence', 'redesignate-misdemeanor', 'redesignate-infraction', 'dismiss-and-seal', 'review', 'refer-to-other-prosecutor'] as const;
const sealed1 = sealedWith(OUTCOMES_1);

/** Everyone is decided. Carries all that papers, letters and reports need, by hash. */
export const determinationsSealed = defineMessage({
  type: 'determinations.sealed',
  version: 2,
  stream: 'DETERMINATIONS',
  data: sealedWith(OUTCOMES),
  previous: { version: 1, data: sealed1, upgrade: (old: z.infer<typeof sealed1>) => old },
});
