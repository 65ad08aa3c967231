import { z } from 'zod';
import { Actor, Code, Count, Office, RunId, Sha256 } from '../primitives';
import { AnsweredFile, defineQuestion, page } from './question';

/** Id of a batch of papers: first 16 hexadecimal digits of a hash. */
export const BatchId = z.string().regex(/^[0-9a-f]{16}$/);
/** A line of a batch, as the court's data file names it: `3f9a01bc44de-17`. */
export const LineRef = z.string().regex(/^[0-9a-f]{12}-[0-9]{1,7}$/);
const Day = z.iso.date();
const Words = z.string().trim().min(1).max(4000);
const Counts = z.record(z.string(), Count);

export const BATCH_STAGES = ['made', 'released', 'voided', 'sent'] as const;
/** What became of a line; the standings of a batch add up to its lines. */
export const STANDINGS_OF_LINES = [
  'granted',
  'denied',
  'not-found',
  'already-relieved',
  'destroyed',
  'mismatch',
  'open',
  'not-filed',
  'moved',
  'withdrawn',
] as const;
export const ANSWERS_OF_COURTS = [
  'granted',
  'denied',
  'not-found',
  'already-relieved',
  'destroyed',
  'mismatch',
] as const;

/** A batch as the office's book has it. No name, no number of a case. */
export const FilingBatchView = z.strictObject({
  batch: BatchId,
  stage: z.enum(BATCH_STAGES),
  court: z.strictObject({ profile: z.string(), ori: z.string(), name: z.string() }),
  agency: z.string(),
  asOf: Day,
  manifest: Sha256,
  files: Count,
  pages: Count,
  madeAt: z.string(),
  /** Runs that made it and whose data still exist, the newest first. Empty: its papers are destroyed. */
  runs: z.array(RunId),
  released: z.strictObject({ signedBy: z.string(), on: Day, at: z.string() }).nullable(),
  sent: z.strictObject({ on: Day, how: z.string() }).nullable(),
  voidedAt: z.string().nullable(),
  corrects: z.union([BatchId, z.literal('')]),
  correctedBy: z.array(BatchId),
  /** A later run made another batch for the same filing. */
  supersededBy: BatchId.nullable(),
  /** It is signed, and a later run decided otherwise: it cannot be sent. */
  outdatedBy: BatchId.nullable(),
  lines: Count,
  /** Lines by standing. */
  counts: Counts,
});
export type FilingBatchView = z.infer<typeof FilingBatchView>;

export const FilingDanger = z.strictObject({ danger: z.string(), lines: Count, what: z.string(), todo: z.string() });
/** What somebody who signs must know. Whoever releases gives the hash back: so they have read this list and no other. */
export const FilingDangers = z.strictObject({
  sha256: Sha256,
  /** False: no danger list stood beside the batch; its lines must be looked through. */
  listed: z.boolean(),
  items: z.array(FilingDanger),
  /** Lines by line: cases and names, for the office only; null without a list. */
  file: AnsweredFile.nullable(),
});
export type FilingDangers = z.infer<typeof FilingDangers>;

export const FilingLineView = z.strictObject({
  ref: LineRef,
  relief: z.string(),
  standing: z.enum(STANDINGS_OF_LINES),
  answer: z.strictObject({ answer: z.enum(ANSWERS_OF_COURTS), on: Day, event: Sha256 }).nullable(),
  movedTo: z.strictObject({ batch: BatchId, ref: LineRef }).nullable(),
  /** Day on which the state was told. */
  told: Day.nullable(),
});

/** Batches of an office, newest first. */
export const filingBatches = defineQuestion({
  subject: 'documents.filing-batches',
  version: 1,
  request: z.strictObject({ office: Office, run: RunId.nullable(), stage: z.enum(BATCH_STAGES).nullable(), ...page }),
  reply: z.strictObject({
    items: z.array(FilingBatchView),
    next: z.string().nullable(),
    /** Batches of the run that the book did not take, and why. */
    refused: z.array(z.strictObject({ batch: BatchId, run: RunId, code: Code })),
    /** Hash of the book's last event; null while it has none. */
    head: Sha256.nullable(),
  }),
});

