import { birthRowOf } from '../law/reading/age-at-offence';
import {
  earliestDay,
  isFullDate,
  latestDay,
  MISSING_DATE,
  printDate,
  type PartialDate,
  type Verdict,
} from '@clearway/record';
import {
  fact,
  found,
  not,
  numberArgument,
  type Criterion,
  type FactsAsked,
  type Finding,
  type Subject,
} from '../engine/criterion';
import { printTerm } from '../person/sentence-term';
import { type Conviction } from '../person/convictions';
import { offenceDateAsOf } from '../law/reading/offence-date';
import { birthday, stillYounger, yearsPassed } from './calendar';
import { cleanTime, lineFact, onlyCannabis, whatStillCounts, WHOLE_RECORD } from './record-tests';
import { dateFact } from './conviction-criteria';
import { unlessIncomplete } from '../engine/incomplete-record';

/** Tests that look at the person: birth, death, sentences, what else is on the record. */
export const PERSON_CRITERIA: readonly Criterion[] = [
  {
    code: 'age-at-least',
    words: 'the person is {years} or older on the as-of date',
    citation: 'policy of the office',
    arguments: { years: 'years' },
    test: (subject, args) => {
      const years = numberArgument(args, 'years');
      return birthTest(subject, (born) => yearsPassed(born, years, subject.asOf));
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
      const finding = birthTest(subject, (born) =>
        stillYounger(birthday(born, years), { first: earliestDay(date), last: latestDay(date) }),
      );
      return found(
        finding.verdict,
        () => [...finding.facts(), dateFact(subject)],
        isFullDate(date) ? finding.question : 'conviction-date',
      );
    },
  },
  {
    code: 'deceased',
    words: 'the person is recorded as deceased',
    citation: 'policy of the office',
    arguments: {},
    test: ({ person }) => {
      const facts: FactsAsked = () => [fact('deceased', person.history.deceased ? 'yes' : 'not recorded')];
      if (person.history.deceased) return found('yes', facts);
      return unlessIncomplete('no', facts, person.history);
    },
  },
  {
    code: 'younger-at-offence',
    words: 'the person was younger than {years} on the day of the offense',
    citation: 'policy of the office',
    arguments: { years: 'years' },
    test: (subject, args) => {
      const days = offenceDateAsOf(subject.conviction, subject.asOf);
      const years = numberArgument(args, 'years');
      const finding = birthTest(subject, (born) => stillYounger(birthday(born, years), days));
      const whole = isWhole(subject.person.history.birthDates);
      const dated = days.basis === 'nothing' ? 'conviction-date' : 'offence-date';
      return found(finding.verdict, () => [...finding.facts(), days.evidence()], whole ? dated : finding.question);
    },
  },
  {
    code: 'only-cannabis',
    words: 'every conviction on the record is of HS 11357 to 11360',
    citation: 'policy of the office',
    arguments: {},
    use: { only: 'replay', instead: 'only-cannabis-counts' },
    test: (subject) => onlyCannabis(subject, WHOLE_RECORD),
  },
  {
    code: 'only-cannabis-counts',
    words:
      'every conviction on the record that still counts is of HS 11357 to 11360, or of a section that stood for them until 1973',
    citation: 'policy of the office; HS 11361.7',
    arguments: {},
    use: { only: 'filing', instead: 'only-cannabis' },
    test: (subject) => onlyCannabis(subject, whatStillCounts(subject)),
  },
  {
    code: 'no-conviction-in-years',
    words: 'the latest conviction is {years} or more years old on the as-of date',
    citation: 'policy of the office',
    arguments: { years: 'years' },
    use: { only: 'replay', instead: 'clean-time' },
    test: (subject, args) => cleanTime(subject, numberArgument(args, 'years'), 'on-the-day', WHOLE_RECORD),
  },
  {
    code: 'no-conviction-in-more-than-years',
    words: 'the latest conviction is more than {years} years old on the as-of date',
    citation: 'policy of the office',
    arguments: { years: 'years' },
    use: { only: 'replay', instead: 'clean-time' },
    test: (subject, args) => cleanTime(subject, numberArgument(args, 'years'), 'after-the-day', WHOLE_RECORD),
  },
  {
    code: 'clean-time',
    words: 'the latest conviction that still counts is {years} or more years old on the as-of date',
    citation: 'policy of the office; HS 11361.7',
    arguments: { years: 'years' },
    use: { only: 'filing', instead: 'no-conviction-in-years' },
    test: (subject, args) => cleanTime(subject, numberArgument(args, 'years'), 'on-the-day', whatStillCounts(subject)),
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

/**
 * Asks under every birth date that the record gives: they have to agree. One of the two days of somebody who was convicted
 * before the birth is wrong: nothing follows from them.
 */
function birthTest({ conviction, person }: Subject, test: (born: PartialDate) => Verdict): Finding {
  const known = person.history.birthDates.filter((each) => each !== MISSING_DATE);
  const dates = known.length === 0 ? [MISSING_DATE] : known;
  const facts: FactsAsked = () =>
    dates.map((each) => fact('birth date', printDate(each) || 'missing', birthRowOf(person.history, each)));
  const convicted = conviction.date === MISSING_DATE ? latestDay(MISSING_DATE) : earliestDay(conviction.date);
  const verdicts = dates.map((born) => (latestDay(born) > convicted ? 'cannot-tell' : test(born)));
  const first = verdicts[0] ?? 'cannot-tell';
  return found(verdicts.every((each) => each === first) ? first : 'cannot-tell', facts, 'birth-date');
}

/** One birth date, and known to the day. */
function isWhole(births: readonly PartialDate[]): boolean {
  const known = births.filter((each) => each !== MISSING_DATE);
  return known.length === 1 && known.every(isFullDate);
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
  return unlessIncomplete('yes', () => [fact('sentences', 'all over')], person.history);
}

function sentenceFacts(each: Conviction): FactsAsked {
  return () => [lineFact('sentence from', each), fact('sentence', printTerm(each.sentence), each.row)];
}
