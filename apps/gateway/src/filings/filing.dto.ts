import {
  BATCH_STAGES,
  CourtFileProblem,
  type FILING_LISTS,
  FilingBatchView,
  STANDINGS_OF_LINES,
} from '@clearway/contracts';
import { parseCalendarDate } from '@clearway/record';
import { z } from 'zod';
import { ZodPipe } from '../problems/zod.pipe';
import { RunIdSchema } from '../runs/run.dto';

const Day = z.string().refine(isDay, 'must be a day of the calendar, written YYYY-MM-DD');
const words = (what: string) =>
  z.string().trim().min(1, `must say ${what}`).max(4000, 'must have at most 4000 characters');
const Ref = z.string().regex(/^[0-9a-f]{12}-[0-9]{1,7}$/, 'must be the reference of a line, such as 3f9a01bc44de-17');
const Flag = z.enum(['true', 'false'], 'must be true or false').default('false');
const limit = z.coerce
  .number()
  .int('must be a whole number')
  .min(1, 'must be at least 1')
  .max(500, 'must be at most 500')
  .default(100);
const after = z
  .string()
  .regex(/^[0-9a-f-]{1,40}$/, 'must be the cursor of the page before')
  .optional();

/** How pages are asked for, in the description of the API. */
export const LIMIT = {
  name: 'limit',
  required: false,
  schema: { type: 'integer' as const, minimum: 1, maximum: 500, default: 100 },
};
export const AFTER = { name: 'after', required: false, description: '`next` of the page before' };

export const BatchIdSchema = z.string().regex(/^[0-9a-f]{16}$/, 'must be the id of a batch, 16 hexadecimal digits');
export const EventIdSchema = z
  .string()
  .regex(/^[0-9a-f]{8,64}$/, 'must be the id of an event, or its first 8 hexadecimal digits or more');
export const BATCH = new ZodPipe(BatchIdSchema, 'request.invalid', 'batch');
export const EVENT = new ZodPipe(EventIdSchema, 'request.invalid', 'event');

export const BatchesQuerySchema = z.strictObject({
  run: RunIdSchema.optional(),
  stage: z.enum(BATCH_STAGES, `must be one of ${BATCH_STAGES.join(', ')}`).optional(),
  limit,
  after,
});
export type BatchesQuery = z.infer<typeof BatchesQuerySchema>;

export const BatchQuerySchema = z.strictObject({
  standing: z.enum(STANDINGS_OF_LINES, `must be one of ${STANDINGS_OF_LINES.join(', ')}`).optional(),
  limit,
  after,
});
export type BatchQuery = z.infer<typeof BatchQuerySchema>;

export const EventsQuerySchema = z.strictObject({ batch: BatchIdSchema.optional(), limit, after });
export type EventsQuery = z.infer<typeof EventsQuerySchema>;

export const ReleaseSchema = z.strictObject({
  by: words('who signs'),
  on: Day.describe('The day of the signature'),
  dangers: z
    .string()
    .max(64, 'must be the hash of the danger list')
    .default('')
    .describe('`dangers.sha256` of the batch: the danger list was read as it stands'),
});
export const SentSchema = z.strictObject({
  on: Day,
  how: z.string().trim().max(400, 'must have at most 400 characters').default(''),
});
export const VoidSchema = z.strictObject({ why: words('why') });
export const CorrectSchema = z.strictObject({
  with: BatchIdSchema.describe('The new batch, whose manifest names this one'),
  why: words('why'),
  rest: z
    .enum(['stays', 'withdrawn'], 'must be stays or withdrawn')
    .default('stays')
    .describe('What becomes of open lines that the new batch does not have'),
  withdraw: z.array(Ref).max(5000, 'must name at most 5000 lines').default([]),
});
export const NoteSchema = z.strictObject({ text: words('what is noted'), ref: Ref.optional() });
export const UndoEventSchema = z.strictObject({
  why: words('why'),
  refs: z
    .array(z.string().max(40, 'must be a reference'))
    .max(5000, 'must name at most 5000 lines')
    .default([])
    .describe('Lines of the event; none: all of it'),
});
export const ToldSchema = z.strictObject({
  on: Day,
  how: z.string().trim().max(400, 'must have at most 400 characters').default(''),
  batch: BatchIdSchema.optional(),
});

