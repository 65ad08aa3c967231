import { z } from 'zod';
import { RELIEFS } from '../codes';
import { Actor, Code, Count, Office, PersonId, RunId, Sha256 } from '../primitives';
import { AnsweredFile, defineQuestion, ImportedEvents, ofRun, page } from './question';

const Words = z.string().trim().min(1).max(4000);

/** What an attorney decides of one conviction, as a caller says it. */
export const DecisionRequest = z.discriminatedUnion('kind', [
  /** `answer`: one of the values, or the words, that the question of the conviction lists. */
  z.strictObject({ kind: z.literal('answer'), question: Code, answer: z.string().trim().min(1).max(400) }),
  z.strictObject({
    kind: z.literal('challenge'),
    ground: z.enum(['c1-criteria', 'c1-public-safety', 'c2-criteria']),
    evidence: Words,
    evidenceKind: z.string().trim().min(1).max(80),
  }),
  z.strictObject({ kind: z.literal('withdraw-challenge'), reason: Words }),
  z.strictObject({ kind: z.literal('override'), relief: z.enum(RELIEFS), reason: Words }),
]);
export type DecisionRequest = z.infer<typeof DecisionRequest>;

export const DECISION_STATES = [
  'applied',
  'waiting',
  'stale',
  'contradicted',
  'no-such-count',
  'undone',
  'replaced',
  'recorded',
  'destroyed',
] as const;
export type DecisionState = (typeof DECISION_STATES)[number];

/** An event of an office. What was destroyed with its run is null; that it was decided stays. */
export const DecisionView = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{16}$/),
  seq: Count,
  kind: z.string().max(24),
  /** The run on which it was made. */
  run: RunId,
  state: z.enum(DECISION_STATES),
  person: z.string().nullable(),
  conviction: z.string().nullable(),
  /** Of a decision about two records: id of their question, and whose records they were. */
  pair: z.string().nullable(),
  people: z.array(z.string()),
  what: z.string().nullable(),
  /** Who signed, and the day, YYYY-MM-DD. */
  by: z.string().nullable(),
  on: z.string().nullable(),
  recordedBy: z.string(),
  recordedAt: z.string(),
  hash: Sha256,
});
export type DecisionView = z.infer<typeof DecisionView>;

const recorded = z.strictObject({ event: DecisionView, known: z.boolean() });

/** Adds one decision about a conviction of a run. */
export const addDecision = defineQuestion({
  subject: 'eligibility.decide',
  version: 2,
  request: z.strictObject({
    ...ofRun,
    actor: Actor,
    person: PersonId,
    conviction: z.string().regex(/^[0-9]{1,4}:[0-9]{1,20}$/),
    decision: DecisionRequest,
    /** '' and 0: who records, and today. */
    signed: z.strictObject({ by: z.string().max(120), on: Count }),
  }),
  reply: recorded,
});

/** Takes a decision back, by its id: an event like the others. */
export const undoDecision = defineQuestion({
  subject: 'eligibility.undo',
  version: 2,
  request: z.strictObject({ office: Office, actor: Actor, id: z.string().regex(/^[0-9a-f]{16}$/), reason: Words }),
  reply: recorded,
});

/** Records a decisions file of the command line: what the office has not yet, in its order, as it was recorded there. */
export const importDecisionsFile = defineQuestion({
  subject: 'eligibility.import-decisions',
  version: 1,
  request: z.strictObject({ ...ofRun, actor: Actor, file: Sha256 }),
  reply: ImportedEvents,
});

/** The events of an office, newest first, each with its state against a run. */
export const decisionsPage = defineQuestion({
  subject: 'eligibility.decisions',
  version: 2,
  request: z.strictObject({
    office: Office,
    /** Null: the newest run that is decided. */
    run: RunId.nullable(),
    state: z.enum(DECISION_STATES).nullable(),
    ...page,
  }),
  reply: z.strictObject({
    run: RunId.nullable(),
    items: z.array(DecisionView),
    next: z.string().nullable(),
    counts: z.partialRecord(z.enum(DECISION_STATES), Count),
  }),
});

/** The office's events as the command line keeps them in a file; null while there are none. */
export const decisionsFile = defineQuestion({
  subject: 'eligibility.decisions-file',
  version: 1,
  request: z.strictObject({ office: Office }),
  reply: z.strictObject({ file: AnsweredFile.nullable(), events: Count }),
});
