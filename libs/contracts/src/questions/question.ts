import { z } from 'zod';
import { Count, Office, Revision, RunId, Sha256 } from '../primitives';

/** One question and its answer, by request and reply. Subject: `PREFIX.ask.SUBJECT`. */
export interface QuestionContract<Request = unknown, Reply = unknown> {
  readonly subject: string;
  readonly version: number;
  readonly request: z.ZodType<Request>;
  readonly reply: z.ZodType<Reply>;
}

export function defineQuestion<Request, Reply>(
  contract: QuestionContract<Request, Reply>,
): QuestionContract<Request, Reply> {
  return contract;
}

export const ofRun = { office: Office, run: RunId };

/** One revision of a run; left out: the newest of which everyone is decided, else the newest. */
export const ofRevision = { ...ofRun, revision: Revision.optional() };

export const page = {
  limit: z.int().min(1).max(500).default(100),
  cursor: z
    .string()
    .regex(/^[A-Za-z0-9:._-]{1,120}$/)
    .nullable()
    .default(null),
};

export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ items: z.array(item), next: z.string().nullable() });

/** A file that was made to answer: it lies in the content store. */
export const AnsweredFile = z.strictObject({ sha256: Sha256, bytes: Count });
export type AnsweredFile = z.infer<typeof AnsweredFile>;

/** What became of a file of events that was recorded. */
export const ImportedEvents = z.strictObject({
  recorded: Count,
  /** Events that the office had already. */
  known: Count,
  /** What stood in force before and does not now, because a later event of the file speaks of the same. */
  replaced: Count,
  /** Hash of the office's last event. */
  head: Sha256.nullable(),
});
export type ImportedEvents = z.infer<typeof ImportedEvents>;
