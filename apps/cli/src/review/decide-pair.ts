import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type JoinVerdict, joinDraft } from '@clearway/review';
import { parseCalendarDate } from '@clearway/record';
import { readCsv } from '@clearway/spreadsheets';
import { CliError } from '../cli-error';
import { type Terminal } from '../terminal/terminal';
import { askedPairs } from './asked-pairs';
import { appendDecisions } from './decisions-file';

export interface DecidePairOptions {
  readonly answer: 'one-person' | 'two-people';
  readonly reason: string;
  readonly by?: string;
  readonly on?: string;
  readonly decisions: string;
}

const KINDS: Readonly<Record<DecidePairOptions['answer'], JoinVerdict['kind']>> = {
  'one-person': 'same-person',
  'two-people': 'different-people',
};

/**
 * Decides of two records whether they are one person, by their ids in `same_person.csv` and `people_joined.csv`: also of two that were
 * joined without a question.
 */
export async function decidePair(
  results: string,
  records: readonly [string, string],
  { answer, reason, by = '', on, decisions }: DecidePairOptions,
  terminal: Terminal,
): Promise<void> {
  const people = await peopleOfRecords(results);
  const [one, other] = records.map((id) => people.get(id));
  if (one === undefined || other === undefined || records[0] === records[1]) {
    throw new CliError(
      'usage.records',
      `Name two different records by their ids as same_person.csv or people_joined.csv of ${results} has them.`,
    );
  }
  const about = { records, people: [one, other] as const, shown: '' };
  const signed = { by, on: on === undefined ? 0 : parseCalendarDate(on) };
  const { events, known } = await appendDecisions(decisions, [
    joinDraft(about, { kind: KINDS[answer], reason }, signed),
  ]);
  terminal.say(events.length > 0 ? `decision     ${events[0]?.id}, ${KINDS[answer]}` : 'decision     known already');
  terminal.say('Run clearway analyze again with all files and --decisions.');
  terminal.result({ decisions, recorded: events.map(({ id }) => id), known });
}

/** Whose each record is that the results name in a question or a join. */
async function peopleOfRecords(results: string): Promise<ReadonlyMap<string, string>> {
  const people = new Map<string, string>();
  for (const { records } of await askedPairs([results])) for (const { id, person } of records) people.set(id, person);
  const text = await readFile(join(results, 'people_joined.csv'), 'utf8').catch(() => '');
  let heads: readonly string[] | undefined;
  for (const { fields } of readCsv(text.replace('\uFEFF', ''))) {
    if (!heads) {
      heads = fields;
      continue;
    }
    const at = heads;
    const cell = (head: string): string => fields[at.indexOf(head)] ?? '';
    for (const record of ['First Record', 'Second Record']) people.set(cell(record), cell('Person'));
  }
  return people;
}
