import {
  addYears,
  earliestDay,
  isFullDate,
  isOnOrBefore,
  latestDay,
  MISSING_DATE,
  printDate,
  type CalendarDate,
  type PartialDate,
  type Verdict,
} from '@clearway/record';
import {
  fact,
  found,
  not,
  numberArgument,
  type Criterion,
  type Fact,
  type Finding,
  type Subject,
} from '../engine/criterion';
import { printTerm } from '../person/sentence-term';
import { shownDate, type Conviction } from '../person/convictions';
import { dateFact } from './conviction-criteria';

/** Tests that look at the person: birth, death, sentences, what else is on the record. */
export const PERSON_CRITERIA: readonly Criterion[] = [
  {
    code: 'age-at-least',
    words: 'the person is {years} or older on the as-of date',
    citation: 'policy of the office',
    arguments: { years: 'years' },
    test: (subject, args) => {
      const years = numberArgument(args, 'years');
      return birthTest(subject, (born) => reached(birthday(born, years), subject.asOf));
    },
  },
  {
    code: 'younger-at-conviction',
    words: 'the person was younger than {years} when convicted',
    citation: 'policy of the office',
    arguments: { years: 'years' },
    test: (subject, args) => {
      const { date } = subject.conviction;
      const years = numberArgument(args, 'years');
      const finding = birthTest(subject, (born) => youngerOn(birthday(born, years), date));
      const facts = [...finding.facts, dateFact(subject)];
      return found(finding.verdict, facts, isFullDate(date) ? finding.question : 'conviction-date');
    },
  },
  {
    code: 'deceased',
    words: 'the person is recorded as deceased',
    citation: 'policy of the office',
    arguments: {},
    test: ({ person }) => {
      const facts = [fact('deceased', person.history.deceased ? 'yes' : 'not recorded')];
      if (person.history.deceased) return found('yes', facts);
      return found(person.history.incomplete ? 'cannot-tell' : 'no', facts, 'record-incomplete');
    },
  },
  {
    code: 'only-cannabis',
    words: 'every conviction on the record is of HS 11357 to 11360',
    citation: 'policy of the office',
    arguments: {},
    test: ({ conviction, person }) => {
      const other = person.convictions.find((each) => each.cannabis.verdict === 'no' && each.certain === 'yes');
      if (other) return found('no', [fact('other conviction', other.charge.text, other.row)]);
      const open = person.convictions.find((each) => each.cannabis.verdict !== 'yes');
      if (open) {
        const question = open === conviction ? 'section' : open.certain === 'yes' ? 'other-charge' : 'other-conviction';
        return found('cannot-tell', [fact('open conviction', open.charge.text || 'blank charge', open.row)], question);
      }
      const facts = [fact('convictions', String(person.convictions.length))];
      return found(person.history.incomplete ? 'cannot-tell' : 'yes', facts, 'record-incomplete');
    },
  },
  {
    code: 'no-conviction-in-years',
    words: 'the latest conviction is {years} or more years old on the as-of date',
    citation: 'policy of the office',
    arguments: { years: 'years' },
    test: (subject, args) => cleanTime(subject, addYears(subject.asOf, -numberArgument(args, 'years'))),
  },
  {
    code: 'no-conviction-in-more-than-years',
    words: 'the latest conviction is more than {years} years old on the as-of date',
    citation: 'policy of the office',
    arguments: { years: 'years' },
    test: (subject, args) => cleanTime(subject, addYears(subject.asOf, -numberArgument(args, 'years')) - 1),
  },
  {
    code: 'serving-a-sentence',
    words: 'a sentence on the record runs beyond the as-of date',
    citation: 'HS 11361.8(a), (e)',
    arguments: {},
    test: (subject) => {
      const completed = allCompleted(subject);
      return found(not(completed.verdict), completed.facts, completed.question);
    },
  },
  {
    code: 'sentences-completed',
    words: 'every sentence on the record is over on the as-of date',
    citation: 'HS 11361.8(e)',
    arguments: {},
    test: allCompleted,
  },
];

/** The days on which a birthday can fall. */
interface DayRange {
  readonly first: number;
  readonly last: number;
}

function birthday(born: PartialDate, years: number): DayRange {
  return { first: addYears(earliestDay(born), years), last: addYears(latestDay(born), years) };
}

function reached(day: DayRange, limit: number): Verdict {
  if (day.last <= limit) return 'yes';
  return day.first > limit ? 'no' : 'cannot-tell';
}

/** Was the birthday still to come on `date`? The birthday itself is not. */
function youngerOn(day: DayRange, date: PartialDate): Verdict {
  if (day.first > latestDay(date)) return 'yes';
  return day.last <= earliestDay(date) ? 'no' : 'cannot-tell';
}

/**
 * Asks under every birth date that the record gives: they have to agree. One of the two days of somebody who was convicted
 * before the birth is wrong: nothing follows from them.
 */
function birthTest({ conviction, person }: Subject, test: (born: PartialDate) => Verdict): Finding {
  const known = person.history.birthDates.filter((each) => each !== MISSING_DATE);
  const dates = known.length === 0 ? [MISSING_DATE] : known;
  const facts = dates.map((each) => fact('birth date', printDate(each) || 'missing'));
  const lastDay = latestDay(conviction.date);
  const verdicts = dates.map((born) => (earliestDay(born) > lastDay ? 'cannot-tell' : test(born)));
  const first = verdicts[0] ?? 'cannot-tell';
  return found(verdicts.every((each) => each === first) ? first : 'cannot-tell', facts, 'birth-date');
}

/** Is every conviction, this one included, of `limit` or earlier? */
function cleanTime({ conviction, person }: Subject, limit: CalendarDate): Finding {
  const limitFact = fact('limit', printDate(limit));
  let open: Conviction | undefined;
  let latest: Conviction = conviction;
  for (const each of person.convictions) {
    if (each.date > latest.date) latest = each;
    const verdict = isOnOrBefore(each.date, limit);
    if (verdict === 'no' && each.certain === 'yes') return found('no', [lineFact('conviction', each), limitFact]);
    if (verdict !== 'yes') open ??= each;
  }
  if (open) {
    const question =
      open === conviction ? 'conviction-date' : open.certain === 'yes' ? 'other-conviction-date' : 'other-conviction';
    return found('cannot-tell', [lineFact('conviction', open), limitFact], question);
  }
  const facts = [lineFact('latest conviction', latest), limitFact];
  return found(person.history.incomplete ? 'cannot-tell' : 'yes', facts, 'record-incomplete');
}

function allCompleted({ conviction, person }: Subject): Finding {
  let open: Conviction | undefined;
  const completed = person.completed();
  for (const each of person.convictions) {
    const verdict = completed[each.index];
    if (verdict === 'no' && each.certain === 'yes') return found('no', sentenceFacts(each));
    if (verdict !== 'yes') open ??= each;
  }
  if (open) {
    const dated = isFullDate(open.date);
    const question =
      open.sentence.unreadable || dated
        ? 'sentence'
        : open === conviction
          ? 'conviction-date'
          : 'other-conviction-date';
    return found('cannot-tell', sentenceFacts(open), question);
  }
  const facts = [fact('sentences', 'all over')];
  return found(person.history.incomplete ? 'cannot-tell' : 'yes', facts, 'record-incomplete');
}

function sentenceFacts(each: Conviction): Fact[] {
  return [lineFact('sentence from', each), fact('sentence', printTerm(each.sentence), each.row)];
}

function lineFact(name: string, each: Conviction): Fact {
  return fact(name, shownDate(each), each.row);
}
