import { z } from 'zod';
import { FACT_KINDS, type FactKind } from '../facts/case-fact';
import { parseFormat } from '../values/date-format';
import {
  DATE_FIELDS,
  DAY_OR_YES,
  DISPOSITION_WORDS,
  FIELDS,
  OF_A_COUNT,
  REPEATABLE,
  RESULTS,
  type DispositionMeaning,
  type Field,
} from './fields';

const NAME = z.string().regex(/^[a-z0-9][a-z0-9.-]*$/, 'use small letters, digits and hyphens');
const WORDS = z.string('write text').refine((text) => text.trim() !== '', 'must not be empty: write something here');
const CODES = z
  .array(z.union([z.string(), z.number()]).transform(String), 'list the codes of the court, such as [G, NOLO]')
  .min(1, 'list at least one code of the court');
const DATES = z
  .array(
    z
      .string()
      .refine(
        (text) => parseFormat(text) !== undefined,
        'is no form of a date: write it with YYYY or YY, MM or M, DD or D, MON, such as M/D/YYYY, YYYY-MM-DD, YYYYMMDD, DD-MON-YYYY',
      ),
  )
  .min(1, 'name at least one form of dates, such as M/D/YYYY');
const POSITION = z.number('write a whole number from 1').int('write a whole number from 1').min(1, 'count from 1');

const column = z
  .strictObject({
    /** Its name in the header. */
    column: WORDS.optional(),
    /** Its place among the columns, from 1: for files without a header. */
    number: POSITION.optional(),
    /** Of fixed width: its first character, from 1, and how many. */
    from: POSITION.optional(),
    width: POSITION.optional(),
    as: z.enum(FIELDS),
    /** A file may lack the column. */
    optional: z.boolean('write true or false').optional(),
    /** A `count` column: the charge that a filled cell stands for. */
    charge: WORDS.optional(),
    /** With `counts: columns`: which of the counts of a row the column is of; a column without is of all that have none of their own. */
    count: POSITION.optional(),
    /** What a filled cell of a `count` column says. */
    cell: z.enum(['mark', 'charge', 'how-many']).optional(),
    /** The class of the charge of a `count` column. */
    class: z.enum(['F', 'M', 'I']).optional(),
    /** Dates of this column alone. */
    dates: DATES.optional(),
    /** Further texts that say nothing in this column, such as 0. */
    blank: CODES.optional(),
    /** Digits that a case number has: one that a spreadsheet cut gets its zeros back, and the report says so. */
    digits: POSITION.optional(),
  })
  .superRefine((it, context) => {
    const problem = (path: string, message: string): void =>
      context.addIssue({ code: 'custom', path: [path], message });
    const places = [it.column, it.number, it.from].filter((each) => each !== undefined).length;
    if (places !== 1)
      problem('as', 'say where it stands, once: column (its name), number (its place), or from and width');
    if ((it.from === undefined) !== (it.width === undefined)) problem('from', 'from and width belong together');
    if (it.optional && it.column === undefined)
      problem('optional', 'only a column with a name can be lacking: leave it out');
    if (it.as !== 'count')
      for (const key of ['charge', 'cell', 'class'] as const)
        if (it[key] !== undefined) problem(key, 'belongs to a column that is a count: leave it out');
    if (it.as === 'count' && it.charge === undefined && it.cell !== undefined && it.cell !== 'charge')
      problem('cell', 'a mark or a number of counts needs the charge that the column stands for: add charge');
    if (it.count !== undefined && (!OF_A_COUNT.has(it.as) || it.as === 'charge'))
      problem(
        'count',
        it.as === 'charge' ? 'the charge of one count is as: count: write so' : 'speaks of no count: leave it out',
      );
    if (it.dates && !DATE_FIELDS.has(it.as) && !DAY_OR_YES.has(it.as))
      problem('dates', 'the column is no date: leave it out');
    if (it.digits !== undefined && it.as !== 'case-number') problem('digits', 'belongs to a case number: leave it out');
  });

const meanings = Object.keys(DISPOSITION_WORDS) as [DispositionMeaning, ...DispositionMeaning[]];

const codes = z.strictObject({
  disposition: z.partialRecord(z.enum(meanings), CODES).optional(),
  severity: z.partialRecord(z.enum(['felony', 'misdemeanor', 'infraction']), CODES).optional(),
  /** A court's own code of a charge, and the section as a charge is written: `11357(a) HS`. */
  section: z.record(z.string(), WORDS).optional(),
  result: z.partialRecord(z.enum(RESULTS), CODES).optional(),
});

/** What a person is told by: the first group of fields that are all filled. */
const KEYS = ['cii', 'person-number', 'case-number', 'defendant-number', 'name', 'birth-date'] as const;
const who = z
  .array(z.array(z.enum(KEYS)).min(1, 'name at least one field'))
  .min(1, 'name at least one group of fields, such as [[person-number], [case-number, name]]');

