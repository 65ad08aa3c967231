import {
  type CourtExtract,
  NOTE_WORDS,
  REJECT_WORDS,
  type UnderstoodRow,
  understoodRows,
} from '@clearway/court-extract';
import { printCitation, printDate, readCharge, type RowFacts } from '@clearway/record';
import { counted, grouped } from '../terminal/numbers';
import { type Terminal } from '../terminal/terminal';

/** Lines that are named for one code; the rest is a number. */
const LINES_SHOWN = 12;

/** Says rows as they were understood, for the person who has the file beside the screen. */
export function sayRows(extract: CourtExtract, most: number, terminal: Terminal): void {
  for (const row of understoodRows(extract, most)) terminal.say(rowWords(row));
}

function rowWords({ line, counts }: UnderstoodRow): string {
  const [first] = counts;
  if (!first) return `line ${line}`;
  const born = first.birthDate > 0 ? `, born ${printDate(first.birthDate)}` : '';
  const who = [
    first.name || 'no name',
    first.cii === '' ? '' : `CII ${first.cii}`,
    first.subjectId === '' ? '' : `person ${first.subjectId}`,
  ];
  const where = `${first.agency === '' ? '' : `${first.agency} `}#${first.caseNumber || 'none'}`;
  return [
    `line ${line}: ${who.filter((each) => each !== '').join(', ')}${born}; case ${where}`,
    ...counts.map(countWords),
  ].join('\n    ');
}

function countWords(facts: RowFacts): string {
  const charge = readCharge(facts.offence);
  const cited =
    charge.problem === undefined
      ? charge.offences.map(printCitation).join(', ')
      : `${facts.offence || 'no charge'} (cannot be read)`;
  const date =
    facts.eventDate > 0 ? printDate(facts.eventDate) : facts.eventDate < 0 ? 'a date that cannot be read' : '';
  const sentence = [facts.sentenceLength, facts.sentenceUnit, facts.sentencePlace]
    .filter((each) => each !== '')
    .join(' ');
  return [
    cited,
    [date, facts.disposition, facts.convictionStatus].filter((each) => each !== '').join(' '),
    sentence && `sentence ${sentence}`,
  ]
    .filter((each) => each !== '')
    .join('; ');
}

/** Says what became of the rows of an export, and that the numbers tie out. */
export function sayAccount(extract: CourtExtract, terminal: Terminal): void {
  const { account, unusedColumns, table } = extract;
  terminal.say(
    `${counted(account.rows, 'row', 'rows')}: ${grouped(account.used)} used, ${grouped(account.rejected)} rejected. ${counted(account.defendants, 'defendant', 'defendants')}, ${counted(account.cases, 'case', 'cases')}, ${counted(account.counts, 'count', 'counts')}.`,
  );
  if (table.filledFromMerged > 0)
    terminal.say(`${counted(table.filledFromMerged, 'cell below a merged one was', 'cells below merged ones were')} given their value.`);
  if (unusedColumns.length > 0)
    terminal.say(`Columns that the mapping does not name, and nobody read: ${unusedColumns.join(', ')}`);
  sayLines(
    'Rejected:',
    extract.rejected.map(({ reason, line }) => ({ words: REJECT_WORDS[reason], line })),
    terminal,
  );
  sayLines(
    'To look at:',
    extract.notes.map(({ code, line, column }) => ({
      words: `${column === '' ? '' : `${column}: `}${NOTE_WORDS[code]}`,
      line,
    })),
    terminal,
  );
}

/** Problems of one kind in one line, with the lines of the file. */
export function sayLines(
  title: string,
  all: readonly { readonly words: string; readonly line: number }[],
  terminal: Terminal,
): void {
  if (all.length === 0) return;
  const byWords = new Map<string, number[]>();
  for (const { words, line } of all)
    byWords.set(words, [...(byWords.get(words) ?? []).slice(-LINES_SHOWN * 1000), line]);
  terminal.say(title);
  for (const [words, lines] of byWords) {
    const shown = lines.slice(0, LINES_SHOWN).join(', ');
    const more = lines.length > LINES_SHOWN ? ` and ${grouped(lines.length - LINES_SHOWN)} more` : '';
    terminal.say(`  line ${shown}${more}: ${words}`);
  }
}

/** The same for a machine. */
export function accountResult({
  account,
  rejected,
  notes,
  unusedColumns,
  table,
}: CourtExtract): Record<string, unknown> {
  return {
    account,
    rejected,
    notes,
    unusedColumns,
    encoding: table.encoding,
    filledFromMerged: table.filledFromMerged,
  };
}
