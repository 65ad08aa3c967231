import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const words = z.array(z.string());

/** One case of libs/sources/rap-sheet/cases: a sheet, and what must be understood of it. */
const sheetCase = z.strictObject({
  name: z.string().min(10),
  /** The silent loss or the defect of the earlier RAP sheet tool to which the case is the right answer. */
  answers: z.string().optional(),
  /** What follows the person's block, or with `whole` the sheet with it. */
  sheet: z.string(),
  whole: z.boolean().default(false),
  /** The sheet has no END OF MESSAGE. */
  cut: z.boolean().default(false),
  expect: z.strictObject({
    counts: words.optional(),
    cycles: z.number().optional(),
    unread: words.default([]),
    notes: words.default([]),
    repairs: words.default([]),
    /** Clearway's own id of the person. */
    person: z.string().optional(),
    /** Classes of the charges (TOC). */
    classes: words.optional(),
    names: words.optional(),
    born: words.optional(),
    addresses: words.optional(),
    comments: words.optional(),
    incomplete: z.boolean().default(false),
    deceased: z.boolean().default(false),
    problems: words.optional(),
    /** Code of the error, where the file is refused. */
    refused: z.string().optional(),
  }),
  /** What the rules decide, under the policy california-statute: outcome by cycle, step and count (`101 1 2`). */
  decided: z
    .strictObject({
      county: z.string().default('SAN FRANCISCO'),
      'as of': z.string().default('2026-11-01'),
      outcomes: z.record(z.string(), z.string()),
      problems: words.optional(),
    })
    .optional(),
});

export type SheetCase = z.infer<typeof sheetCase>;

const FOLDER = join(__dirname, '..', '..', 'cases');
const END = '* * * END OF MESSAGE * * *\n';
const PERSON = readFileSync(join(FOLDER, 'person.txt'), 'utf8');

/** Every case with the text of its sheet, the person in front. */
export function sheetCases(): readonly (SheetCase & { readonly file: string })[] {
  return readdirSync(FOLDER)
    .filter((each) => each.endsWith('.yaml'))
    .sort()
    .flatMap((file) =>
      z
        .array(sheetCase)
        .parse(parse(readFileSync(join(FOLDER, file), 'utf8')))
        .map((each) => ({ ...each, file })),
    );
}

/** The bytes of the file that a case gives. */
export function bytesOf({ sheet, whole, cut }: SheetCase): Buffer {
  return Buffer.from(`${whole ? '' : PERSON}${sheet}${cut ? '' : END}`, 'utf8');
}
