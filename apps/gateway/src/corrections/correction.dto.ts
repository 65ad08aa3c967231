import { CORRECTION_STATES, CorrectionView } from '@clearway/contracts';
import { CORRECTION_FIELDS } from '@clearway/record';
import { z } from 'zod';
import { signed, words } from '../decisions/decision.dto';
import { RunIdSchema } from '../runs/run.dto';

/** One value that was found. */
const FoundSchema = z.strictObject({
  kind: z
    .string()
    .regex(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/, 'must be a kind of defect, such as partial-date')
    .max(80)
    .default('')
    .describe('The kind of defect that it mends'),
  person: z.string().regex(/^[A-Za-z0-9]{1,64}$/, 'must be the id of a person'),
  key: z
    .string()
    .regex(/^(?:[0-9]{1,4}:[0-9]{1,20})?$/, 'must be the key of a count, such as 0:101002001000')
    .default('')
    .describe("Left out for the person's own values (birth-date)"),
  field: z.enum(CORRECTION_FIELDS, `must be one of ${CORRECTION_FIELDS.join(', ')}`),
  was: z
    .string()
    .max(400, 'must have at most 400 characters')
    .describe(
      'What the record says there, as `Recorded Now` has it: where it says something else, the correction is stale',
    ),
  value: z.string().trim().min(1, 'must not be empty').max(60, 'must have at most 60 characters'),
  evidence: words('where the value was found'),
  ...signed,
});

export const FoundListSchema = z.strictObject({
  corrections: z
    .array(FoundSchema)
    .min(1, 'must have at least one correction')
    .max(500, 'must have at most 500 corrections'),
});
export type FoundList = z.infer<typeof FoundListSchema>;

export const RecordedSchema = z.object({
  recorded: z.number().int(),
  known: z.number().int().describe('The office had them already'),
});

export const CorrectionIdSchema = z
  .string()
  .regex(/^[0-9a-f]{16}$/, 'must be the id of a correction, 16 hexadecimal digits');

export const WorklistKindSchema = z
  .string()
  .regex(/^[a-z0-9-]{1,80}$/, 'must be a kind of defect, such as partial-date');

export const CorrectionsQuerySchema = z.strictObject({
  limit: z.coerce
    .number()
    .int('must be a whole number')
    .min(1, 'must be at least 1')
    .max(500, 'must be at most 500')
    .default(100),
  after: z
    .string()
    .regex(/^\d{1,9}$/, 'must be the cursor of the page before')
    .optional(),
  state: z.enum(CORRECTION_STATES, `must be one of ${CORRECTION_STATES.join(', ')}`).optional(),
  run: RunIdSchema.optional(),
});
export const CORRECTION_USES = ['used', 'stale', 'no-such-place', 'undone', 'replaced', 'recorded', 'waiting'] as const;

/** What became of a correction in a revision. */
export const CorrectionUseSchema = z.object({
  state: z.enum(CORRECTION_USES),
  why: z.string().describe('In words'),
});
export type CorrectionUse = z.infer<typeof CorrectionUseSchema>;

export const CorrectionsPageSchema = z.object({
  run: z
    .string()
    .nullable()
    .describe('The run that `use` speaks of: the one asked for, else the newest that is done; null without any'),
  revision: z.number().int().nullable().describe('Its newest revision that is done'),
  items: z.array(
    CorrectionView.extend({ use: CorrectionUseSchema.nullable().describe('What became of it there, and why') }),
  ),
  next: z.string().nullable(),
  counts: z
    .partialRecord(z.enum(CORRECTION_STATES), z.number().int())
    .describe('All corrections of the office by their state now'),
});
export type CorrectionsPage = z.infer<typeof CorrectionsPageSchema>;

export const ImportedFileSchema = z.object({
  recorded: z.number().int(),
  known: z.number().int().describe('The office had them already: the same file twice records nothing'),
  replaced: z
    .number()
    .int()
    .describe('What stood in force before and does not now, because a later event of the file speaks of the same'),
});
export type ImportedFile = z.infer<typeof ImportedFileSchema>;

export type CorrectionsQuery = z.infer<typeof CorrectionsQuerySchema>;
