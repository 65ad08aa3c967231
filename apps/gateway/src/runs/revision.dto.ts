import { determinationChanges, RUN_STATES, SOURCE_KINDS } from '@clearway/contracts';
import { z } from 'zod';
import { REVISION_REASONS } from './run-revision.entity';
import { DoneListSchema, SourceFileSchema, RunViewSchema } from './run.dto';

export const AddFilesSchema = z
  .strictObject({
    files: z
      .array(SourceFileSchema)
      .max(64, 'must name at most 64 files')
      .default([])
      .describe('Uploaded before. Files that the run has already, by their bytes, change nothing.'),
    done: z
      .array(DoneListSchema)
      .max(16, 'must name at most 16 lists')
      .default([])
      .describe('Lists of what already happened, uploaded before (kind=done-list); as `done` of a new run.'),
  })
  .refine(({ files, done }) => files.length + done.length > 0, 'must name at least one uploaded file or list');
export type AddFiles = z.infer<typeof AddFilesSchema>;

export const RenewSchema = z.strictObject({
  reason: z
    .enum(['decisions', 'corrections', 'court-answers'], 'must be decisions, corrections or court-answers')
    .describe(
      'decisions: all that the office has decided by now; corrections: all values that it has corrected by now; court-answers: all that courts have said by now.',
    ),
});
export type Renew = z.infer<typeof RenewSchema>;

export const RevisedSchema = RunViewSchema.extend({
  revised: z.boolean().describe('False: the run is as it was'),
  because: z.string().describe('Why, in words'),
});
export type RevisedView = z.infer<typeof RevisedSchema>;

export const RevisionViewSchema = z.object({
  revision: z.number().int(),
  reason: z.enum(REVISION_REASONS),
  state: z.enum(RUN_STATES),
  settings: z.string().describe('Hash of all that it depends on'),
  inputs: RunViewSchema.shape.inputs,
  decisions: z.string().nullable(),
  corrections: z.string().nullable(),
  book: z.string().nullable(),
  counts: z.record(z.string(), z.number().int()),
  failure: RunViewSchema.shape.failure.describe('Why it failed, with the cure; null of every other'),
  createdBy: z.string(),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
});
export type RevisionView = z.infer<typeof RevisionViewSchema>;

export const RevisionListSchema = z.object({ items: z.array(RevisionViewSchema) });

/** What became of an input of a revision. Numbers are null until it is read. */
export const RunFileSchema = z.object({
  name: z.string(),
  sha256: z.string(),
  bytes: z.number().int(),
  kind: z.enum(SOURCE_KINDS),
  mapping: z
    .object({ name: z.string(), how: z.enum(['given', 'shipped', 'guessed']) })
    .nullable()
    .describe("What read a court's export"),
  read: z.number().int().nullable().describe('Rows, of a RAP sheet lines that say something; read = used + rejected'),
  used: z.number().int().nullable(),
  rejected: z.number().int().nullable(),
  people: z.number().int().nullable().describe('Who have a row there'),
  joined: z.number().int().nullable().describe('Its records that are one person with another record'),
  asked: z.number().int().nullable().describe('Questions who is who about its records'),
});
export type RunFileView = z.infer<typeof RunFileSchema>;

export const RunFilesSchema = z.object({ revision: z.number().int(), items: z.array(RunFileSchema) });

/** One revision of a run; left out: the newest that is done. */
export const RevisionSchema = z.coerce
  .number()
  .int('must be a whole number')
  .min(1, 'must be at least 1')
  .max(1_000_000, 'must be at most 1,000,000')
  .optional();

export const RevisionQuerySchema = z.strictObject({ revision: RevisionSchema });
export type RevisionQuery = z.infer<typeof RevisionQuerySchema>;

export const ChangesQuerySchema = z.strictObject({
  revision: RevisionSchema,
  limit: z.coerce
    .number()
    .int('must be a whole number')
    .min(1, 'must be at least 1')
    .max(500, 'must be at most 500')
    .default(100),
  after: z
    .string()
    .regex(/^[0-9]{1,9}$/, 'must be the cursor of the page before')
    .optional(),
});
export type ChangesQuery = z.infer<typeof ChangesQuerySchema>;

export const ChangesSchema = determinationChanges.reply;

/** For the description of the API. */
export const REVISION_QUERY = {
  name: 'revision',
  required: false,
  description: 'One revision of the run; left out: the newest that is done',
  schema: { type: 'integer' as const, minimum: 1 },
};
