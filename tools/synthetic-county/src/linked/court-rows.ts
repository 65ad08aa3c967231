import { yyyymmdd } from '../calendar';
import { type ChargeText } from '../catalogue/charges';
import { writtenBirth, writtenName, writtenSex } from '../errors/written';
import { type CountPlan, type CyclePlan, type DispositionPlan, type PersonPlan, type StepPlan } from '../plan';
import { type Random } from '../random';
import { marriedName, nameOfParts, partsOfName } from './identity-of-plan';
import { LINK_RATES } from './link-rates';

/** The columns of the generic profile of court extracts, in its order. */
export const COURT_COLUMNS: readonly string[] = [
  'CII',
  'Person Number',
  'Name',
  'Birth Date',
  'Sex',
  'Case Number',
  'Defendant Number',
  'Court',
  'County',
  'Arrest Date',
  'Count',
  'Charge',
  'Code',
  'Disposition',
  'Disposition Date',
  'Severity',
  'Sentence',
  'Comment',
];

/** What a person is to the court's system in all cases. */
export interface CourtIdentity {
  readonly cii: string;
  readonly personNumber: string;
}

export interface CourtRow {
  readonly caseNumber: string;
  /** The row up to the defendant's number in the case, which is given when all rows are known, and from there on. */
  readonly text: readonly [string, string];
  readonly count: CountPlan;
}

const CONVICTED = ['GUILTY PLEA', 'NO CONTEST', 'CONVICTED', 'FOUND GUILTY'];
const DAYS = { '': 0, D: 1, M: 30, Y: 365 } as const;

/** What the court decided on, whatever the state's row says of it. */
export function decidedCharge(count: CountPlan): ChargeText {
  return count.convictedOf ?? count.disposedOf ?? count.charge;
}

/** `664/11358(A)`: the section as a court cites it, without the code. */
export function citedSection({ section, path, qualifiers }: ChargeText): string {
  const before = qualifiers.map((each) => (each === 'attempt' ? '664/' : '182/')).join('');
  return `${before}${section}${path.map((part) => `(${part.toUpperCase()})`).join('')}`;
}

/** One case as its clerk wrote it down: a row for each count, with the errors that clerks make. */
export function courtRows(
  random: Random,
  person: PersonPlan,
  { cii, personNumber }: CourtIdentity,
  cycle: CyclePlan,
  step: StepPlan,
  number: string,
): readonly CourtRow[] {
  const name = nameOfParts(writtenName(random, partsOfName(person.name), person.sex, marriedName));
  const birth = writtenBirth(random, yyyymmdd(person.birth));
  const sex = writtenSex(random, person.sex);
  const caseNumber = random.chance(LINK_RATES.cases.otherWriting) ? otherWriting(random, number) : number;
  return step.counts.map((count, at) => {
    const charge = decidedCharge(count);
    const first = count.dispositions[0];
    const who = [cii, personNumber, name, dayText(birth), sex, caseNumber];
    const what = [
      step.place.name,
      cycle.county,
      dayText(yyyymmdd(cycle.day)),
      String(at + 1),
      citedSection(charge),
      charge.code,
      first === undefined ? '' : first.convicted ? random.pick(CONVICTED) : court(first.text),
      dayText(yyyymmdd(step.day)),
      first?.severity ?? '',
      longest(first),
      '',
    ];
    return { caseNumber, text: [csvLine(who), csvLine(what)], count };
  });
}

/** A year alone is written `19800000`. */
function dayText(date: number): string {
  if (date === 0) return '';
  const text = String(date);
  if (text.endsWith('0000')) return text;
  const day = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
  // A digit that went wrong may have made a day of no calendar: the clerk would have seen that.
  const read = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(day) ? day : `${text.slice(0, 4)}0000`;
}

function court(text: string): string {
  return text === 'ACQUITTED' ? text : text.startsWith('DISMISSED') ? 'DISMISSED' : text;
}

/** The part of the sentence that lasts longest. */
function longest(disposition: DispositionPlan | undefined): string {
  const parts = [...(disposition?.sentences ?? [])].sort((a, b) => daysOf(b) - daysOf(a));
  const [part] = parts;
  if (part === undefined) return '';
  const unit = { '': '', D: ' DAYS', M: ' MONTHS', Y: ' YEARS' }[part.unit];
  return `${part.length}${unit} ${part.place[1]}`.trim();
}

function daysOf({ length, unit }: DispositionPlan['sentences'][number]): number {
  return length === 'LIFE' ? Infinity : Number(length) * DAYS[unit];
}

/** The same case in another way of writing. */
function otherWriting(random: Random, number: string): string {
  return random.pick([
    number.endsWith('-01') ? number : `${number}-01`,
    number.replace(/^([A-Z]+)/, '$1-'),
    number.replaceAll(' ', ''),
  ]);
}

/** Fields as a line of RFC 4180, without its end. */
export function csvLine(fields: readonly string[]): string {
  return fields.map(csvField).join(',');
}

function csvField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
