import { z } from 'zod';
import { Actor, Code, Count, Office, RunId, Sha256 } from '../primitives';
import { AnsweredFile, defineQuestion, ImportedEvents, ofRevision, ofRun, page } from './question';
import { WorkbookProblem } from './review-questions';

const Words = z.string().trim().min(1).max(4000);
const CorrectionId = z.string().regex(/^[0-9a-f]{16}$/);

/** A value that somebody found outside the source, as a caller says it. */
export const CorrectionRequest = z.strictObject({
  /** The kind of defect that it mends; '' where nobody says. */
  kind: z.union([z.literal(''), Code]),
  person: z.string().min(1).max(64),
  /** The count, `0:101002001000`; '' for the person's own values. */
  key: z.union([z.literal(''), z.string().regex(/^[0-9]{1,4}:[0-9]{1,20}$/)]),
  field: z.string().min(1).max(24),
  /** What the record says there now. */
  was: z.string().max(400),
  value: z.string().min(1).max(60),
  evidence: Words,
  /** '' and 0: who records, and today. */
  by: z.string().max(120),
  on: Count,
});
export type CorrectionRequest = z.infer<typeof CorrectionRequest>;

export const CORRECTION_STATES = ['in-force', 'replaced', 'undone', 'recorded', 'destroyed'] as const;
export type CorrectionState = (typeof CORRECTION_STATES)[number];

/** An event of an office: a correction, or an undo (`recorded`). What was destroyed with its run is null. */
export const CorrectionView = z.strictObject({
  id: CorrectionId,
  seq: Count,
  what: z.enum(['correction', 'undo']),
  /** The run on whose record it was made. */
  run: RunId,
  state: z.enum(CORRECTION_STATES),
  person: z.string().nullable(),
  key: z.string().nullable(),
  field: z.string().nullable(),
  was: z.string().nullable(),
  value: z.string().nullable(),
  evidence: z.string().nullable(),
  /** Of an undo: the event that it takes back, and why. */
  of: CorrectionId.nullable(),
  reason: z.string().nullable(),
  /** Who signed, and the day, YYYY-MM-DD. */
  by: z.string().nullable(),
  on: z.string().nullable(),
  recordedBy: z.string(),
  recordedAt: z.string(),
  hash: Sha256,
});
export type CorrectionView = z.infer<typeof CorrectionView>;

/** Records values that were found for a run's record, all or none. */
export const addCorrections = defineQuestion({
  subject: 'eligibility.correct',
  version: 1,
  request: z.strictObject({ ...ofRun, actor: Actor, corrections: z.array(CorrectionRequest).min(1).max(500) }),
  /** `known`: the office had them already. `head`: hash of its last event. */
  reply: z.strictObject({ recorded: Count, known: Count, head: Sha256.nullable() }),
});

/** Records what somebody wrote into a worklist: all of it or, unless `partial`, nothing. */
export const importCorrections = defineQuestion({
  subject: 'eligibility.correct-worklist',
  version: 2,
  request: z.strictObject({ ...ofRun, actor: Actor, workbook: Sha256, partial: z.boolean() }),
  reply: z.strictObject({
    taken: z.boolean(),
    recorded: Count,
    known: Count,
    head: Sha256.nullable(),
    problems: z.array(WorkbookProblem),
    problemsInAll: Count,
    /** Does the worklist say which files it was made of? Those of older versions do not. */
    saysMadeOf: z.boolean(),
  }),
});

/** The worklist of one kind of defect, from the rows that a run wrote; null with the kinds that there are. */
export const worklistOfRun = defineQuestion({
  subject: 'eligibility.worklist',
  version: 2,
  /** `rows`: hash of the revision's data_quality_rows.csv. */
  request: z.strictObject({ ...ofRevision, rows: Sha256, kind: z.string().min(1).max(80) }),
  reply: z.strictObject({ file: AnsweredFile.nullable(), rows: Count, kinds: z.array(z.string()) }),
});

/** Takes a correction back, by its id: an event like the others. */
export const undoCorrection = defineQuestion({
  subject: 'eligibility.undo-correction',
  version: 1,
  request: z.strictObject({ office: Office, actor: Actor, id: CorrectionId, reason: Words }),
  reply: z.strictObject({ event: CorrectionView, known: z.boolean() }),
});

/** Records a corrections file of the command line: what the office has not yet, in its order, as it was recorded there. */
export const importCorrectionsFile = defineQuestion({
  subject: 'eligibility.import-corrections',
  version: 1,
  request: z.strictObject({ ...ofRun, actor: Actor, file: Sha256 }),
  reply: ImportedEvents,
});

/** The events of an office, newest first. */
export const correctionsPage = defineQuestion({
  subject: 'eligibility.corrections',
  version: 1,
  request: z.strictObject({ office: Office, state: z.enum(CORRECTION_STATES).nullable(), ...page }),
  reply: z.strictObject({
    items: z.array(CorrectionView),
    next: z.string().nullable(),
    counts: z.partialRecord(z.enum(CORRECTION_STATES), Count),
  }),
});

/** The office's events as the command line keeps them in a file; null while there are none. */
export const correctionsFile = defineQuestion({
  subject: 'eligibility.corrections-file',
  version: 1,
  request: z.strictObject({ office: Office }),
  reply: z.strictObject({ file: AnsweredFile.nullable(), events: Count }),
});

export const CORRECTION_QUESTIONS = [
  addCorrections,
  importCorrections,
  worklistOfRun,
  undoCorrection,
  correctionsPage,
  correctionsFile,
  importCorrectionsFile,
] as const;
