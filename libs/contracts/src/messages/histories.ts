import { z } from 'zod';
import { defineMessage } from '../envelope';
import { Count, OutputFile, Revision, Sha256 } from '../primitives';
import { SOURCE_KINDS } from '../run-settings';

const input1 = z.strictObject({
  sha256: Sha256,
  bytes: Count,
  rowsRead: Count,
  rowsUsed: Count,
  rowsRejected: Count,
  emptyLines: Count,
  physicalLines: Count,
});

/** What is known of one input after it was read. Rows read = used + rejected; of a RAP sheet, lines that say something. */
export const InputCounts = z.strictObject({
  ...input1.shape,
  kind: z.enum(SOURCE_KINDS),
  /** People who have a row there. */
  people: Count,
  /** Records that were joined with another one, and questions about its records. */
  joined: Count,
  asked: Count,
  /** Name of the mapping that read a court's export, and how it was found. */
  mapping: z.strictObject({ name: z.string().max(120), how: z.enum(['given', 'shipped', 'guessed']) }).nullable(),
});
export type InputCounts = z.infer<typeof InputCounts>;

const batch1 = z.strictObject({ settings: Sha256, blob: Sha256, bytes: Count, persons: Count, rows: Count });

const batch2 = z.strictObject({
  ...batch1.shape,
  /** What each input is and covers, as JSON in the content store; null where all are files of the state. */
  sources: Sha256.nullable(),
  /** The revision before, and in which of its batches the people of this one stood: whoever is the same there is not decided again. */
  before: z.strictObject({ revision: Revision, batches: z.array(Count) }).nullable(),
});

/** A batch of histories: a blob of gzip members, see `historyMembers`. */
export const historiesBatch = defineMessage({
  type: 'histories.batch',
  version: 3,
  stream: 'HISTORIES',
  data: z.strictObject({
    ...batch2.shape,
    /** Whom the people of the lists of what already happened are found to be, as JSON in the content store; null where nobody was joined. */
    listed: Sha256.nullable(),
  }),
  previous: { version: 2, data: batch2, upgrade: (old: z.infer<typeof batch2>) => ({ ...old, listed: null }) },
});

const OF_A_STATE_FILE = { kind: 'state-file' as const, people: 0, joined: 0, asked: 0, mapping: null };

const sealed1 = z.strictObject({
  settings: Sha256,
  batches: Count,
  persons: Count,
  /** JSON in the content store: `BatchManifest`. */
  manifest: Sha256,
  /** JSON in the content store: what the reader counted over all inputs. */
  population: Sha256,
  rejectedRows: OutputFile,
  inputs: z.array(input1),
});

export const historiesSealed = defineMessage({
  type: 'histories.sealed',
  version: 2,
  stream: 'HISTORIES',
  data: z.strictObject({
    ...sealed1.shape,
    inputs: z.array(InputCounts),
    /** The revision that this one is held against; null for the first. */
    before: Revision.nullable(),
  }),
  previous: { version: 1, data: sealed1, upgrade: (old: z.infer<typeof sealed1>) => ({ ...old, before: null, inputs: old.inputs.map((input) => ({ ...input, ...OF_A_STATE_FILE })) }) },
});

/** The batches of a sealed stage in order; its hash is the stage's manifest hash. */
export const BatchManifest = z.strictObject({
  stage: z.enum(['histories', 'determinations']),
  batches: z.array(z.strictObject({ batch: Count, blob: Sha256, bytes: Count, persons: Count, rows: Count })),
});
export type BatchManifest = z.infer<typeof BatchManifest>;
