import { DECISION_STATES, RELIEFS } from '@clearway/contracts';
import { parseCalendarDate } from '@clearway/record';
import { z } from 'zod';
import { RunIdSchema } from '../runs/run.dto';

export const words = (what: string) =>
  z.string().trim().min(1, `must say ${what}`).max(4000, 'must have at most 4000 characters');
export const signed = {
  by: z
    .string()
    .trim()
    .max(120, 'must have at most 120 characters')
    .optional()
    .describe('The attorney who signs; left out: the caller'),
  on: z
    .string()
    .refine(isDay, 'must be a day of the calendar, written YYYY-MM-DD')
    .optional()
    .describe('The day of the decision; left out: today'),
};

/** One decision about a conviction. */
export const DecisionBodySchema = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({
      kind: z.literal('answer'),
      question: z.string().max(80).describe('Code of an open question'),
      answer: z.string().trim().min(1, 'must be one of the answers').max(400),
      ...signed,
    }),
    z.strictObject({
      kind: z.literal('challenge'),
      ground: z.enum(
        ['c1-criteria', 'c1-public-safety', 'c2-criteria'],
        'must be a ground of HS 11361.9(c)(1) or (2): c1-criteria, c1-public-safety, c2-criteria',
      ),
      evidence: words('what the evidence is: without evidence there is no challenge'),
      evidenceKind: z.string().trim().min(1, 'must name the kind of evidence').max(80),
      ...signed,
    }),
    z.strictObject({ kind: z.literal('withdraw-challenge'), reason: words('why'), ...signed }),
    z.strictObject({
      kind: z.literal('override'),
      relief: z.enum(RELIEFS, `must be one of ${RELIEFS.join(', ')}`).describe('An override only adds'),
      reason: words('why'),
      ...signed,
    }),
  ],
  'must have a kind: answer, challenge, withdraw-challenge or override',
);
export type DecisionBody = z.infer<typeof DecisionBodySchema>;

export const UndoSchema = z.strictObject({ reason: words('why') });

export const DecisionsQuerySchema = z.strictObject({
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
  run: RunIdSchema.optional(),
  state: z.enum(DECISION_STATES, `must be one of ${DECISION_STATES.join(', ')}`).optional(),
});
export type DecisionsQuery = z.infer<typeof DecisionsQuerySchema>;

export const DecisionIdSchema = z
  .string()
  .regex(/^[0-9a-f]{16}$/, 'must be the id of a decision, 16 hexadecimal digits');

function isDay(text: string): boolean {
  try {
    parseCalendarDate(text);
    return true;
  } catch {
    return false;
  }
}
