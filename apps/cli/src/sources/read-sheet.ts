import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import {
  historyOf,
  type LineAccount,
  lineAccountOf,
  NOTE_WORDS,
  readRapSheet,
  type RapSheet,
  readSheetFile,
  type SheetEvent,
  type SheetLine,
  UNREAD_WORDS,
} from '@clearway/rap-sheet';
import { type Count, displayOf, type History, printCitation, printDate, type Step } from '@clearway/record';
import { EXIT, type ExitCode } from '../exit-codes';
import { type Terminal } from '../terminal/terminal';

/** Says what was understood of one RAP sheet. Every line that could not be read is listed, and asks for another exit code. */
export async function readSheet(path: string, terminal: Terminal): Promise<ExitCode> {
  const bytes = await readFile(path);
  const text = await readSheetFile(bytes, { signal: terminal.signal });
  const sheet = readRapSheet(text);
  const history = historyOf(sheet, { file: 0, sha256: createHash('sha256').update(bytes).digest('hex') });
  const account = lineAccountOf(sheet);
  sayPerson(sheet, history, terminal);
  sheet.cycles.forEach(({ events }, i) => {
    terminal.say('');
    terminal.say(`Cycle ${i + 1}`);
    events.forEach((event, k) => sayEvent(event, history.cycles[i]?.steps[k], terminal));
  });
  sayNotes(sheet, terminal);
  sayLines(account, terminal);
  terminal.result({
    kind: text.kind,
    pages: text.pages,
    lines: { all: account.lines, used: account.used, furniture: account.furniture, unread: account.unread },
    unread: account.unreadLines.map(({ line, why }) => ({ ...placeOf(line), why, text: shown(line.text) })),
    notes: sheet.notes.map(({ code, at, words }) => ({ code, ...placeOf(sheet.lines[at - 1]), words: shown(words) })),
    repairs: sheet.repairs.map(({ rule, at, from, to }) => ({ rule, ...placeOf(sheet.lines[at - 1]), from, to })),
    history,
  });
  return account.unread === 0 ? EXIT.done : EXIT.input;
}

function sayPerson({ person }: RapSheet, { birthDates, deceased, incomplete }: History, terminal: Terminal): void {
  terminal.say(person.names.map(({ text }) => text).join('; ') || 'No name');
  const born = birthDates.map(printDate).join(', ');
  terminal.say(
    `CII ${person.cii || 'not stated'}, born ${born || 'on a day that the sheet does not give'}${deceased ? ', recorded as deceased' : ''}`,
  );
  if (person.addresses.length > 0)
    terminal.say(
      `Addresses: ${person.addresses.map(({ date, parts }) => `${printDate(date)} ${parts.join(', ')}`.trim()).join('; ')}`,
    );
  if (incomplete)
    terminal.say(
      'The record is incomplete: nothing can be decided by what it does not have, because a line of it could not be read.',
    );
}

function sayEvent(event: SheetEvent, step: Step | undefined, terminal: Terminal): void {
  const { courthouse, agency, header } = event;
  const county = step?.agency.county ?? '';
  const where = courthouse ? displayOf(courthouse) : agency;
  terminal.say(
    `  ${header || 'EVENT WITHOUT HEADER'}, ${printDate(step?.date ?? 0) || 'no date'}, ${where || 'no agency'}${county === '' ? '' : ` (${county})`}`,
  );
  for (const count of event.counts.length === 0 ? [] : (step?.counts ?? [])) terminal.say(`    ${countWords(count)}`);
}

function countWords({ order, caseNumbers, charged, otherCharges, dispositions, sentences }: Count): string {
  const charges = [charged, ...(otherCharges ?? [])].map((each) =>
    each.problem ? `${each.text || 'no charge'} (cannot be read)` : each.offences.map(printCitation).join(', '),
  );
  const cases = caseNumbers.map(({ number }) => ` #${number}`).join('');
  const became = dispositions
    .filter((each) => each.text !== '' || each.severityText !== '')
    .map((each) => [printDate(each.date), each.text, each.severityText].filter((word) => word !== '').join(' '));
  const sentence = sentences.map(({ length, unit, place }) =>
    [length, unit, place].filter((word) => word !== '').join(' '),
  );
  return `count ${Number(order.slice(6, 9))}${cases}: ${charges.join(' / ')}${became.length > 0 ? `; ${became.join('; ')}` : ''}${sentence.length > 0 ? `; sentence ${sentence.join(', ')}` : ''}`;
}

function sayNotes({ notes, repairs, lines }: RapSheet, terminal: Terminal): void {
  if (notes.length + repairs.length > 0) terminal.say('');
  if (notes.length > 0) terminal.say('To look at:');
  for (const { code, at, words } of notes)
    terminal.say(`  ${placeWords(lines[at - 1])}: ${NOTE_WORDS[code]}${words === '' ? '' : `: ${shown(words)}`}`);
  if (repairs.length > 0) terminal.say('Misread, and put right:');
  for (const { at, from, to } of repairs) terminal.say(`  ${placeWords(lines[at - 1])}: ${from} read as ${to}`);
}

function sayLines({ lines, used, furniture, unread, unreadLines }: LineAccount, terminal: Terminal): void {
  terminal.say('');
  terminal.say(
    `${lines} lines: ${used} used, ${furniture} that say nothing of anybody (headers, separators, blanks), ${unread} not read.`,
  );
  for (const { line, why } of unreadLines)
    terminal.say(`  ${placeWords(line)}: ${UNREAD_WORDS[why]}: ${shown(line.text)}`);
}

function placeOf(line: SheetLine | undefined): { readonly page: number; readonly line: number } {
  return { page: line?.page ?? 1, line: line?.line ?? 1 };
}

function placeWords(line: SheetLine | undefined): string {
  const place = placeOf(line);
  return `page ${place.page}, line ${place.line}`;
}

/** A line that nobody understood may hold a social security number, which is nobody's business here. */
function shown(text: string): string {
  return text.trim().replace(/\b\d{3}-?\d{2}-?\d{4}\b/g, '(number left out)');
}
