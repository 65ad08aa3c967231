import {
  addYears,
  earliestDay,
  type History,
  latestDay,
  MISSING_DATE,
  printDate,
  type PartialDate,
  type SourceRow,
} from '@clearway/record';
import { birthday, type DayRange } from '../../criteria/calendar';
import { fact, type FactsAsked } from '../../engine/criterion';
import { AS_KNOWN_TODAY, parameter } from '../../parameters/parameter';
import { DOMAINS, type Situation } from '../situation';
import { offenceDateAsOf, type OffenceDate } from './offence-date';
import { known, open, type Reading, type ReadingSubject } from './reading';

type Age = Situation['age'];

const ADULT = parameter('age.adult', AS_KNOWN_TODAY).value;
const LAWFUL_USE = parameter('age.lawful-use', AS_KNOWN_TODAY).value;
/** Nobody younger is convicted: an earlier birth date, or an earlier offence, is wrong. */
const YOUNGEST = 10;
/** Nor older: an absurd birth date is a wrong one. */
const OLDEST = 105;

/**
 * Age on the day of the offence, never on that of the conviction or today. A year of birth is enough when each of its days says
 * the same. Two birth dates have to agree; one of them, or the day of the offence, is wrong when the person was a child under ten then,
 * or older than anybody is convicted.
 */
export function readAge({
  conviction,
  person,
  asOf,
}: Pick<ReadingSubject, 'conviction' | 'person' | 'asOf'>): Reading<Age> {
  const date = offenceDateAsOf(conviction, asOf);
  const births = person.history.birthDates.filter((each) => each !== MISSING_DATE);
  const evidence: FactsAsked = () => {
    const born = births.map((each) => fact('birth date', printDate(each), birthRowOf(person.history, each)));
    return [...(births.length === 0 ? [fact('birth date', 'missing')] : born), date.evidence()];
  };
  if (births.length === 0 || births.some((born) => cannotBe(born, date))) {
    return open(DOMAINS.age, 'birth-date', evidence);
  }
  const birthdays = births.map(birthdaysOf);
  const possible = DOMAINS.age.filter((each) => birthdays.some((days) => canBe(each, days, date)));
  const [only] = possible;
  if (possible.length === 1 && only) return known(only, evidence);
  return open(possible, questionOf(births, date), evidence);
}

/** Where a birth date is written; nowhere where somebody corrected it. */
export function birthRowOf({ birthDates, birthRows }: History, date: PartialDate): SourceRow | undefined {
  return birthRows?.[birthDates.indexOf(date)];
}

/** The days on which the birthdays that the Act asks for can have been. */
interface Birthdays {
  readonly eighteen: DayRange;
  readonly twentyOne: DayRange;
}

function birthdaysOf(born: PartialDate): Birthdays {
  return { eighteen: birthday(born, ADULT), twentyOne: birthday(born, LAWFUL_USE) };
}

function canBe(age: Age, { eighteen, twentyOne }: Birthdays, { first, last }: OffenceDate): boolean {
  if (age === 'under-18') return first < eighteen.last;
  if (age === '21-and-over') return last >= twentyOne.first;
  return first < twentyOne.last && last >= eighteen.first;
}

function cannotBe(born: PartialDate, { first, last }: OffenceDate): boolean {
  return last < addYears(latestDay(born), YOUNGEST) || first > addYears(earliestDay(born), OLDEST);
}

/** The birth date when one of them is partial or they disagree, else the day of the offence. */
function questionOf(births: readonly PartialDate[], date: OffenceDate): string {
  const whole = births.length === 1 && births.every((each) => earliestDay(each) === latestDay(each));
  if (!whole) return 'birth-date';
  return date.basis === 'nothing' ? 'conviction-date' : 'offence-date';
}
