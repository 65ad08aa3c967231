import { z } from 'zod';
import { defineMessage } from '../envelope';
import { Count, OutputFile, Sha256 } from '../primitives';

const counts = z.record(z.string().regex(/^[A-Za-z0-9_.-]{1,60}$/), Count);

/** Some of a run's packets are drawn: their files, by hash. */
export const packetsBatch = defineMessage({
  type: 'packets.batch',
  version: 1,
  stream: 'PACKETS',
  data: z.strictObject({ settings: Sha256, packets: Count, released: Count, manifest: Sha256 }),
});

/** All results, reports and papers of the run stand. `outputs` lists every file that can be downloaded. */
export const packetsSealed = defineMessage({
  type: 'packets.sealed',
  version: 1,
  stream: 'PACKETS',
  data: z.strictObject({
    settings: Sha256,
    batches: Count,
    manifest: Sha256,
    outputs: z.array(OutputFile).max(2000),
    counts,
  }),
});

export const noticesBatch = defineMessage({
  type: 'notices.batch',
  version: 1,
  stream: 'NOTICES',
  data: z.strictObject({ settings: Sha256, notices: Count, manifest: Sha256 }),
});

/** Sent also when no letters were asked for: then with no outputs. */
export const noticesSealed = defineMessage({
  type: 'notices.sealed',
  version: 1,
  stream: 'NOTICES',
  data: z.strictObject({
    settings: Sha256,
    batches: Count,
    manifest: Sha256,
    outputs: z.array(OutputFile).max(2000),
    counts,
  }),
});

/** What a `manifest` of packets or notices holds, as JSON in the content store. */
export const OutputManifest = z.strictObject({ outputs: z.array(OutputFile), counts });
export type OutputManifest = z.infer<typeof OutputManifest>;
