import { z } from 'zod';
import { defineMessage } from '../envelope';
import { Count, OutputFile, Sha256 } from '../primitives';
import { OUTCOMES } from '../codes';

const batch2 = z.strictObject({ settings: Sha256, blob: Sha256, bytes: Count, persons: Count, convictions: Count });

/**
 * A batch of decisions: a blob of gzip members, one JSON `DecidedPerson` and a line feed in each, in history order. Since version 2 a
 * decided conviction has `matchKeys`; in blobs of version 1 they are absent, and what goes to the state says so by empty fields.
 */
export const determinationsBatch = defineMessage({
  type: 'determinations.batch',
  version: 3,
  stream: 'DETERMINATIONS',
  data: z.strictObject({
    ...batch2.shape,
    /** How many of the persons are as the revision before decided them: nothing about them changed. */
    carried: Count,
  }),
  previous: { version: 2, data: batch2, upgrade: (old: z.infer<typeof batch2>) => ({ ...old, carried: 0 }) },
});

const sealed2 = z.strictObject({
  settings: Sha256,
  batches: Count,
  persons: Count,
  convictions: Count,
  outcomes: z.partialRecord(z.enum(OUTCOMES), Count),
  /** JSON in the content store: `BatchManifest` of the decision blobs (`rows` counts convictions). */
  manifest: Sha256,
  /** The manifest of the histories that were decided. */
  histories: Sha256,
  population: Sha256,
  rejectedRows: Sha256,
  ruleSet: z.string().max(80),
  policy: Sha256,
});

/** Everyone is decided. Carries all that papers, letters and reports need, by hash. */
export const determinationsSealed = defineMessage({
  type: 'determinations.sealed',
  version: 3,
  stream: 'DETERMINATIONS',
  data: z.strictObject({
    ...sealed2.shape,
    carried: Count,
    /** The determinations that differ from those of the revision before, as a file; null in a first revision. */
    changes: z.strictObject({ determinations: Count, file: OutputFile }).nullable(),
  }),
  previous: {
    version: 2,
    data: sealed2,
    upgrade: (old: z.infer<typeof sealed2>) => ({ ...old, carried: 0, changes: null }),
  },
});
