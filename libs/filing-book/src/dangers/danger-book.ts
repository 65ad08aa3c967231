import { plainCaseNumber, plainName } from '@clearway/court-exchange';
import { type DecidedConviction, type DecidedPerson, reliefOwed } from '@clearway/rules';
import { type Danger, DANGERS } from './danger';

/** A line that is filed, as far as dangers ask: the lines of papers fit as they are. */
export interface FiledLine {
  readonly line: number;
  readonly caseNumber: string;
  /** Court and number of the state's record, where papers have others. */
  readonly courtOfRecord?: string;
  readonly formerCaseNumber?: string;
  readonly person: string;
  readonly name: string;
  readonly key: string;
  readonly count: number;
  readonly citation: string;
  readonly relief: string;
}

export interface FiledPacket {
  readonly id: string;
  readonly courthouse: { readonly name: string };
  readonly agency: string;
  readonly lines: readonly FiledLine[];
}

/** One danger of one line. */
export interface DangerLine extends FiledLine {
  readonly danger: Danger;
  readonly courthouse: string;
  readonly agency: string;
  readonly packet: string;
  /** What to look for: a code or a number, never a name. */
  readonly detail: string;
}

interface Noted {
  readonly danger: Danger;
  readonly detail: string;
}

const STRIKE_QUESTIONS = new Set([
  'challenge-super-strike',
  'other-offence-condition',
  'other-charge',
  'other-conviction',
  'disputed-prior',
  'other-conviction-date',
  'challenge-priors-of-the-section',
]);
const REGISTRATION_QUESTIONS = new Set(['challenge-sex-offence', 'challenge-registration']);
const IDENTITY_PROBLEMS = new Set(['two-ciis-one-subject', 'conflicting-birth-dates']);

/**
 * What somebody who signs must know of the lines of a run. People are added in any order, also those without relief: they can be
 * co-defendants. Pure: neither papers nor their order change it.
 */
export class DangerBook {
  private readonly noted = new Map<string, readonly Noted[]>();
  private readonly names = new Map<string, string>();
  /** Court and case to the people convicted in it. */
  private readonly people = new Map<string, Set<string>>();

  /** @param kind a replay states no authority for anything */
  constructor(private readonly kind: 'filing' | 'replay') {}

  add(person: DecidedPerson): void {
    const ofPerson = dangersOfPerson(person);
    for (const conviction of person.convictions) {
      const court = conviction.court.name.trim() || conviction.court.ori.trim();
      for (const { number } of conviction.caseNumbers) {
        const key = caseKey(court, number);
        this.people.set(key, (this.people.get(key) ?? new Set()).add(person.person));
      }
      if (reliefOwed(conviction.determination) === 'none') continue;
      this.names.set(person.person, plainName(person.name));
      const found = [...ofPerson, ...dangersOfConviction(conviction, this.kind)];
      if (found.length > 0) this.noted.set(`${person.person} ${conviction.key}`, found);
    }
  }

  /** Every danger of every line that is filed, the gravest first, then by court, case, name and count. */
  finish(packets: readonly FiledPacket[]): readonly DangerLine[] {
    const agencies = new Map<string, Set<string>>();
    for (const { courthouse, agency, lines } of packets) {
      for (const line of lines) {
        const key = recordKey(courthouse.name, line);
        agencies.set(key, (agencies.get(key) ?? new Set()).add(agency));
      }
    }
    const found: DangerLine[] = [];
    for (const { id: packet, courthouse, agency, lines } of packets) {
      for (const filed of lines) {
        const key = recordKey(courthouse.name, filed);
        const noted: Noted[] = [...(this.noted.get(`${filed.person} ${filed.key}`) ?? [])];
        const people = this.people.get(key)?.size ?? 1;
        if (people > 1) noted.push({ danger: 'co-defendants', detail: `${people} people` });
        const together = agencies.get(key)?.size ?? 1;
        if (together > 1) noted.push({ danger: 'two-batches', detail: `${together} agencies` });
        if (this.names.get(filed.person) !== plainName(filed.name)) noted.push({ danger: 'name-differs', detail: '' });
        const { line, caseNumber, person, name, key: conviction, count, citation, relief } = filed;
        for (const { danger, detail } of noted)
          found.push({
            danger,
            detail,
            courthouse: courthouse.name,
            agency,
            packet,
            line,
            caseNumber,
            person,
            name,
            key: conviction,
            count,
            citation,
            relief,
          });
      }
    }
    return found.sort(compareDangers);
  }
}

