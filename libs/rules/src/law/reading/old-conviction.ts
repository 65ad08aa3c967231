import { type Offence, type Verdict, type CalendarDate } from '@clearway/record';
import { CodeList, type ListMatch } from '../../parameters/code-list';
import { CODE_LISTS } from '../../parameters/code-lists.generated';
import { type Conviction } from '../../person/convictions';
import { type PersonRecord } from '../../person/person-record';
import { isFinalForTwoYears } from '../remedies/two-years';
import { readAge } from './age-at-offence';
import { offenceDateAsOf } from './offence-date';

const NAMES_CANNABIS = /MARIJ|CANNABIS|HASHISH/i;

let destruction: CodeList | undefined;

/** The offences that HS 11361.5(a) and (b) list, as data. */
function listed(): CodeList {
  const source = CODE_LISTS.find(({ list }) => list === 'california.destruction');
  if (!source) throw new RangeError('there is no code list california.destruction: run npm run compile:yaml');
  return (destruction ??= new CodeList(source));
}

/**
 * HS 11361.7(a): a conviction for an offence that 11361.5(a) or (b) lists, "which became final more than two years previously",
 * is not "accurate, relevant, timely, or complete for any purposes by any agency or person". Such a conviction does not count
 * in a clean time, nor against a record of cannabis alone.
 */
export function noLongerCounts(conviction: Conviction, person: PersonRecord, asOf: CalendarDate): Verdict {
  const over = isFinalForTwoYears(conviction.date, asOf);
  if (over === 'no') return 'no';
  const verdict = listedOf(conviction, person, asOf);
  return verdict === 'yes' ? over : verdict;
}

/** A conviction of a person, looked at on a day. */
interface ListedSubject {
  readonly conviction: Conviction;
  readonly person: PersonRecord;
  readonly asOf: CalendarDate;
}

/** Every offence of the conviction has to be listed. */
function listedOf(conviction: Conviction, person: PersonRecord, asOf: CalendarDate): Verdict {
  const { offences } = conviction.charge;
  if (offences.length === 0) return conviction.cannabis.verdict === 'no' ? 'no' : 'cannot-tell';
  const verdicts = offences.map((each) => listedOffence(each, { conviction, person, asOf }));
  if (verdicts.some((each) => each === 'no')) return 'no';
  return verdicts.every((each) => each === 'yes') ? 'yes' : 'cannot-tell';
}

/**
 * (a) is read by the day of the offence: on the first and the last day on which it can have been the list has to agree. (b) speaks of
 * convictions of before 1976.
 */
function listedOffence(offence: Offence, subject: ListedSubject): Verdict {
  const { conviction, asOf } = subject;
  const { first, last } = offenceDateAsOf(conviction, asOf);
  const charge = { ...conviction.charge, offences: [offence] };
  const convicted = listed().match(charge, conviction.date);
  const isOfB = [convicted, listed().match(charge, first)].some(({ entry }) => entry?.group === 'b');
  if (isOfB) return conditionOf(convicted, subject);
  const answer = (on: CalendarDate): Verdict => conditionOf(listed().match(charge, on), subject);
  const atFirst = answer(first);
  return first === last || answer(last) === atFirst ? atFirst : 'cannot-tell';
}

/** The conditions that a record can answer: under 18, and whether it was about marijuana. */
function conditionOf({ verdict, entry }: ListMatch, subject: ListedSubject): Verdict {
  if (verdict !== 'cannot-tell') return verdict;
  if (entry?.asks === 'marijuana' && NAMES_CANNABIS.test(subject.conviction.charge.text)) return 'yes';
  if (entry?.asks !== 'under-18') return verdict;
  const { possible } = readAge(subject);
  if (!possible.includes('under-18')) return 'no';
  return possible.length === 1 ? 'yes' : 'cannot-tell';
}
