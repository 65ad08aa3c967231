import { z } from 'zod';

const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in lower-case hexadecimal: `clearway forms show` prints it');
const day = z.string().regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/, 'must be a date in quotes: YYYY-MM-DD, YYYY-MM or YYYY');
const words = z.string().trim().min(1, 'must not be empty: write something here, or leave the setting out');
const yes = z
  .union([z.literal('yes'), z.literal('no'), z.boolean()], { message: 'must be yes or no' })
  .transform((each) => each === true || each === 'yes');

/** What stands over the fields of a mapping. */
export const headSchema = z.strictObject({
  form: z.string().regex(/^[A-Z0-9][A-Z0-9-]{0,39}$/, 'must be capital letters, digits and hyphens, such as CR-400'),
  edition: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,39}$/, 'must be one word in quotes, such as "2017-07-01"'),
  title: words,
  note: words.optional(),
  'in force': z.strictObject({ from: day, until: day.optional() }),
  files: z.strictObject({ sha256: z.array(sha256).optional(), 'field list': z.array(sha256).optional() }).optional(),
  confirm: yes.optional(),
  confirmed: z.strictObject({ by: words, on: day }).optional(),
  lost: z.array(z.strictObject({ field: words, had: words })).optional(),
  'min-size': z.number().min(4, 'must be a size in points, from 4').max(72).optional(),
  overflow: z.enum(['attachment', 'refuse']).optional(),
  fields: z.array(z.unknown()).min(1, 'must have an entry for every field of the form'),
});

/** One field of a mapping. */
export const entrySchema = z.strictObject({
  field: z.string().min(1, 'must be the full name of a field').optional(),
  tooltip: z.string().optional(),
  note: words.optional(),
  value: words.optional(),
  text: words.optional(),
  format: z.enum(['us-date', 'long-date', 'upper', 'digits']).optional(),
  when: words.optional(),
  'min-size': z.number().min(4, 'must be a size in points, from 4').max(72).optional(),
  overflow: z.enum(['attachment', 'refuse']).optional(),
  checked: z.union([words, z.literal(true)], { message: 'must be a condition: always, a name, not name' }).optional(),
  state: words.optional(),
  choose: z.record(z.string(), words).optional(),
  leave: z.enum(['court', 'blank'], { message: 'must be court (stays live) or blank (empty and fixed)' }).optional(),
  confirm: yes.optional(),
});

export type Head = z.infer<typeof headSchema>;
export type Entry = z.infer<typeof entrySchema>;