export const ListQuerySchema = z.strictObject({
  format: z.enum(['csv', 'xlsx'], 'must be csv or xlsx').optional(),
  asOf: Day.optional(),
  batch: BatchIdSchema.optional(),
});
export type ListQuery = z.infer<typeof ListQuerySchema>;
export const FormQuerySchema = z.strictObject({
  format: z.enum(['csv', 'xlsx'], 'must be csv or xlsx').default('xlsx'),
});
/** The form for receipts is asked for at its batch. */
const LISTS = ['open', 'resend', 'state', 'facts'] as const satisfies readonly (typeof FILING_LISTS)[number][];
export type ListName = (typeof LISTS)[number];
export const LIST = new ZodPipe<ListName>(
  z.enum(LISTS, `must be one of ${LISTS.join(', ')}`),
  'request.invalid',
  'list',
);

const FileName = z
  .string()
  .min(1, 'must not be empty')
  .max(120, 'must have at most 120 characters')
  .regex(/^[^/\\\p{Cc}]+$/u, 'must be a file name without a path');
export const ReceiptQuerySchema = z.strictObject({
  name: FileName.default('receipt'),
  batch: BatchIdSchema.optional(),
  on: Day.optional(),
  partial: Flag,
});
export type ReceiptQuery = z.infer<typeof ReceiptQuerySchema>;
export const MatchAnswersQuerySchema = z.strictObject({ name: FileName.default('answers') });

export const MatchListSchema = z.strictObject({
  test: z
    .number()
    .int('must be a whole number')
    .min(1, 'must be at least 1')
    .max(1000, 'must be at most 1000')
    .optional()
    .describe('Rows of a test file, spread over courthouses, decades and shapes of numbers; comes first'),
  withoutTest: z.boolean().default(false).describe('The whole list although no test file came back'),
  court: z.string().trim().min(1, 'must not be empty').max(120, 'must have at most 120 characters').optional(),
  format: z.enum(['csv', 'xlsx'], 'must be csv or xlsx').default('xlsx'),
});
export type MatchListBody = z.infer<typeof MatchListSchema>;

const Counts = z.record(z.string(), z.number().int());
export const ReceiptAnswerSchema = z.object({
  recorded: Counts.describe('New answers by code'),
  known: z.number().int(),
  passedOver: z.number().int().describe('Lines that * passed over: answered before'),
  leftOut: z.array(CourtFileProblem).describe('None unless partial'),
  batches: z.array(z.object({ batch: z.string(), lines: z.number().int(), open: z.number().int() })),
  events: z.array(z.string()).describe('To take back with undo'),
});
export const MatchAnswersSchema = z.object({
  recorded: Counts,
  known: z.number().int(),
  unanswered: z.number().int().describe('Rows without an answer'),
  open: z.number().int().describe('Cases that were asked about and are not answered'),
  events: z.array(z.string()),
});
export const ListAnswerSchema = z.object({
  lines: z.number().int(),
  counts: Counts,
  batches: z.array(z.object({ batch: z.string(), lines: z.number().int(), counts: Counts })),
});
export const RecordedSchema = z.object({
  events: z.array(z.string()).describe('Hashes of the events; none when the book said the same before'),
  batch: FilingBatchView.nullable(),
  lines: z.number().int(),
});

function isDay(text: string): boolean {
  try {
    parseCalendarDate(text);
    return /^\d{4}-\d{2}-\d{2}$/.test(text);
  } catch {
    return false;
  }
}
