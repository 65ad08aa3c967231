import {
  FACT_REJECT_WORDS,
  type CaseFact,
  type FactsReading,
  NO_FACT_WORDS,
  NOTE_WORDS,
} from '@clearway/court-extract';
import { printDate } from '@clearway/record';
import { counted, grouped } from '../terminal/numbers';
import { type Terminal } from '../terminal/terminal';
import { sayLines } from './say-extract';

/** Says facts of a list as they were understood, for the person who has the file beside the screen. */
export function sayFacts({ facts }: FactsReading, most: number, terminal: Terminal): void {
  for (const each of facts.slice(0, most)) terminal.say(factWords(each));
}

function factWords({ line, who, columns }: CaseFact): string {
  const born = who.birthDate > 0 ? `, born ${printDate(who.birthDate)}` : '';
  const { cii, subject_id, case_number = '', section = '', source: _source, ...rest } = columns;
  const whose = [who.name, cii && `CII ${cii}`, subject_id && `person ${subject_id}`].filter((each) => each).join(', ');
  const said = Object.entries(rest).flatMap(([key, text]) => (text ? [`${key.replaceAll('_', ' ')} ${text}`] : []));
  return [
    `line ${line}: ${whose}${born}; case #${case_number || 'none'}`,
    [section || 'whole case', ...said].join('; '),
  ].join('\n    ');
}

/** Says what became of the rows of a list, and that the numbers tie out. */
export function sayReading(
  name: string,
  { account, without, rejected, notes, unusedColumns }: FactsReading,
  terminal: Terminal,
): void {
  terminal.say(
    `${name}: ${counted(account.rows, 'row', 'rows')}: ${counted(account.facts, 'fact', 'facts')}, ${grouped(account.without)} without a fact, ${grouped(account.rejected)} rejected.`,
  );
  if (unusedColumns.length > 0)
    terminal.say(`Columns that the mapping does not name, and nobody read: ${unusedColumns.join(', ')}`);
  sayLines(
    'No fact, so relief stays owed:',
    without.map(({ line, reason }) => ({ line, words: NO_FACT_WORDS[reason] })),
    terminal,
  );
  sayLines(
    'Rejected:',
    rejected.map(({ line, reason, column }) => ({
      line,
      words: `${column === '' ? '' : `${column}: `}${FACT_REJECT_WORDS[reason]}`,
    })),
    terminal,
  );
  sayLines(
    'To look at:',
    notes.map(({ line, code, column }) => ({
      line,
      words: `${column === '' ? '' : `${column}: `}${NOTE_WORDS[code]}`,
    })),
    terminal,
  );
}
