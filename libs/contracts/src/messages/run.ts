import { z } from 'zod';
import { defineMessage } from '../envelope';
import { Code, Count, Revision, Sha256 } from '../primitives';
import { STAGES } from '../run-state';

const requested1 = z.strictObject({ settings: Sha256 });

/** The gateway asks for a run, or for a new revision of it. */
export const runRequested = defineMessage({
  type: 'run.requested',
  version: 2,
  stream: 'RUNS',
  data: z.strictObject({
    settings: Sha256,
    /** The last revision that is done: only people whom the new one touches are decided again. Null: everyone is decided. */
    before: Revision.nullable(),
  }),
  previous: { version: 1, data: requested1, upgrade: (old: z.infer<typeof requested1>) => ({ ...old, before: null }) },
});

export const runCancelled = defineMessage({ type: 'run.cancelled', version: 1, stream: 'RUNS', data: z.strictObject({ reason: Code }) });

/** The end of a run that cannot go on. `message` is for a person: it names the kind of thing and the cure. */
export const runFailed = defineMessage({
  type: 'run.failed',
  version: 1,
  stream: 'RUNS',
  data: z.strictObject({ stage: z.enum(STAGES), kind: z.enum(['refused', 'poison', 'bug']), code: Code, message: z.string().max(600) }),
});

/** A service began a stage; the batch of the envelope is the stage's place in `STAGES`. Stages overlap: see `stepsTowards`. */
export const stageStarted = defineMessage({ type: 'stage.started', version: 1, stream: 'RUNS', data: z.strictObject({ stage: z.enum(STAGES) }) });

/** A stage waits for a person: a message of it lies with the dead letters, listed by this hash. */
export const stageStalled = defineMessage({
  type: 'stage.stalled',
  version: 1,
  stream: 'RUNS',
  data: z.strictObject({ stage: z.enum(STAGES), service: z.string().max(40), deadLetter: Sha256, code: Code }),
});

/** Destroy the run's personal data; hashes and counts stay. */
export const runPurged = defineMessage({ type: 'run.purged', version: 1, stream: 'RUNS', data: z.strictObject({ reason: Code }) });

/** How far a stage is: told often, over plain NATS, kept nowhere. */
export const Progress = z.strictObject({
  stage: z.enum(STAGES),
  unit: z.enum(['bytes', 'rows', 'persons', 'batches', 'files', 'letters', 'percent']),
  done: Count,
  /** Null while it is not known. */
  total: Count.nullable(),
});
export type Progress = z.infer<typeof Progress>;

/** `clearway.progress.OFFICE.RUN` */
export const PROGRESS_TYPE = 'progress';
