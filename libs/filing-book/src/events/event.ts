import { BATCH_FILE_KINDS, MATCH_ANSWERS, RECEIPT_ANSWERS } from '@clearway/court-exchange';
import { z } from 'zod';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Batch = z.string().regex(/^[0-9a-f]{16}$/);
const Ref = z.string().min(1);
const Day = z.iso.date();

/**
 * What every event has: when it was recorded (RFC 3339, told by the app), by whom, and the hash of the event before it, so that
 * one that was changed, moved or taken out shows.
 */
const Common = {
  version: z.literal(1),
  office: z.string().min(1),
  at: z.iso.datetime({ offset: true }),
  by: z.string().min(1),
  prev: Sha256,
  sha256: Sha256,
};

/** A line as the book knows it: by hashes. Names and numbers stand in the batch's own files, which can be destroyed one day. */
const MadeLine = z.strictObject({
  ref: Ref,
  /** Hash of court, case, defendant and count: the same conviction in another batch. */
  key: z.string().min(1),
  /** Hash of everything that the line says but its place: another one, and something was decided otherwise. */
  row: z.string().min(1),
  relief: z.string().min(1),
});

const FileChange = z.strictObject({
  path: z.string(),
  kind: z.enum([...BATCH_FILE_KINDS, 'manifest', 'unknown']),
  what: z.enum(['changed', 'missing', 'added', 'unreadable', 'page-count', 'list-hash', 'rows']),
});

/** What differs from what was released: refs and names of fields, no values. */
const Difference = z.strictObject({
  added: z.array(Ref),
  removed: z.array(Ref),
  changed: z.array(z.strictObject({ ref: Ref, fields: z.array(z.string()) })),
  files: z.array(FileChange),
});

const EVENTS = [
  z.strictObject({
    ...Common,
    kind: z.literal('match-asked'),
    test: z.boolean(),
    refs: z.array(Ref).min(1),
    listSha256: Sha256,
  }),
  z.strictObject({
    ...Common,
    kind: z.literal('match-answered'),
    fileSha256: Sha256,
    replies: z
      .array(
        z.strictObject({
          ref: Ref,
          answer: z.enum(MATCH_ANSWERS),
          caseNumber: z.string(),
          courthouse: z.string(),
          on: Day,
          note: z.string(),
        }),
      )
      .min(1),
  }),
  z.strictObject({
    ...Common,
    kind: z.literal('batch-made'),
    batch: Batch,
    corrects: z.union([Batch, z.literal('')]),
    /** Which court: profile, ORI and name as the manifest has them. */
    court: z.strictObject({ profile: z.string(), ori: z.string(), name: z.string() }),
    agency: z.string(),
    asOf: Day,
    manifestSha256: Sha256,
    files: z.int().min(0),
    pages: z.int().min(0),
    lines: z.array(MadeLine),
    /** Lines on the danger list, by danger; null where no danger list stood beside the batch. */
    dangers: z.record(z.string(), z.int().min(0)).nullable(),
  }),
  z.strictObject({
    ...Common,
    kind: z.literal('batch-released'),
    batch: Batch,
    manifestSha256: Sha256,
    signedBy: z.string().min(1),
    on: Day,
    dangersRead: z.boolean(),
  }),
  z.strictObject({
    ...Common,
    kind: z.literal('release-voided'),
    batch: Batch,
    why: z.string().min(1),
    difference: Difference,
  }),
  z.strictObject({
    ...Common,
    kind: z.literal('batch-corrected'),
    batch: Batch,
    correctedBy: Batch,
    why: z.string().min(1),
    /** Lines of the old batch and what they are in the new one. */
    moved: z.array(z.strictObject({ ref: Ref, to: Ref })),
    /** Lines of the old batch that are not asked for any more; all others stay before the court. */
    withdrawn: z.array(Ref),
  }),
  z.strictObject({ ...Common, kind: z.literal('batch-sent'), batch: Batch, on: Day, how: z.string() }),
  z.strictObject({
    ...Common,
    kind: z.literal('receipt-recorded'),
    batch: Batch,
    fileSha256: Sha256,
    lines: z
      .array(
        z.strictObject({
          ref: Ref,
          answer: z.enum(RECEIPT_ANSWERS),
          on: Day,
          caseNumber: z.string(),
          note: z.string(),
        }),
      )
      .min(1),
  }),
  z.strictObject({
    ...Common,
    kind: z.literal('state-told'),
    batch: Batch,
    refs: z.array(Ref).min(1),
    on: Day,
    how: z.string(),
  }),
  z.strictObject({
    ...Common,
    kind: z.literal('note'),
    batch: z.union([Batch, z.literal('')]),
    ref: z.string(),
    text: z.string().min(1),
  }),
  z.strictObject({
    ...Common,
    kind: z.literal('undone'),
    /** `sha256` of the event that is taken back. */
    of: Sha256,
    /** Lines of it; none: all of it. */
    refs: z.array(Ref),
    why: z.string().min(1),
  }),
] as const;

/** One event of an office's book of filings: never changed, only followed by another. */
export const BookEvent = z.discriminatedUnion('kind', EVENTS);
export type BookEvent = z.infer<typeof BookEvent>;
export type BookEventKind = BookEvent['kind'];
export type EventOf<Kind extends BookEventKind> = Extract<BookEvent, { kind: Kind }>;
export type BatchDifference = z.infer<typeof Difference>;
export type FileChange = z.infer<typeof FileChange>;
export type MadeLine = z.infer<typeof MadeLine>;

type Drafted<Event> = Event extends BookEvent ? Omit<Event, keyof typeof Common> : never;
/** An event before it is recorded. */
export type DraftEvent = Drafted<BookEvent>;
