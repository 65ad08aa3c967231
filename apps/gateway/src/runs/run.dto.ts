import { RUN_STATES, SOURCE_KINDS } from '@clearway/contracts';
import { parseCalendarDate } from '@clearway/record';
import { z } from 'zod';
import { REVISION_REASONS } from './run-revision.entity';

const SHA256 = /^[0-9a-f]{64}$/;

export const Sha256Schema = z.string().regex(SHA256, 'must be the SHA-256 of an upload: 64 hexadecimal digits in lower case');

/** One office's data never meets another's: the office is the first part of every key, path and route. */
export const OfficeSchema = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/, 'must be 1 to 40 of a-z, 0-9 and -, such as fresno-da');

export const InputFileSchema = z.strictObject({
  sha256: Sha256Schema.describe('Hash answered by the upload.'),
  name: z
    .string()
    .min(1, 'must not be empty')
    .max(200, 'must have at most 200 characters')
    .regex(/^[^/\\\p{Cc}]+$/u, 'must be a file name without a path')
    .describe('Name under which results speak of the file.'),
});

const MappingSchema = z
  .strictObject({
    name: z.string().min(1, 'must not be empty').max(100, 'must have at most 100 characters').optional().describe('One that comes with Clearway.'),
    text: z.string().min(1, 'must not be empty').max(200_000, 'must have at most 200,000 characters').optional().describe('A mapping as YAML.'),
  })
  .refine((mapping) => (mapping.name === undefined) !== (mapping.text === undefined), 'must have either a name or a text, and not both');

/** A file of the state, an export of a court's case system, a RAP sheet: told apart by content. */
export const SourceFileSchema = InputFileSchema.extend({
  mapping: MappingSchema.optional().describe("How a court's export is read; left out: the mapping that fits, of those that come with Clearway, or one that leaves nothing open."),
});

const CourtFileSchema = z.strictObject({
  name: z
    .string()
    .max(255, 'must have at most 255 characters')
    .regex(/^[^/\\\p{Cc}]+\.ya?ml$/u, 'must be the name of a YAML file without a path'),
  text: z.string().min(1, 'must not be empty').max(200_000, 'must have at most 200,000 characters'),
});

const TemplateFileSchema = z.strictObject({
  name: z
    .string()
    .max(255, 'must have at most 255 characters')
    .regex(/^[^/\\\p{Cc}]+\.(?:md|yaml)$/u, 'must be the name of a Markdown or YAML file without a path'),
  text: z.string().min(1, 'must not be empty').max(200_000, 'must have at most 200,000 characters'),
});

/** What an office that names no policy expects: the law as it stands, under which papers can be filed. */
const DEFAULT_POLICY = 'california-statute';

const PolicySchema = z
  .strictObject({
    name: z.string().min(1, 'must not be empty').max(100, 'must have at most 100 characters').optional().describe('A preset, such as california-statute.'),
    text: z.string().min(1, 'must not be empty').max(200_000, 'must have at most 200,000 characters').optional().describe('A policy as YAML or JSON.'),
  })
  .refine((policy) => (policy.name === undefined) !== (policy.text === undefined), 'must have either a name or a text, and not both');

/** A list of what already happened: the state's list of 2019, filings, grants of a court, automatic relief. */
export const DoneListSchema = InputFileSchema.extend({
  mapping: MappingSchema.optional().describe('How the list is read, with a line "list:" that says what kind it is; left out: the mapping of those that come with Clearway whose columns it has.'),
});

export const CreateRunSchema = z.strictObject({
  files: z.array(SourceFileSchema).min(1, 'must name at least one uploaded file').max(64, 'must name at most 64 files').describe('Several files are one population.'),
  county: z.string().trim().min(1, 'must name the county as the file writes it, such as FRESNO').max(60, 'must have at most 60 characters'),
  policy: PolicySchema.default({ name: DEFAULT_POLICY }).describe('Left out: california-statute, what the statute gives and nothing beyond it.'),
  asOf: z.string().refine(isCalendarDate, 'must be a day of the calendar, written YYYY-MM-DD').describe('The day on which everything is decided, YYYY-MM-DD.'),
  papers: z.enum(['none', 'court', 'bulk', 'per-case'], 'must be none, court, bulk or per-case').optional().describe('court: as the profile of each court says. Left out: bulk for a policy for filing, none for a replay.'),
  courts: z.array(CourtFileSchema).max(64, 'must name at most 64 files').default([]).describe('Court profiles of the office (YAML), which go before those of Clearway.'),
  templates: z.array(TemplateFileSchema).max(64, 'must name at most 64 files').default([]).describe('Templates of papers of the office, each in the place of the one of that name that comes with Clearway.'),
  papersOfAReplay: z.boolean().default(false).describe('A replay is for comparing: papers are drawn under it only when this says so.'),
  letters: z.boolean().default(true),
  contacts: Sha256Schema.optional().describe('Uploaded CSV with addresses, keyed by CII or SUBJECT_ID.'),
  facts: z.array(InputFileSchema).max(16, 'must name at most 16 files').default([]).describe('Uploaded CSV of what is known of cases: on the list of 2019, challenged, granted, destroyed.'),
  done: z
    .array(DoneListSchema)
    .max(16, 'must name at most 16 lists')
    .default([])
    .describe('Uploaded lists of what already happened (kind=done-list). A row may name its person by CII, by SUBJECT_ID, or by name and birth date alone: people are found as those of any other source are. They count as facts files after the others.'),
  decisions: z
    .union([z.literal('office'), z.literal('none'), Sha256Schema], 'must be office, none, or the SHA-256 of an upload')
    .optional()
    .describe('What attorneys decided. office: all that this office has recorded so far (the default under a policy for filing); none; or an uploaded decisions file.'),
  corrections: z
    .union([z.literal('office'), z.literal('none'), Sha256Schema], 'must be office, none, or the SHA-256 of an upload')
    .optional()
    .describe('Values of the record that were found elsewhere. office: all that this office has recorded so far (the default under a policy for filing); none; or an uploaded corrections file.'),
  book: z
    .enum(['office', 'none'], 'must be office or none')
    .optional()
    .describe("What courts said of cases before. office: the office's book of filings as it stands (the default under a policy for filing); none."),
  withIdentityNumbers: z.boolean().default(false).describe('Keep SSN and license numbers in the full state columns.'),
});

