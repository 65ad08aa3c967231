import { z } from 'zod';
import { Count, Office, Sha256 } from './primitives';

/** Settings before facts and decisions could be named. */
export const RunSettings1 = z.strictObject({
  office: Office,
  /** County whose convictions are decided, as the file writes it, upper case: `LOS ANGELES`. */
  county: z.string().min(1).max(60),
  policy: z.strictObject({
    name: z.string().min(1).max(120),
    /** The policy's own text (YAML or JSON) or the name of a preset. */
    text: z.string().min(1).max(262_144),
    hash: Sha256,
  }),
  /** Calendar date `yyyymmdd`. */
  asOf: z.int().min(18_000_101).max(99_991_231),
  papers: z.enum(['none', 'bulk', 'per-case']),
  letters: z.boolean(),
  /** Content hash of the contact file. */
  contacts: Sha256.nullable(),
  withIdentityNumbers: z.boolean(),
  /** Original bytes, in the order that the caller gave; `name` is a base name and ends in .dat, .csv or .gz as given. */
  inputs: z.array(z.strictObject({ name: z.string().min(1).max(255), sha256: Sha256, bytes: Count })).min(1).max(64),
});

export const RunSettings2 = z.strictObject({
  ...RunSettings1.shape,
  version: z.literal(2),
  /** Facts files in their order: what is known of cases beside the record. */
  facts: z.array(z.strictObject({ name: z.string().min(1).max(255), sha256: Sha256 })).max(16),
  /** Content hash of the decisions file; null without one. */
  decisions: Sha256.nullable(),
});

export const RunSettings3 = z.strictObject({
  ...RunSettings2.shape,
  version: z.literal(3),
  /** `court`: as the profile of each court says. */
  papers: z.enum(['none', 'court', 'bulk', 'per-case']),
  /** The office's own court profiles: files by name, which go before those of Clearway. */
  courts: z.array(z.strictObject({ name: z.string().min(1).max(255), text: z.string().min(1).max(262_144) })).max(64),
});

export const RunSettings4 = z.strictObject({
  ...RunSettings3.shape,
  version: z.literal(4),
  /** Content hash of what courts had said of cases, as a book of filings; null when they had said nothing. */
  book: Sha256.nullable(),
  /** The office's own templates of papers: files by name, each in the place of Clearway's of that name. */
  templates: z.array(z.strictObject({ name: z.string().min(1).max(255), text: z.string().min(1).max(262_144) })).max(64),
});

/** What an input is, by its content: a file of the state, an export of a court's case system, one person's RAP sheet. */
export const SOURCE_KINDS = ['state-file', 'court-extract', 'rap-sheet'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

const input4 = { name: z.string().min(1).max(255), sha256: Sha256, bytes: Count };

export const RunSettings5 = z.strictObject({
  ...RunSettings4.shape,
  version: z.literal(5),
  /** Original bytes: files of the state in the order that the caller gave, then the others in theirs. A run numbers its files so. */
  inputs: z
    .array(
      z.strictObject({
        ...input4,
        kind: z.enum(SOURCE_KINDS),
        /** Text of the mapping that reads a court's export; null where the reader finds it. */
        mapping: z.string().min(1).max(262_144).nullable(),
      }),
    )
    .min(1)
    .max(64),
  /** Content hash of the corrections file: values of the record that were found elsewhere; null without one. */
  corrections: Sha256.nullable(),
});

export const RunSettings6 = z.strictObject({
  ...RunSettings5.shape,
  version: z.literal(6),
  /** Lists of what already happened, in their order, each with the text of the mapping that reads it. They count as facts files after the others. */
  done: z
    .array(z.strictObject({ name: z.string().min(1).max(255), sha256: Sha256, mapping: z.string().min(1).max(262_144) }))
    .max(16),
});
export type RunSettings = z.infer<typeof RunSettings6>;

/**
 * Everything that a run depends on besides the code. It lies in the content store as JSON; messages carry its hash, so
 * every service decides by the same words and none has to wait for another's table. Reads this version and the two
 * before; what is written is always this one.
 */
export const RunSettings: z.ZodType<RunSettings> = z.union([
  RunSettings6,
  RunSettings5.transform((before): RunSettings => ({ ...before, version: 6, done: [] })),
  RunSettings4.transform((before): RunSettings => ({ ...before, version: 6, inputs: stateFiles(before.inputs), corrections: null, done: [] })),
]);

/** What a run could read before there were other sources. */
function stateFiles(inputs: z.infer<typeof RunSettings1>['inputs']): RunSettings['inputs'] {
  return inputs.map((input) => ({ ...input, kind: 'state-file', mapping: null }));
}
