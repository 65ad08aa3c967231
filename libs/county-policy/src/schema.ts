import { parseCalendarDate } from '@clearway/record';
import { z } from 'zod';

const TESTS = 'name at least one criterion, such as [{ is: age-at-least, years: 50 }]';

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

const DAY = z.string('write the day as YYYY-MM-DD').refine(isDay, 'write the day as YYYY-MM-DD');
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

const when = z.array(condition, TESTS).min(1, TESTS);
const unless = z.array(condition, 'list the criteria that must not hold, such as [{ is: deceased }]').optional();

const step = z.strictObject({ code: CODE, when, unless, then: result });

const approved = z.strictObject(
  {
    by: filled('name the person or office that approved the policy'),
    on: DAY,
    /** What was approved, in words. */
    words: filled('say in words what was approved'),
  },
  'say who approved the policy, when, and in words: { by: ..., on: YYYY-MM-DD, words: ... }',
);

/** The desktop tool's own options; checked by `desktop-options.ts`, which knows how that tool read them. */
const eligibilityConfig = z.record(z.string(), z.unknown());

const head = {
  policy: CODE,
  title: filled('give the policy a title; papers print it'),
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

/**
 * What an election gives: one word for a relief, the same word that results, papers and the clerk's file have. `dismiss` and
 * `dismiss-and-seal` stand apart; a second setting beside the outcome could say what no court does, such as a redesignation
 * that is sealed.
 */
const ADDING = ['dismiss-and-seal', 'dismiss', 'redesignate-infraction', 'redesignate-misdemeanor'] as const;
const ADDS = `an election can only add to the statute: use one of ${ADDING.join(', ')}; relief is taken away only by a recorded challenge to a case`;
const AUTHORITY =
  'write the ground of relief beyond the statute as counsel gives it: motion and order print it; without one nothing can be elected';

/** Relief beyond the statute, with the ground that counsel wrote: it is printed in motion and order. */
const election = z.strictObject({
  code: CODE,
  when,
  unless,
  then: z.strictObject({
    outcome: z.enum(ADDING, ADDS),
    reason: filled('say in a few words why relief is given: it stands in the results'),
  }),
  authority: filled(AUTHORITY),
});

const lists = z.strictObject({ superStrikes: z.string(), sexOffences: z.string() });

/** A policy for filing: the statute, as the office reads it, and what it elects beyond. */
export const filingPolicy = z.strictObject({
  ...head,
  kind: z.literal('filing'),
  statute: statuteReading.optional(),
  lists: lists.optional(),
  /** Conditions under which the office elects nothing; the statute stands all the same. */
  'elect nothing when': unless,
  /** In order; the first that applies is the one that the office makes. */
  elections: z.array(election).max(100, 'write at most 100 elections').optional(),
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

/** Text that says something. */
function filled(cure: string) {
  return z.string(cure).refine((text) => text.trim() !== '', cure);
}

function isDay(text: string): boolean {
  try {
    return /^\d{4}-\d{2}-\d{2}$/.test(text) && parseCalendarDate(text) > 0;
  } catch {
    return false;
  }
}