function dangersOfPerson({ problems, ciis, name, otherNames, facts }: DecidedPerson): readonly Noted[] {
  const noted: Noted[] = [];
  const own = new Set(plainName(name).split(' '));
  const stranger = otherNames.some(
    (other) =>
      plainName(other) !== '' &&
      !plainName(other)
        .split(' ')
        .some((word) => word.length > 1 && own.has(word)),
  );
  const identity = [
    ...problems.filter((code) => IDENTITY_PROBLEMS.has(code)),
    ...(ciis.length > 1 ? ['several-ciis'] : []),
    ...(stranger ? ['names-without-a-common-word'] : []),
  ];
  if (identity.length > 0) noted.push({ danger: 'two-identities', detail: identity.join(' ') });
  else if (otherNames.length > 0) noted.push({ danger: 'other-names', detail: `${otherNames.length} other names` });
  if (problems.includes('possible-other-record')) noted.push({ danger: 'who-is-who-open', detail: '' });
  if (facts.superStrikes.length > 0)
    noted.push({ danger: 'super-strike-on-record', detail: facts.superStrikes.join('; ') });
  if (facts.sexOffences.length > 0 || facts.sexOffenderRegistration)
    noted.push({
      danger: 'registration-290-on-record',
      detail: [...facts.sexOffences, ...(facts.sexOffenderRegistration ? ['registration'] : [])].join('; '),
    });
  return noted;
}

function dangersOfConviction(
  { determination, caseNumberInDoubt }: DecidedConviction,
  kind: 'filing' | 'replay',
): readonly Noted[] {
  const noted: Noted[] = caseNumberInDoubt ? [{ danger: 'case-number-cut', detail: '' }] : [];
  const relief = reliefOwed(determination);
  const questions = determination.questions.map(({ code }) => code);
  const asked = (codes: ReadonlySet<string>): string => questions.filter((code) => codes.has(code)).join(' ');
  if (relief === 'recall-and-resentence' || relief === 'dismiss-sentence')
    noted.push({ danger: 'serving', detail: relief });
  else if (questions.includes('sentence')) noted.push({ danger: 'maybe-serving', detail: 'sentence' });
  if (asked(STRIKE_QUESTIONS) !== '') noted.push({ danger: 'super-strike-open', detail: asked(STRIKE_QUESTIONS) });
  if (asked(REGISTRATION_QUESTIONS) !== '')
    noted.push({ danger: 'registration-290-open', detail: asked(REGISTRATION_QUESTIONS) });
  if (relief === 'recall-and-resentence') noted.push({ danger: 'victim-notice', detail: relief });
  if (questions.length > 0) noted.push({ danger: 'floor-only', detail: questions.join(' ') });
  const unwritten = authorityMissing(determination.authority.trim(), relief, kind);
  if (unwritten !== '') noted.push({ danger: 'authority-missing', detail: unwritten });
  return noted;
}

/** Why the ground of the relief is not enough to sign; '' when it is. A dismissal without sealing is never of the statute. */
function authorityMissing(authority: string, relief: string, kind: 'filing' | 'replay'): string {
  if (kind === 'replay') return 'replay';
  if (authority === '') return relief === 'dismiss' ? 'election' : '';
  return /^\[/.test(authority) ? 'placeholder' : '';
}

/** Courts close and renumber: people share a case of the record. */
function recordKey(courthouse: string, { caseNumber, courtOfRecord, formerCaseNumber }: FiledLine): string {
  return caseKey(courtOfRecord || courthouse, formerCaseNumber || caseNumber);
}

function caseKey(courthouse: string, caseNumber: string): string {
  return `${plainName(courthouse)}\n${plainCaseNumber(caseNumber)}`;
}

function compareDangers(a: DangerLine, b: DangerLine): number {
  return (
    DANGERS.indexOf(a.danger) - DANGERS.indexOf(b.danger) ||
    compare(a.courthouse, b.courthouse) ||
    compare(a.agency, b.agency) ||
    compare(a.caseNumber, b.caseNumber) ||
    compare(a.name, b.name) ||
    a.count - b.count ||
    compare(a.packet, b.packet) ||
    a.line - b.line ||
    compare(a.detail, b.detail)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