/** One batch, its dangers and a page of its lines. */
export const filingBatch = defineQuestion({
  subject: 'documents.filing-batch',
  version: 1,
  request: z.strictObject({ office: Office, batch: BatchId, standing: z.enum(STANDINGS_OF_LINES).nullable(), ...page }),
  reply: z.strictObject({
    batch: FilingBatchView,
    dangers: FilingDangers,
    lines: z.array(FilingLineView),
    next: z.string().nullable(),
  }),
});

export const FilingChange = z.strictObject({ path: z.string(), kind: z.string(), what: z.string() });

/** Compares every file of a batch with its manifest. */
export const filingVerified = defineQuestion({
  subject: 'documents.filing-verified',
  version: 1,
  request: z.strictObject({ office: Office, batch: BatchId, actor: Actor }),
  reply: z.strictObject({
    changes: z.array(FilingChange),
    changesInAll: Count,
    checked: z.strictObject({ files: Count, pages: Count, hashes: Count, rows: Count, formsNotRead: Count }),
  }),
});

/** What people do with a batch or with an event. */
export const FilingAct = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('release'), batch: BatchId, signedBy: Words, on: Day, dangers: z.string().max(64) }),
  z.strictObject({ act: z.literal('sent'), batch: BatchId, on: Day, how: z.string().trim().max(400) }),
  z.strictObject({ act: z.literal('void'), batch: BatchId, why: Words }),
  z.strictObject({
    act: z.literal('correct'),
    batch: BatchId,
    with: BatchId,
    why: Words,
    rest: z.enum(['stays', 'withdrawn']),
    withdraw: z.array(LineRef).max(5000),
  }),
  z.strictObject({
    act: z.literal('told'),
    batch: BatchId.nullable(),
    on: Day,
    how: z.string().trim().max(400),
  }),
  z.strictObject({
    act: z.literal('undo'),
    event: z.string().regex(/^[0-9a-f]{8,64}$/),
    refs: z.array(z.string().max(40)).max(5000),
    why: Words,
  }),
  z.strictObject({ act: z.literal('note'), batch: BatchId, ref: z.union([LineRef, z.literal('')]), text: Words }),
]);
export type FilingAct = z.infer<typeof FilingAct>;

/** Records what somebody did, after everything was verified that it rests on. */
export const recordFiling = defineQuestion({
  subject: 'documents.record-filing',
  version: 1,
  request: z.strictObject({ office: Office, actor: Actor, act: FilingAct }),
  reply: z.strictObject({
    /** Hashes of the events; none when the book said the same before. */
    events: z.array(Sha256),
    known: z.boolean(),
    /** The batch as it stands now; null when none is concerned. */
    batch: FilingBatchView.nullable(),
    head: Sha256.nullable(),
    /** Lines that are concerned. */
    lines: Count,
  }),
});

/** One thing wrong with a file of a court: the place and the cure, never a value. */
export const CourtFileProblem = z.strictObject({
  file: z.string(),
  line: Count,
  column: z.string(),
  cure: z.string(),
  nearest: z.string(),
});
export type CourtFileProblem = z.infer<typeof CourtFileProblem>;

const taken = {
  taken: z.boolean(),
  /** New answers by code. */
  recorded: Counts,
  known: Count,
  problems: z.array(CourtFileProblem),
  problemsInAll: Count,
  events: z.array(Sha256),
  head: Sha256.nullable(),
};

