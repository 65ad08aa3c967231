import { z } from 'zod';
import { defineMessage } from '../envelope';
import { Count, OutputFile, Sha256 } from '../primitives';

/** What is known of one input after it was read. Rows read = used + rejected. */
export const InputCounts = z.strictObject({
  sha256: Sha256,
  bytes: Count,
  rowsRead: Count,
  rowsUsed: Count,
  rowsRejected: Count,
  emptyLines: Count,
  physicalLines: Count,
});

/** A batch of histories: a blob of gzip members, see `historyMembers`. */
export const historiesBatch = defineMessage({
  type: 'histories.batch',
  version: 1,
  stream: 'HISTORIES',
  data: z.strictObject({ settings: Sha256, blob: Sha256, bytes: Count, persons: Count, rows: Count }),
});

export const historiesSealed = defineMessage({
  type: 'histories.sealed',
  version: 1,
  stream: 'HISTORIES',
  data: z.strictObject({
    settings: Sha256,
    batches: Count,
    persons: Count,
    /** JSON in the content store: `BatchManifest`. */
    manifest: Sha256,
    /** JSON in the content store: what the reader counted over all inputs. */
    population: Sha256,
    rejectedRows: OutputFile,
    inputs: z.array(InputCounts),
  }),
});

/** The batches of a sealed stage in order; its hash is the stage's manifest hash. */
export const BatchManifest = z.strictObject({
  stage: z.enum(['histories', 'determinations']),
  batches: z.array(z.strictObject({ batch: Count, blob: Sha256, bytes: Count, persons: Count, rows: Count })),
});
export type BatchManifest = z.infer<typeof BatchManifest>;
