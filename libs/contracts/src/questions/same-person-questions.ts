import { z } from 'zod';
import { Actor, Count, PersonId, Sha256 } from '../primitives';
import { DecisionView } from './decision-questions';
import { defineQuestion, ofRun, page } from './question';

/** Id of the question about two records: the same on every run. */
export const PairId = z.string().regex(/^[0-9a-f]{16}$/);

/** What became of a decision about two records in a run. */
export const JOIN_STATES = ['applied', 'waiting', 'contradicted'] as const;

/**
 * What the population of a sealed run says beside its counts of who is one person; without either, nothing was asked and no decision
 * about two records was applied.
 */
export const SamePersonOfPopulation = z.object({
  /** Questions as JSON lines in the content store (`printAskedPair` of review), pinned by the run. */
  asks: Sha256.nullish(),
  /** Joins by likeness, number and decision, as JSON lines (`readJoinedPair` of review): a person can refuse them. */
  joined: Sha256.nullish(),
  /** What became of each decision about two records that the run was made with, by its id (`joinStatesOf` of review). */
  joins: z.record(z.string(), z.enum(JOIN_STATES)).nullish(),
});
export type SamePersonOfPopulation = z.infer<typeof SamePersonOfPopulation>;

/** One record of a question, as whoever answers sees it. */
const SeenRecordView = z.strictObject({
  id: z.string(),
  source: z.enum(['state-file', 'court-extract', 'rap-sheet', 'done-list']),
  file: z.string(),
  place: z.string(),
  person: PersonId,
  name: z.string(),
  otherNames: z.array(z.string()),
  /** YYYY-MM-DD, or as much of it as is known. */
  births: z.array(z.string()),
  sex: z.string(),
  cii: z.string(),
  cases: z.array(z.string()),
  convictions: Count,
});

/** A question with both records, the evidence and what waits for it. It is about people: for a screen, never for a log. */
export const AskedPairView = z.strictObject({
  id: PairId,
  records: z.array(SeenRecordView).length(2),
  why: z.string(),
  /** In bits: 10 more make it about a thousand times as likely that it is one person. */
  odds: z.number(),
  oddsWords: z.string(),
  evidence: z.array(z.strictObject({ field: z.string(), words: z.string(), weight: z.number() })),
  /** Convictions of the two people of which something is open because the other record may be theirs. */
  waiting: z.array(z.strictObject({ person: PersonId, conviction: z.string(), section: z.string() })),
  /** The decision of the office that holds now; null while there is none. */
  decision: DecisionView.nullable(),
});
export type AskedPairView = z.infer<typeof AskedPairView>;

/** The questions of a run about who is one person, most convictions helped first; the cursor is the number of those seen. */
export const askedPairsPage = defineQuestion({
  subject: 'eligibility.same-person',
  version: 1,
  request: z.strictObject({ ...ofRun, ...page, person: PersonId.nullable() }),
  reply: z.strictObject({
    items: z.array(AskedPairView),
    next: z.string().nullable(),
    total: Count,
    /** Of all questions, how many the office has not decided. */
    open: Count,
  }),
});

/** One question, or one join of the run, and everything that the office recorded about its two records, newest first. */
export const askedPair = defineQuestion({
  subject: 'eligibility.same-person-one',
  version: 1,
  request: z.strictObject({ ...ofRun, pair: PairId }),
  reply: z.strictObject({ pair: AskedPairView.nullable(), history: z.array(DecisionView) }),
});

/** Whom a decision about two records touches. The run stays as it is: a new run, or a new revision, applies it. */
export const Touched = z.strictObject({
  people: z.array(PersonId),
  /** Determinations of these people in the run on which it was decided. */
  convictions: Count,
});

/** Records whether two records are one person. */
export const decidePair = defineQuestion({
  subject: 'eligibility.same-person-decide',
  version: 1,
  request: z.strictObject({
    ...ofRun,
    actor: Actor,
    pair: PairId,
    kind: z.enum(['same-person', 'different-people']),
    reason: z.string().trim().min(1).max(4000),
    /** '' and 0: who records, and today. */
    signed: z.strictObject({ by: z.string().max(120), on: Count }),
  }),
  reply: z.strictObject({ event: DecisionView, known: z.boolean(), touched: Touched }),
});
