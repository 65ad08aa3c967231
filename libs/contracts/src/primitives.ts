import { z } from 'zod';

/** SHA-256 of bytes in the content store, lower-case hexadecimal. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
export type Sha256 = z.infer<typeof Sha256>;

/** The prosecuting agency whose data this is; a slug, so that it can stand in subjects, paths and keys. */
export const Office = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);
export type Office = z.infer<typeof Office>;

export const RunId = z.uuid();
export const Count = z.int().min(0);
/** Which making of a run, from 1. */
export const Revision = z.int().min(1);

/** Who caused it: `user:analyst1`, `service:ingestion`. Never the name of a person in a record. */
export const Actor = z.string().regex(/^(user|service):[A-Za-z0-9._@\\-]{1,64}$/);

/** Stable dotted code of an error or of a failure: `run.disk-full`. */
export const Code = z
  .string()
  .regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/)
  .max(80);

/** Part of a cursor or of a person's id: letters and digits only. */
export const PersonId = z.string().regex(/^[A-Za-z0-9]{1,64}$/);

/** A file that a run made: its name, its bytes by hash. */
export const OutputFile = z.strictObject({
  name: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._/-]{0,159}$/),
  sha256: Sha256,
  bytes: Count,
});
export type OutputFile = z.infer<typeof OutputFile>;
