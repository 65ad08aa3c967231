import { birthRowOf } from '../reading/age-at-offence';
import { addYears, earliestDay, latestDay, MISSING_DATE, printDate, type Verdict } from '@clearway/record';
import { allOf, fact, found, type FactsAsked, type Finding, NO_FACTS } from '../../engine/criterion';
import { NAMED_OFFENCES, type OffenceKind } from '../situation';
import { type RemedyProvision, type RemedySubject } from './remedy';
import { areTwoYearsOver } from './two-years';

/** (a) speaks of convictions from this day; older ones are destroyed on application, (b). */
const SINCE = 19760101;
const ADULT = 18;
const LISTED = new Set<OffenceKind>([
  'possession-up-to-an-ounce',
  'possession-over-an-ounce',
  'possession-at-school-adult',
  'possession-at-school-minor',
  'possession-before-1976',
  'gift-or-transport-up-to-an-ounce',
]);
/** A condition that asks nothing of this conviction. */
const HOLDS = found('yes', NO_FACTS);
const OF_THE_ARTICLE = new Set<OffenceKind>([...NAMED_OFFENCES, 'minor-involved']);

/**
 * HS 11361.5(a): records of the arrest or conviction of any person for a violation of 11357 or 11360(b), and of a person under 18
 * for any violation of the article, "shall not be kept beyond two years from the date of the conviction"; those of a person under
 * 18 at a school until the person is 18; for who is then in custody the two years run from the release (from memory). The text
 * of before the Act named 11357(b) to (e) only, so concentrate is a question for counsel.
 */
export const hs11361_5a: RemedyProvision = {
  code: 'hs-11361.5-a',
  remedy: 'destruction',
  citation: 'HS 11361.5(a)',
  words:
    'records of possession, and of a gift or transport of up to 28.5 grams, are destroyed two years after the conviction',
  from: '1976-01-01',
  mark: 'F',
  confirm:
    'Does HS 11361.5(a) as it stands reach old convictions of concentrate, and every offense of the article under 18?',
  speaksOf: (subject) => mayBeListed(subject) && isSince(subject) !== 'no' && offenceVerdict(subject) !== 'no',
  test: (subject) => allOf(TESTS, subject),
};

/** Most convictions are none of these, and are told so before anything else is looked at. */
function mayBeListed({ readings: { offence, age } }: RemedySubject): boolean {
  return (
    age.possible.includes('under-18') || offence.possible.some((each) => each === 'concentrate' || LISTED.has(each))
  );
}

function isSince({ conviction: { date } }: RemedySubject): Verdict {
  if (date !== MISSING_DATE && earliestDay(date) >= SINCE) return 'yes';
  return date !== MISSING_DATE && latestDay(date) < SINCE ? 'no' : 'cannot-tell';
}

function offenceFinding(subject: RemedySubject): Finding {
  const { offence, age, form } = subject.readings;
  const facts: FactsAsked = offence.possible.every((each) => LISTED.has(each))
    ? offence.evidence
    : () => [...offence.evidence(), ...age.evidence()];
  const question = form.possible.length > 1 ? 'form' : offence.possible.length > 1 ? 'section' : (age.ask ?? 'section');
  return found(offenceVerdict(subject), facts, question);
}

function offenceVerdict({ readings: { offence, age, form, section } }: RemedySubject): Verdict {
  if (form.possible[0] !== 'offence' || section.possible[0] !== 'named') return 'no';
  let verdict: Verdict | undefined;
  for (const kind of offence.possible) {
    for (const each of age.possible) {
      const listed = isListed(kind, each === 'under-18');
      if (verdict !== undefined && listed !== verdict) return 'cannot-tell';
      verdict = listed;
    }
  }
  if (verdict !== undefined && verdict !== 'no' && form.possible.length > 1) return 'cannot-tell';
  return verdict ?? 'no';
}

function isListed(kind: OffenceKind, minor: boolean): Verdict {
  if (LISTED.has(kind) || (minor && OF_THE_ARTICLE.has(kind))) return 'yes';
  return kind === 'concentrate' ? 'cannot-tell' : 'no';
}

function timeFinding({ conviction, asOf }: RemedySubject): Finding {
  const facts: FactsAsked = () => [fact('conviction date', printDate(conviction.date) || 'missing', conviction.row)];
  return found(areTwoYearsOver(conviction.date, asOf), facts, 'conviction-date');
}

function schoolFinding({ readings, person, asOf }: RemedySubject): Finding {
  if (!readings.offence.possible.includes('possession-at-school-minor')) return HOLDS;
  const births = person.history.birthDates.filter((each) => each !== MISSING_DATE);
  const facts: FactsAsked = () =>
    births.map((each) => fact('birth date', printDate(each), birthRowOf(person.history, each)));
  if (births.length === 0) return found('cannot-tell', facts, 'birth-date');
  if (births.every((each) => addYears(latestDay(each), ADULT) <= asOf)) return found('yes', facts);
  const still = births.every((each) => addYears(earliestDay(each), ADULT) > asOf);
  return found(still ? 'no' : 'cannot-tell', facts, 'birth-date');
}

function custodyFinding({ readings, conviction }: RemedySubject): Finding {
  if (!readings.door.possible.includes('serving')) return HOLDS;
  if (!conviction.count.sentences.some((each) => /JAIL|PRISON/i.test(each.place))) return HOLDS;
  return found('cannot-tell', readings.door.evidence, 'sentence');
}

const TESTS = [offenceFinding, timeFinding, schoolFinding, custodyFinding];
