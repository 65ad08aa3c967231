import { z } from 'zod';
import { PersonSchema } from '../../convictions/conviction.dto';
import { signed, words } from '../../decisions/decision.dto';
import { newestOnly } from '../../problems/newest-only';
import { ZodPipe } from '../../problems/zod.pipe';

export const PairSchema = z
  .string()
  .regex(
    /^[0-9a-f]{16}$/,
    'must be the id of a question or a join, 16 hexadecimal digits, as the list of questions and the column Pair of people_joined.csv have it',
  );
export const PAIR = new ZodPipe(PairSchema, 'request.invalid', 'pair');

export const PairsQuerySchema = z.strictObject({
  limit: z.coerce
    .number()
    .int('must be a whole number')
    .min(1, 'must be at least 1')
    // A page must fit into one message.
    .max(100, 'must be at most 100')
    .default(50),
  after: z
    .string()
    .regex(/^\d{1,9}$/, 'must be the cursor of the page before')
    .optional(),
  person: PersonSchema.optional(),
  revision: newestOnly,
});
export type PairsQuery = z.infer<typeof PairsQuerySchema>;

/** Whether two records are one person. */
export const PairDecisionSchema = z.strictObject({
  kind: z
    .enum(
      ['same-person', 'different-people'],
      'must be same-person or different-people; who cannot tell decides nothing',
    )
    .describe('different-people: the two are never joined again'),
  reason: words('what shows it'),
  ...signed,
});
export type PairDecision = z.infer<typeof PairDecisionSchema>;