export type CreateRun = z.infer<typeof CreateRunSchema>;

/** A run like another, with the decisions of today. */
export const RunAgainSchema = z.strictObject({
  asOf: z.string().refine(isCalendarDate, 'must be a day of the calendar, written YYYY-MM-DD').optional().describe('Left out: the day of the run before.'),
});
export type RunAgain = z.infer<typeof RunAgainSchema>;

export const IdempotencyKeySchema = z
  .string('is missing: send a header Idempotency-Key of 8 to 128 visible ASCII characters, such as a UUID; a new one for each new request, the same one to send a request again')
  .regex(/^[\x21-\x7e]{8,128}$/, 'must be 8 to 128 visible ASCII characters without blanks, such as a UUID');

export const RunIdSchema = z.uuid('must be the id of a run, a UUID');

export const PageSchema = z.strictObject({
  limit: z.coerce.number().int('must be a whole number').min(1, 'must be at least 1').max(500, 'must be at most 500').default(50),
  after: z.string().max(200, 'must be the cursor of the page before').optional(),
});

export type Page = z.infer<typeof PageSchema>;

const Numbers = z.record(z.string(), z.number().int());

/** What a run looks like to callers; `RunView` in words for the description of the API. */
export const RunViewSchema = z.object({
  id: z.uuid(),
  office: z.string(),
  revision: z.number().int(),
  state: z.enum(RUN_STATES),
  county: z.string(),
  asOf: z.string().describe('YYYY-MM-DD'),
  policy: z.object({ name: z.string(), hash: z.string() }),
  papers: z.string(),
  letters: z.boolean(),
  contacts: z.string().nullable(),
  withIdentityNumbers: z.boolean(),
  inputs: z.array(z.object({ name: z.string(), sha256: z.string(), bytes: z.number().int(), kind: z.enum(SOURCE_KINDS) })),
  facts: z.array(z.object({ name: z.string(), sha256: z.string() })),
  done: z.array(z.object({ name: z.string(), sha256: z.string() })).describe('Lists of what already happened'),
  decisions: z.string().nullable().describe('Hash of the decisions file that the run was made with'),
  corrections: z.string().nullable().describe('Hash of the corrections file that the run was made with'),
  book: z.string().nullable().describe('Hash of what courts had said of cases when the run was made'),
  counts: Numbers.describe('Numbers so far: rowsRead, rowsUsed, rowsRejected, persons, personsDecided, convictionsDecided, outcome.CODE, papers.*, letters.*'),
  failure: z.object({ stage: z.string(), kind: z.string(), code: z.string(), message: z.string() }).nullable(),
  stall: z.object({ stage: z.string(), service: z.string(), deadLetter: z.string(), code: z.string() }).nullable().describe('A stage waits for a person: see the dead letters'),
  lastAttempt: z
    .object({
      revision: z.number().int(),
      reason: z.enum(REVISION_REASONS),
      state: z.enum(RUN_STATES),
      failure: z.object({ stage: z.string(), kind: z.string(), code: z.string(), message: z.string() }).nullable(),
      finishedAt: z.string().nullable(),
    })
    .nullable()
    .describe('The newest revision, when it failed or was cancelled: the run is as it was before it, at `revision`'),
  createdBy: z.string(),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
  purgedAt: z.string().nullable(),
});

export const RunListSchema = z.object({ items: z.array(RunViewSchema), next: z.string().nullable() });

function isCalendarDate(text: string): boolean {
  try {
    parseCalendarDate(text);
    return true;
  } catch {
    return false;
  }
}
