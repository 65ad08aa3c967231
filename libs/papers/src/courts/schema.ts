import { z } from 'zod';
import { COURT_DATA_FIELDS, COURT_DATA_FORMATS } from './court-data-column';
import { OWN_PAPERS } from './court-profile';

const YES_OR_NO = z.enum(['yes', 'no'], 'write yes or no').transform((word) => word === 'yes');
const DAY = z
  .string('write the day as YYYY-MM-DD')
  .refine(
    (day) => /^\d{4}-\d{2}-\d{2}$/.test(day) && new Date(`${day}T00:00:00Z`).toJSON()?.slice(0, 10) === day,
    'write the day as YYYY-MM-DD, a day of the calendar',
  );
const ID = z.string().regex(/^[a-z0-9][a-z0-9-]{0,58}[a-z0-9]$/, 'use small letters, digits and hyphens, at most 60');
const WORDS = (cure: string): z.ZodString => z.string(cure).trim().min(1, cure);
const WHOLE = (low: number, high: number): z.ZodInt => {
  const cure = `give a whole number from ${low} to ${high}`;
  return z.int(cure).min(low, cure).max(high, cure);
};
const CONFIRMED = z.union(
  [z.literal('no'), z.strictObject({ by: WORDS('name who confirmed it'), on: DAY })],
  'write no, or who confirmed it with the court and when: { by: ..., on: YYYY-MM-DD }',
);
const PAPER = z.union(
  [z.enum(OWN_PAPERS), z.strictObject({ form: WORDS('give the number of the form') })],
  `use ${OWN_PAPERS.join(', ')}, or a form of the court: "form: CR-400"`,
);

const column = z.strictObject({
  name: WORDS('give the heading of the column'),
  from: z.enum(COURT_DATA_FIELDS, `use one of ${COURT_DATA_FIELDS.join(', ')}`),
  codes: z.record(z.string(), z.string('codes are texts: put numbers in quotes')).optional(),
  format: z.enum(COURT_DATA_FORMATS, `use one of ${COURT_DATA_FORMATS.join(', ')}`).optional(),
});

const settings = z.strictObject({
  mode: z.enum(['bulk', 'per-case'], 'write bulk or per-case'),
  papers: z.array(PAPER, 'list the papers').min(1, 'list at least one paper'),
  order: z.enum(['separate', 'combined'], 'write separate or combined'),
  copies: WHOLE(1, 20),
  sort: z.enum(['case-number', 'defendant'], 'write case-number or defendant'),
  separators: YES_OR_NO,
  'megabytes per file': z.number('give a number of megabytes').min(0.05, 'give at least 0.05').max(1000),
  delivery: z.enum(['files', 'volumes'], 'write files or volumes'),
  public: z.strictObject({ names: YES_OR_NO, charges: YES_OR_NO, 'conviction dates': YES_OR_NO }),
  confidential: z.strictObject({ ground: WORDS('state the statute or rule under which it is sealed') }).optional(),
  service: z.array(
    z.strictObject({
      name: WORDS('name who is served'),
      address: z.array(WORDS('write a line of the address')).optional(),
      email: WORDS('write the e-mail address').optional(),
    }),
    'list who is served, or write []',
  ),
  'data file': z.strictObject({ columns: z.array(column).min(1, 'list at least one column') }).optional(),
});
export type FilingSettings = z.infer<typeof settings>;

const courthouse = z.strictObject({
  id: ID,
  name: WORDS('give the present name of the courthouse'),
  address: z.array(WORDS('write a line of the address')).optional(),
  'known as': z.array(WORDS('give a name as the record has it')).optional(),
  ori: z.array(z.string().regex(/^CA\w{7}$/, 'give nine characters such as CA019115J')).optional(),
  'case prefixes': z.array(WORDS('give the first letters of its case numbers')).optional(),
  closed: z.strictObject({ on: DAY.optional(), successor: ID }).optional(),
  note: WORDS('write a note').optional(),
  confirmed: CONFIRMED.optional(),
  filing: settings.partial().optional(),
});

/** A file of courts: what holds for a county, and its courthouses, each with what differs. */
export const courtsFile = z.strictObject({
  county: WORDS('name the county, or any'),
  source: WORDS('say where the facts come from'),
  confirmed: CONFIRMED,
  filing: settings,
  courthouses: z.array(courthouse, 'list the courthouses, or write []'),
});
export type CourtsFile = z.infer<typeof courtsFile>;