/** A court's answer for each line: all of it or, unless `partial`, nothing. */
export const filingReceipt = defineQuestion({
  subject: 'documents.filing-receipt',
  version: 1,
  request: z.strictObject({
    office: Office,
    actor: Actor,
    file: Sha256,
    /** As problems call it; no path. */
    name: z.string().min(1).max(120),
    /** For lines that name none. */
    batch: BatchId.nullable(),
    on: Day.nullable(),
    partial: z.boolean(),
  }),
  reply: z.strictObject({
    ...taken,
    /** Lines that `*` passed over: the court answered them before. */
    passedOver: Count,
    batches: z.array(z.strictObject({ batch: BatchId, lines: Count, open: Count })),
  }),
});

/** The list of cases that courts are asked about; recorded as asked. */
export const filingMatchList = defineQuestion({
  subject: 'documents.filing-match-list',
  version: 1,
  request: z.strictObject({
    office: Office,
    run: RunId,
    actor: Actor,
    /** Rows of a test file; null: everything that is not answered. */
    test: z.int().min(1).max(1000).nullable(),
    withoutTest: z.boolean(),
    court: z.string().trim().max(120).nullable(),
    format: z.enum(['csv', 'xlsx']),
  }),
  reply: z.strictObject({ file: AnsweredFile.nullable(), questions: Count, of: Count, answered: Count }),
});

/** A court's answers about cases. */
export const filingMatchAnswers = defineQuestion({
  subject: 'documents.filing-match-answers',
  version: 1,
  request: z.strictObject({ office: Office, actor: Actor, file: Sha256, name: z.string().min(1).max(120) }),
  reply: z.strictObject({ ...taken, unanswered: Count, open: Count }),
});

export const FILING_LISTS = ['open', 'resend', 'state', 'facts', 'receipt-form'] as const;

/** A list of an office's filings: numbers, and the list as a file with names and cases. */
export const filingList = defineQuestion({
  subject: 'documents.filing-list',
  version: 1,
  request: z.strictObject({
    office: Office,
    actor: Actor,
    list: z.enum(FILING_LISTS),
    /** Null: of all. A receipt form is of one. */
    batch: BatchId.nullable(),
    asOf: Day,
    /** Null: numbers only. */
    format: z.enum(['csv', 'xlsx']).nullable(),
  }),
  reply: z.strictObject({
    file: AnsweredFile.nullable(),
    lines: Count,
    /** By age, or by what there is to do; `overdue` of the state list; `destroyed`: lines whose data are gone. */
    counts: Counts,
    batches: z.array(z.strictObject({ batch: BatchId, lines: Count, counts: Counts })),
  }),
});

/**
 * The book as JSON lines, as the command line keeps it; null while it is empty. `answers`: only what courts said of cases, for a run, which
 * then holds nothing else of the book.
 */
export const filingBook = defineQuestion({
  subject: 'documents.filing-book',
  version: 1,
  request: z.strictObject({ office: Office, part: z.enum(['whole', 'answers']) }),
  reply: z.strictObject({ file: AnsweredFile.nullable(), events: Count, head: Sha256.nullable() }),
});

/** Events of the book, newest first: who recorded what, and when. */
export const filingEvents = defineQuestion({
  subject: 'documents.filing-events',
  version: 1,
  request: z.strictObject({ office: Office, batch: BatchId.nullable(), ...page }),
  reply: z.strictObject({
    items: z.array(
      z.strictObject({
        seq: Count,
        kind: z.string(),
        batch: BatchId.nullable(),
        /** Lines or cases that it is about. */
        lines: Count,
        event: Sha256,
        recordedBy: z.string(),
        recordedAt: z.string(),
        undone: z.boolean(),
        /** What courts and people wrote in it is destroyed. */
        destroyed: z.boolean(),
      }),
    ),
    next: z.string().nullable(),
  }),
});

export const FILING_QUESTIONS = [
  filingBatches,
  filingBatch,
  filingVerified,
  recordFiling,
  filingReceipt,
  filingMatchList,
  filingMatchAnswers,
  filingList,
  filingBook,
  filingEvents,
] as const;
