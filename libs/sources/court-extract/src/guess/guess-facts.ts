import { type FactKind } from '../facts/case-fact';
import { FACT_FIELDS, type Field, type Result } from '../mapping/fields';
import { readMapping, shippedMappingText } from '../mapping/read-mapping';
import { plainCode } from '../values/court-codes';
import { type GuessedColumn } from './guess-columns';
import { KNOWN_DISPOSITIONS } from './known-headers';

/** A day of a grant beside the dispositions is of the count itself. */
const OF_LISTS: ReadonlySet<Field> = new Set(FACT_FIELDS.filter((field) => field !== 'granted-on'));
const MOST_CODES = 40;

/** A column `Result` in which somebody is convicted is what the court did with the charge, not with a petition. */
export function withoutVerdicts(columns: readonly GuessedColumn[]): readonly GuessedColumn[] {
  const isVerdict = columns.some(({ as, values }) => as === 'result' && values.some(([text]) => saysVerdict(text)));
  if (!isVerdict || hasAny(columns, 'disposition', 'disposition-code')) return columns;
  const hasDay = hasAny(columns, 'disposition-date');
  return columns.map((each) => {
    if (each.as === 'result') return { ...each, as: 'disposition' };
    return each.as === 'result-date' && !hasDay ? { ...each, as: 'disposition-date' } : each;
  });
}

function saysVerdict(text: string): boolean {
  return KNOWN_DISPOSITIONS.some(
    ([pattern, meaning]) => (meaning === 'convicted' || meaning === 'acquitted') && pattern.test(text),
  );
}

/** What kind of list of what was done the columns are of; undefined of a record, where dispositions of charges stand. */
export function listKindOf(columns: readonly GuessedColumn[]): FactKind | undefined {
  if (hasAny(columns, 'disposition', 'disposition-code', 'count')) return undefined;
  // Each row of a list of grants is granted when no column says otherwise: what says less is a list of filings.
  if (hasAny(columns, 'result', 'challenged-on')) return 'filings-2020';
  if (hasAny(columns, 'granted-on')) return 'court-grants';
  if (hasAny(columns, 'relieved-on')) return 'automatic-relief';
  if (hasAny(columns, 'on-list')) return 'state-list-2019';
  return hasAny(columns, 'destroyed') ? 'filings-2020' : undefined;
}

/** Of what was done later a record reads no more than grants: other columns are ignored, and a person is told. */
export function withoutFacts(columns: readonly GuessedColumn[], doubts: string[]): readonly GuessedColumn[] {
  const later = columns.filter(({ as }) => OF_LISTS.has(as));
  if (later.length === 0) return columns;
  const fields = later.map(({ as }) => as).join(', ');
  doubts.push(
    `columns: ${fields} are of a list of what was done, which a record does not read: give the file with --done too, by a mapping with reads: facts`,
  );
  return columns.map((each) => (OF_LISTS.has(each.as) ? { ...each, as: 'ignore' } : each));
}

/** What the rows of a list do not say. */
export function factsDoubts(columns: readonly GuessedColumn[]): readonly string[] {
  const doubts: string[] = [];
  if (!hasAny(columns, 'cii', 'person-number', 'name', 'last-name'))
    doubts.push('columns: no column says whose it is: say which is the cii, person-number or name');
  if (!hasAny(columns, 'case-number', 'charge', 'conviction-date', 'count-order'))
    doubts.push('columns: no column says which case it is: say which is the case-number');
  else if (!hasAny(columns, 'charge', 'count-order', 'conviction-date'))
    doubts.push('columns: no column says which count it is, so each row is about its whole case: is that so?');
  return doubts;
}

/** `codes.result` for the words that a shipped list knows; the others are a doubt. */
export function resultLines(columns: readonly GuessedColumn[], doubts: string[]): readonly string[] {
  const texts = columns.filter(({ as }) => as === 'result').flatMap(({ values }) => values.map(([text]) => text));
  if (texts.length > MOST_CODES) {
    doubts.push(`codes.result: ${texts.length} different texts: say what they mean`);
    return [];
  }
  const known = Object.entries(readMapping(shippedMappingText('filings-2020')).codes?.result ?? {}) as [
    Result,
    string[],
  ][];
  const table = new Map<Result, string[]>();
  const unknown: string[] = [];
  for (const text of texts) {
    const meaning = known.find(([, codes]) => codes.some((each) => plainCode(each) === plainCode(text)))?.[0];
    if (meaning === undefined) unknown.push(text);
    else table.set(meaning, [...(table.get(meaning) ?? []), text]);
  }
  if (unknown.length > 0)
    doubts.push(`codes.result: ${unknown.length} code(s) whose meaning is not known: ${unknown.join(', ')}`);
  if (table.size === 0) return [];
  return ['codes:', '  result:', ...[...table].map(([meaning, each]) => `    ${meaning}: ${JSON.stringify(each)}`)];
}

function hasAny(columns: readonly GuessedColumn[], ...fields: readonly Field[]): boolean {
  return columns.some(({ as }) => fields.includes(as));
}
