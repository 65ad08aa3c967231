import { z } from 'zod';

const OUTCOMES = [
  'dismiss-and-seal',
  'dismiss',
  'redesignate-misdemeanor',
  'redesignate-infraction',
  'dismiss-sentence',
  'recall-and-resentence',
  'not-eligible',
  'review',
  'refer-to-other-prosecutor',
] as const;

const DAY = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'write the day as YYYY-MM-DD');
const CODE = z.string().regex(/^[a-z0-9][a-z0-9.-]*$/, 'use small letters, digits and hyphens');

const result = z.strictObject({
  /** What the step gives. */
  outcome: z.enum(OUTCOMES),
  /** The column `Eligibility Determination`; the usual words of the outcome when left out. */
  determination: z.string().optional(),
  /** The column `Eligibility Reason`. */
  reason: z.string(),
  /** A `review` asks this question of the catalogue. */
  question: z.string().optional(),
  /** Who files, when it is not the county's district attorney. */
  prosecutor: z.string().min(1).optional(),
});

/** A criterion and its arguments, `{ is: age-at-least, years: 50 }`; the rules library checks both. */
const condition = z.looseObject({ is: z.string() });

const step = z.strictObject({ code: CODE, when: z.array(condition).min(1), then: result });

const approved = z.strictObject({
  by: z.string().min(1),
  on: DAY,
  /** What was approved, in words. */
  words: z.string().min(1),
});

/** The desktop tool's own options; checked by `desktop-options.ts`, which knows how that tool read them. */
const eligibilityConfig = z.record(z.string(), z.unknown());

const head = {
  policy: CODE,
  title: z.string().min(1),
  approved,
};

// A policy for filing never comes here; it is named so that an unknown kind is told both.
const replay = { ...head, kind: z.enum(['filing', 'replay']) };
const reach = z.enum(['ask', 'reached', 'not-reached']);

/** How the office reads the statute where its text leaves it open; what is left out is the default. */
const statuteReading = z.strictObject({
  presume: z.enum(['lowest-grade', 'grade-of-section']).optional(),
  'priors of the section': z.enum(['challenge', 'bar', 'ignore']).optional(),
  attempts: reach.optional(),
  predecessors: reach.optional(),
});

/** Relief beyond the statute, with the ground that counsel wrote: it is printed in motion and order. */
const election = z.strictObject({
  code: CODE,
  when: z.array(condition).min(1),
  then: z.strictObject({
    outcome: z.enum(['dismiss-and-seal', 'dismiss', 'redesignate-infraction', 'redesignate-misdemeanor']),
    reason: z.string().min(1),
  }),
  authority: z.string().min(1),
});

const lists = z.strictObject({ superStrikes: z.string(), sexOffences: z.string() });

/** A policy for filing: the statute, as the office reads it, and what it elects beyond. */
export const filingPolicy = z.strictObject({
  ...head,
  kind: z.literal('filing'),
  statute: statuteReading,
  lists: lists.optional(),
  elections: z.array(election).optional(),
});
export type FilingPolicy = z.infer<typeof filingPolicy>;

/** A replay in steps. Nothing that is not named here can stand in a policy. */
export const stepsPolicy = z.strictObject({
  ...replay,
  lists,
  steps: z.array(step).min(1),
  otherwise: result,
});

/** A policy that is the desktop tool's options under a name. */
export const desktopPolicyFile = z.strictObject({ ...replay, eligibilityConfig });

export type StepsPolicy = z.infer<typeof stepsPolicy>;
export type DesktopPolicyFile = z.infer<typeof desktopPolicyFile>;
export type PolicyFileResult = z.infer<typeof result>;
