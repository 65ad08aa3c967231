import { dispositionKinds } from '@clearway/record';
import { ExtractError, type ExtractProblem } from '../errors';
import { type FactKind } from '../facts/case-fact';
import { chooseFactsMapping } from '../facts/choose-facts-mapping';
import { type Field } from '../mapping/fields';
import { type Mapping, readMapping, shippedMappingText } from '../mapping/read-mapping';
import { type GuessedColumn, guessColumns } from './guess-columns';
import { type GuessedDates, guessDates, TWENTY_TO } from './guess-dates';
import { factsDoubts, listKindOf, resultLines, withoutFacts, withoutVerdicts } from './guess-facts';
import { guessLayout, type GuessedLayout } from './guess-layout';
import { shippedFixedFor } from './shipped-fixed';
import { KNOWN_DISPOSITIONS } from './known-headers';

/** A mapping proposed for a file: its text, to be looked at by a person, and what is missing in it. */
export interface GuessedMapping {
  readonly text: string;
  /** Undefined where something that a mapping must have was not found; `problems` says what. */
  readonly mapping: Mapping | undefined;
  readonly problems: readonly ExtractProblem[];
  /** What a person has to decide. */
  readonly doubts: readonly string[];
}

/** Proposes a mapping from names and values of columns. Nothing of a person stands in it; codes of a short table do. */
export function guessMapping(bytes: Uint8Array): GuessedMapping {
  const layout = guessLayout(bytes);
  const shipped = layout.format === 'fixed' && layout.header === 0 ? shippedFixedFor(bytes) : undefined;
  if (shipped !== undefined) return { text: shipped, mapping: readMapping(shipped), problems: [], doubts: [] };
  const doubts: string[] = [];
  const columns = withoutVerdicts(guessColumns(layout, doubts));
  const list = listKindOf(columns);
  // Lists whose columns say nothing of what was done: the Department's, and the earlier tools'.
  const known = list === undefined && !saysDispositions(columns) ? chooseFactsMapping(bytes) : undefined;
  if (known !== undefined) {
    const text = shippedMappingText(known);
    return { text, mapping: readMapping(text), problems: [], doubts: [...doubts, ...datesOf(layout, columns).doubts] };
  }
  const text = printed(layout, list === undefined ? withoutFacts(columns, doubts) : columns, list, doubts);
  try {
    return { text, mapping: readMapping(text), problems: [], doubts };
  } catch (error) {
    if (!(error instanceof ExtractError)) throw error;
    return { text, mapping: undefined, problems: error.problems, doubts };
  }
}

function saysDispositions(columns: readonly GuessedColumn[]): boolean {
  return columns.some(({ as }) => as === 'disposition' || as === 'disposition-code' || as === 'count');
}

function datesOf({ format }: GuessedLayout, columns: readonly GuessedColumn[]): GuessedDates {
  return guessDates(
    columns.map(({ as, values }) => ({ as, texts: values.map(([text]) => text) })),
    format === 'xlsx',
  );
}

