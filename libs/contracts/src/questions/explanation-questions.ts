import { z } from 'zod';
import { OUTCOMES, RELIEFS, STANDINGS, VERDICTS } from '../codes';
import { CaseNumberWithOrigin, Count, PersonId } from '../primitives';
import { AnsweredFile, defineQuestion, ofRevision } from './question';

const ofConviction = { ...ofRevision, person: PersonId, conviction: z.string().regex(/^[0-9]{1,4}:[0-9]{1,20}$/) };

/**
 * Why a conviction was decided as it was, and what would change the answer: decided again from the history. The answer is
 * about one person: it is for a screen, never for a log.
 */
export const explanationOfConviction = defineQuestion({
  subject: 'eligibility.explanation',
  version: 3,
  request: z.strictObject(ofConviction),
  reply: z.strictObject({
    person: PersonId,
    conviction: z.string(),
    citation: z.string(),
    charge: z.string(),
    severity: z.string(),
    convictedOn: z.string(),
    court: z.string(),
    caseNumbers: z.array(CaseNumberWithOrigin),
    prosecutor: z.string(),
    policy: z.strictObject({ name: z.string(), title: z.string(), kind: z.enum(['filing', 'replay']) }),
    outcome: z.enum(OUTCOMES),
    relief: z.enum(RELIEFS),
    floor: z.enum(RELIEFS),
    standing: z.enum(STANDINGS),
    reason: z.string(),
    authority: z.string(),
    rules: z.array(
      z.strictObject({
        rule: z.string(),
        words: z.string(),
        citation: z.string(),
        verdict: z.enum(VERDICTS),
        presumed: z.boolean(),
        decides: z.boolean(),
        /** Who has to prove what; '' when nobody has to. */
        burden: z.string(),
        /** How sure the fact of law is; absent where it has no mark. */
        mark: z.string().optional(),
        facts: z.array(
          z.strictObject({ name: z.string(), value: z.string(), where: z.string(), offset: Count.nullable() }),
        ),
      }),
    ),
    questions: z.array(
      z.strictObject({
        code: z.string(),
        words: z.string(),
        lookIn: z.string(),
        answers: z.array(z.strictObject({ answer: z.string(), outcome: z.enum(OUTCOMES) })),
      }),
    ),
    otherRemedies: z.array(z.string()),
    /** What would change the answer; `on` where a day alone does, yyyymmdd. */
    changes: z.array(z.strictObject({ words: z.string(), outcome: z.enum(OUTCOMES), on: Count.optional() })),
    /** The whole as sentences, a line each. */
    words: z.array(z.string()),
  }),
});

/** The page that an attorney can sign. */
export const explanationPages = defineQuestion({
  subject: 'eligibility.explanation-pages',
  version: 2,
  request: z.strictObject(ofConviction),
  reply: z.strictObject({ file: AnsweredFile }),
});