export const mappingFile = z
  .strictObject({
    mapping: NAME,
    title: WORDS,
    /** `record`: histories. `facts`: what already happened to cases. */
    reads: z.enum(['record', 'facts']),
    /** Of facts: what kind of list it is. */
    list: z.enum(Object.keys(FACT_KINDS) as [FactKind, ...FactKind[]]).optional(),
    format: z.enum(['csv', 'tsv', 'fixed', 'xlsx']),
    encoding: z.enum(['auto', 'utf-8', 'windows-1252']).optional(),
    separator: z.string().length(1, 'write the one character between two columns').optional(),
    /** The row in which the names of the columns stand, from 1; 0 where there is none. */
    header: z.number().int('write a whole number').min(0, 'write 0 where there is no header').optional(),
    /** Of a workbook; the first one when left out. */
    sheet: WORDS.optional(),
    /** `row`: each row is a count. `rows`: several rows, by case and count number. `columns`: a row is a case, filled `count` columns its counts. */
    counts: z.enum(['row', 'rows', 'columns']).optional(),
    people: who.optional(),
    'name order': z.enum(['last-first', 'first-last']).optional(),
    court: WORDS.optional(),
    county: WORDS.optional(),
    dates: DATES.optional(),
    /** The last two-digit year that is 20..: with 26, `26` is 2026 and `27` is 1927. */
    'two-digit years to': z
      .number()
      .int('write two digits')
      .min(0, 'write two digits')
      .max(99, 'write two digits')
      .optional(),
    blank: CODES.optional(),
    codes: codes.optional(),
    columns: z.array(column).min(1, 'name at least one column: { column: Case No, as: case-number }'),
  })
  .superRefine((it, context) => {
    const problem = (path: (string | number)[], message: string): void =>
      context.addIssue({ code: 'custom', path, message });
    const seen = new Map<string, number>();
    const numbered = new Set(
      it.columns.flatMap(({ as, count }) => (as === 'count' && count !== undefined ? [count] : [])),
    );
    it.columns.forEach((each, index) => {
      const key = each.count === undefined ? each.as : `${each.as} of count ${each.count}`;
      const before = seen.get(key);
      if (before !== undefined && (!REPEATABLE.has(each.as) || (each.as === 'count' && each.count !== undefined)))
        problem(['columns', index, 'as'], `column ${before + 1} is ${key} already: only one can be`);
      else seen.set(key, index);
      if (each.count !== undefined && it.counts !== 'columns')
        problem(['columns', index, 'count'], 'belongs to counts: columns: leave it out');
      else if (each.count !== undefined && !numbered.has(each.count))
        problem(
          ['columns', index, 'count'],
          `no column is the charge of count ${each.count}: add { column: ..., as: count, count: ${each.count} }`,
        );
      if ((it.format === 'fixed') !== (each.from !== undefined))
        problem(
          ['columns', index],
          it.format === 'fixed'
            ? 'a file of fixed width has from and width for each column'
            : 'from and width are for files of fixed width',
        );
      if (each.column !== undefined && it.header === 0)
        problem(['columns', index, 'column'], 'the file has no header: give the number of the column');
      const formats = [...(each.dates ?? []), ...(it.dates ?? [])];
      if (formats.some((one) => /(?<!Y)YY(?!Y)/.test(one)) && it['two-digit years to'] === undefined && each.dates)
        problem(['columns', index, 'dates'], 'two-digit years need "two-digit years to": the last one that is 20..');
    });
    if (it.dates?.some((one) => /(?<!Y)YY(?!Y)/.test(one)) && it['two-digit years to'] === undefined)
      problem(['dates'], 'two-digit years need "two-digit years to": the last one that is 20..');
    if (it.separator !== undefined && it.format !== 'csv')
      problem(['separator'], 'belongs to format csv: leave it out');
    if (it.sheet !== undefined && it.format !== 'xlsx') problem(['sheet'], 'belongs to format xlsx: leave it out');
    const dated = it.columns.find((each) => (DATE_FIELDS.has(each.as) || DAY_OR_YES.has(each.as)) && !each.dates);
    if (dated && !it.dates) problem(['dates'], 'is missing: say how dates are written, such as [M/D/YYYY]');
    if (it.reads === 'record')
      needed(
        it.columns.map(({ as }) => as),
        it.counts ?? 'row',
        problem,
      );
    else if (it.counts === 'columns' || it.counts === 'rows')
      problem(['counts'], 'each row of a list of facts is one: leave it out');
    if (it.list !== undefined && it.reads === 'record') problem(['list'], 'belongs to reads: facts: leave it out');
    if (!seen.has('case-number') && it.reads === 'record') problem(['columns'], 'no column is the case-number: add it');
  });

export type MappingFile = z.infer<typeof mappingFile>;
export type MappingColumn = MappingFile['columns'][number];

type Report = (path: (string | number)[], message: string) => void;

function needed(fields: readonly Field[], counts: 'row' | 'rows' | 'columns', problem: Report): void {
  const has = (field: Field): boolean => fields.includes(field);
  if (!has('name') && !has('last-name') && !has('person-number') && !has('cii'))
    problem(['columns'], 'no column says whose it is: add name, last-name, person-number or cii');
  if (counts === 'columns' && !has('count'))
    problem(['counts'], 'counts: columns needs at least one column that is a count');
  if (counts !== 'columns' && has('count')) problem(['counts'], 'a column is a count: write counts: columns');
  if (counts !== 'columns' && !has('charge')) problem(['columns'], 'no column is the charge: add it');
  if (counts === 'rows' && !has('count-number'))
    problem(['counts'], 'counts: rows needs a column that is the count-number');
}
