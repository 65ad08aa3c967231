import { z } from 'zod';
import { Actor, Count, Sha256 } from '../primitives';
import { AnsweredFile, defineQuestion, ofRun } from './question';

/** The workbook for attorneys: what is open in a run, or every conviction. */
export const reviewWorkbookOfRun = defineQuestion({
  subject: 'eligibility.review-workbook',
  version: 2,
  request: z.strictObject({ ...ofRun, all: z.boolean() }),
  /** `samePerson`: questions about who is one person. */
  reply: z.strictObject({ file: AnsweredFile, questions: Count, rows: Count, samePerson: Count }),
});

/** One thing wrong with a workbook that came back: never a value out of it. */
export const WorkbookProblem = z.strictObject({ sheet: z.string(), cell: z.string(), cure: z.string() });
export type WorkbookProblem = z.infer<typeof WorkbookProblem>;

/** Problems beyond these are only counted: an answer must fit into one message. */
export const MOST_PROBLEMS = 500;

/** Records what attorneys wrote into a workbook: all of it or, unless `partial`, nothing. */
export const reviewImport = defineQuestion({
  subject: 'eligibility.review-import',
  version: 2,
  request: z.strictObject({ ...ofRun, actor: Actor, workbook: Sha256, partial: z.boolean() }),
  reply: z.strictObject({
    taken: z.boolean(),
    /** New events by kind. */
    recorded: z.record(z.string(), Count),
    /** Decisions that the office had already. */
    known: Count,
    /** Questions about who is one person that nobody could answer: they are asked again. */
    cannotTell: Count,
    /** People whom new decisions about who is one person touch. */
    touched: Count,
    /** Hash of the office's last event; null while it has none. */
    head: Sha256.nullable(),
    problems: z.array(WorkbookProblem),
    problemsInAll: Count,
  }),
});

/** Whose relief is challenged, and who is left out and why. */
export const publicDefenderList = defineQuestion({
  subject: 'eligibility.public-defender',
  version: 1,
  request: z.strictObject({ ...ofRun, format: z.enum(['csv', 'pdf']) }),
  reply: z.strictObject({ file: AnsweredFile, challenged: Count, leftOut: Count }),
});