function printed(
  layout: GuessedLayout,
  columns: readonly GuessedColumn[],
  list: FactKind | undefined,
  doubts: string[],
): string {
  const has = (field: Field): boolean => columns.some(({ as }) => as === field);
  const lines = [
    '# Proposed from names and values of the columns. Look at every line, then remove this one.',
    'mapping: proposed',
    'title: Proposed, not looked at by anybody',
    ...(list === undefined ? ['reads: record'] : ['reads: facts', `list: ${list}`]),
    `format: ${layout.format}`,
  ];
  if (layout.separator !== undefined) lines.push(`separator: '${layout.separator}'`);
  if (layout.sheet !== undefined) lines.push(`sheet: ${JSON.stringify(layout.sheet)}`);
  if (layout.format !== 'fixed' || layout.header > 0) lines.push(`header: ${layout.header}`);
  if (list === undefined)
    lines.push(`counts: ${has('count') ? 'columns' : isSplitOverRows(layout, columns) ? 'rows' : 'row'}`);
  const { forms: dates, doubts: open } = datesOf(layout, columns);
  if (dates.length > 0) lines.push(`dates: ${JSON.stringify(dates)}`);
  doubts.push(...open);
  if (dates.some((each) => /(?<!Y)YY(?!Y)/.test(each))) {
    lines.push(`two-digit years to: ${TWENTY_TO}`);
    doubts.push(`two-digit years to: years are written with two digits; which is the last that is 20..?`);
  }
  if (columns.some(({ values }) => values.some(([value]) => value === '#N/A'))) lines.push("blank: ['#N/A']");
  lines.push(...(list === undefined ? codeLines(columns, doubts) : resultLines(columns, doubts)), 'columns:');
  if (list !== undefined) doubts.push(...factsDoubts(columns));
  lines.push(...columns.map(columnLine));
  if (has('count') && has('charge'))
    doubts.push(
      'columns: a charge stands beside columns that are counts, and would not be read: say which count it is',
    );
  if (has('disposition') || has('disposition-code'))
    if (!has('disposition-date') && !has('conviction-date') && !has('court-date'))
      doubts.push('columns: no column says on which day it was done: say which is the disposition-date');
  const unknown = columns.filter(({ by }) => by === 'nothing').length;
  if (unknown > 0)
    doubts.push(`columns: ${unknown} of ${columns.length} are not known and are ignored: say what they are`);
  const values = columns.filter(({ by }) => by === 'its values').length;
  if (values > 0) doubts.push(`columns: ${values} were told by their values alone: look at them`);
  return `${lines.join('\n')}\n`;
}

function columnLine({ place, as, charge, count, by, label }: GuessedColumn): string {
  const how = by === 'its name' ? '' : by === 'its values' ? 'by its values' : 'not known';
  const comment = [label, how].filter((each) => each !== '').join(': ');
  const more = `${charge === undefined ? '' : `, charge: ${charge}`}${count === undefined ? '' : `, count: ${count}`}`;
  return `  - { ${place}, as: ${as}${more} }${comment === '' ? '' : ` # ${comment}`}`;
}

/** The same case, defendant and number of a count in two rows that differ. */
function isSplitOverRows({ sample }: GuessedLayout, columns: readonly GuessedColumn[]): boolean {
  const at = (field: Field): number => columns.findIndex(({ as }) => as === field);
  const keys = [at('case-number'), at('defendant-number'), at('name'), at('count-number')];
  if (at('case-number') < 0 || at('count-number') < 0) return false;
  const seen = new Map<string, string>();
  return sample.some(({ cells }) => {
    const key = keys.map((i) => (i < 0 ? '' : (cells[i]?.text ?? ''))).join('\0');
    const whole = cells.map(({ text }) => text).join('\0');
    const before = seen.get(key);
    seen.set(key, whole);
    return before !== undefined && before !== whole;
  });
}

const MOST_CODES = 40;

function codeLines(columns: readonly GuessedColumn[], doubts: string[]): readonly string[] {
  const codes = columns
    .filter(({ as }) => as === 'disposition' || as === 'disposition-code')
    .flatMap(({ values, as }) => (values.length <= MOST_CODES ? values.map(([code]) => ({ code, as })) : []))
    .filter(({ code }) => code.length <= 40 && code !== '#N/A');
  const table = new Map<string, string[]>();
  const unknown: string[] = [];
  const words = codes.filter(({ as }) => as === 'disposition');
  for (const { code } of words.length > 0 ? words : codes) {
    const found = KNOWN_DISPOSITIONS.find(([pattern]) => pattern.test(code))?.[1];
    if (found !== undefined) table.set(found, [...(table.get(found) ?? []), code]);
    else if (dispositionKinds(code).includes('other')) unknown.push(code);
  }
  if (unknown.length > 0)
    doubts.push(`codes.disposition: ${unknown.length} code(s) whose meaning is not known: ${unknown.join(', ')}`);
  if (table.size === 0) return [];
  return [
    'codes:',
    '  disposition:',
    ...[...table].map(([meaning, each]) => `    ${meaning}: ${JSON.stringify(each)}`),
  ];
}
