import { loadPolicy } from '@clearway/county-policy';
import {
  historyOf,
  readRapSheet,
  readTextLines,
  type RapSheet,
  type SheetEvent,
  type SheetSentence,
} from '@clearway/rap-sheet';
import { type CalendarDate, displayOf, printCitation, printDate } from '@clearway/record';
import { decidePerson, type DecidedConviction, type DecidedPerson } from '@clearway/rules';

/** A row as the San Francisco tool's summary has it, by column. */
export type SummaryRow = Readonly<Record<string, string>>;

/** The rows that Clearway's own rules give for a sheet, under the statute. */
export function ourRows(bytes: Uint8Array, county: string, asOf: CalendarDate): readonly SummaryRow[] {
  const sheet = readRapSheet(readTextLines(bytes));
  const person = decidePerson(historyOf(sheet, { file: 0, sha256: '' }), loadPolicy('california-statute'), {
    county,
    asOf,
  });
  return person.convictions.map((each) => rowOf(each, person, sheet));
}

function rowOf(conviction: DecidedConviction, person: DecidedPerson, sheet: RapSheet): SummaryRow {
  const event = eventOf(conviction, sheet);
  const name = sheet.person.names.find(({ code }) => code === event?.name);
  const { determination } = conviction;
  return {
    Name: name?.text ?? '',
    Date: printDate(conviction.convictedOn),
    'Case Number': conviction.caseNumbers[0]?.number ?? '',
    Courthouse: event?.courthouse ? displayOf(event.courthouse) : conviction.court.name,
    Charge: printCitation(conviction.offence),
    Severity: conviction.severity.charAt(0).toUpperCase(),
    Sentence: event ? printSentence(event) : '',
    Superstrikes: person.facts.superStrikes
      .map((each) =>
        each.replace(/^(\S+) ([A-Z]+)$/, (_, section: string, code: string) => `${code} ${section.toLowerCase()}`),
      )
      .join(', '),
    '2 prior convictions': String(priorsOf(conviction) >= 2),
    PC290: String(person.facts.sexOffenderRegistration),
    Remedy: determination.trace.some((each) => each.rule.startsWith('hs-11361.8-b')) ? 'resentencing' : 'redesignation',
    Eligible: eligible(conviction),
    Deceased: String(person.deceased),
  };
}

function eventOf({ key }: DecidedConviction, { cycles }: RapSheet): SheetEvent | undefined {
  const order = key.split(':')[1] ?? '';
  return cycles[Number(order.slice(0, 3)) - 101]?.events[Number(order.slice(3, 6)) - 1];
}

/** Relief that holds whatever is still open is filed now, so it is a yes. */
function eligible({ determination: { outcome, floor } }: DecidedConviction): string {
  if (outcome === 'not-eligible') return 'no';
  return outcome === 'review' && floor === 'none' ? 'maybe' : 'yes';
}

function priorsOf({ determination }: DecidedConviction): number {
  const facts = determination.trace.map(
    (each) => each.facts.filter(({ name }) => name === 'earlier conviction of the section').length,
  );
  return Math.max(0, ...facts);
}

/** The longest sentence of the event in the words of the summary: `3y probation, 30d jail, fine, restitution`. */
function printSentence({ counts }: SheetEvent): string {
  const sentences = counts.flatMap(({ dispositions, sentences: without }) => [
    without,
    ...dispositions.map((each) => each.sentences),
  ]);
  const [longest = []] = [...sentences].sort((a, b) => daysOf(b) - daysOf(a));
  return longest.map(printPart).join(', ');
}

function printPart({ kind, length, unit, text }: SheetSentence): string {
  if (kind !== 'other') return `${length}${unit.toLowerCase()} ${kind}`;
  return text.toLowerCase().replace(/^rest[ni]?n?$/, 'restitution');
}

function daysOf(parts: readonly SheetSentence[]): number {
  const days = { Y: 365, M: 30, D: 1 } as const;
  return parts.reduce(
    (sum, { length, unit }) => sum + (Number(length) || 0) * (days[unit as keyof typeof days] ?? 0),
    0,
  );
}
