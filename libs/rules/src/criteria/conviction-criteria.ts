import { addYears, isBefore, printCitation, printDate, type Verdict } from '@clearway/record';
import { nearMissOf } from '../law/reading/near-misses';
import { isUnreadAndOpen } from '../law/reading/unread-charge';
import { offenceDateAsOf } from '../law/reading/offence-date';
import { predecessorsOf } from '../law/reading/predecessors';
import { yearsPassed } from './calendar';
import {
  dayArgument,
  fact,
  found,
  listArgument,
  not,
  numberArgument,
  type Criterion,
  NO_FACTS,
  type Fact,
  type FactsAsked,
  type Subject,
} from '../engine/criterion';
import { shownDate } from '../person/convictions';

/** Tests that look at the conviction itself. */
export const CONVICTION_CRITERIA: readonly Criterion[] = [
  {
    code: 'not-a-felony',
    words: 'the conviction is a misdemeanor or an infraction',
    citation: 'PC 17',
    arguments: {},
    test: ({ conviction }) => {
      const facts: FactsAsked = () => [fact('severity', conviction.severityText, conviction.row)];
      if (conviction.severity === 'unknown') return found('cannot-tell', facts, 'severity');
      return found(conviction.severity === 'felony' ? 'no' : 'yes', facts);
    },
  },
  {
    code: 'convicted-on-or-after',
    words: 'the conviction is of {date} or later',
    citation: 'Proposition 64, in force from 2016-11-09',
    arguments: { date: 'date' },
    test: (subject, args) => {
      const verdict = not(isBefore(subject.conviction.date, dayArgument(args, 'date')));
      return found(verdict, () => [dateFact(subject)], 'conviction-date');
    },
  },
  {
    code: 'convicted-years-ago',
    words: 'the conviction is {years} or more years old on the as-of date',
    citation: 'policy of the office',
    arguments: { years: 'years' },
    test: (subject, args) => {
      const years = numberArgument(args, 'years');
      return found(
        yearsPassed(subject.conviction.date, years, subject.asOf),
        () => [dateFact(subject), fact('limit', printDate(addYears(subject.asOf, -years)))],
        'conviction-date',
      );
    },
  },
  {
    code: 'a-felony',
    words: 'the conviction is a felony',
    citation: 'PC 17',
    arguments: {},
    test: ({ conviction }) => {
      const facts: FactsAsked = () => [fact('severity', conviction.severityText, conviction.row)];
      if (conviction.severity === 'unknown') return found('cannot-tell', facts, 'severity');
      return found(conviction.severity === 'felony' ? 'yes' : 'no', facts);
    },
  },
  {
    code: 'not-an-infraction',
    words: 'the conviction is a felony or a misdemeanor',
    citation: 'PC 17',
    arguments: {},
    test: ({ conviction }) => {
      const facts: FactsAsked = () => [fact('severity', conviction.severityText, conviction.row)];
      if (conviction.severity === 'unknown') return found('cannot-tell', facts, 'severity');
      return found(conviction.severity === 'infraction' ? 'no' : 'yes', facts);
    },
  },
  {
    code: 'offence-on-or-after',
    words: 'the offense was on {date} or later',
    citation: 'policy of the office',
    arguments: { date: 'date' },
    test: ({ conviction, asOf }, args) => {
      const day = dayArgument(args, 'date');
      const { first, last, basis, evidence } = offenceDateAsOf(conviction, asOf);
      const verdict: Verdict = first >= day ? 'yes' : last < day ? 'no' : 'cannot-tell';
      return found(verdict, () => [evidence()], basis === 'nothing' ? 'conviction-date' : 'offence-date');
    },
  },
  {
    code: 'section-is',
    words: 'the section is HS {sections}',
    citation: 'HS 11357-11360',
    arguments: { sections: 'sections' },
    test: (subject, args) => sectionTest(subject, listArgument(args, 'sections'), undefined),
  },
  {
    code: 'subdivision-is',
    words: 'the offense is HS {sections}, subdivision {letters}',
    citation: 'HS 11357-11360',
    arguments: { sections: 'sections', letters: 'letters' },
    test: (subject, args) => sectionTest(subject, listArgument(args, 'sections'), listArgument(args, 'letters')),
  },
  {
    code: 'plea-in-a-cannabis-case',
    words: 'the conviction is of PC 32, or of a related section, in a case of cannabis',
    citation: 'PC 32; HS 11364-11366.5, 11379.6; VC 23222',
    arguments: {},
    use: { only: 'filing', instead: '' },
    test: ({ conviction }) => {
      const near = nearMissOf(conviction);
      const facts: FactsAsked = () => [fact('offense', conviction.charge.text || 'blank', conviction.row)];
      return found(near === 'accessory' || near === 'related' ? 'yes' : 'no', facts);
    },
  },
  {
    code: 'always',
    words: 'the conviction is one that the policy looks at',
    citation: 'HS 11357-11360',
    arguments: {},
    test: () => found('yes', NO_FACTS),
  },
];

export function dateFact({ conviction }: Subject): Fact {
  return fact('conviction date', shownDate(conviction), conviction.row);
}

function sectionTest({ conviction }: Subject, sections: readonly string[], letters: readonly string[] | undefined) {
  const { cannabis, charge } = conviction;
  // Sections of before 1973 are no cannabis sections by number; only a filing policy is asked about them.
  const old = cannabis.verdict === 'no' ? predecessorsOf(conviction) : [];
  const offences = cannabis.verdict === 'no' ? old : cannabis.offences;
  const facts: FactsAsked = () => [
    fact('offense', offences.map(printCitation).join(' + ') || charge.text || 'blank', conviction.row),
  ];
  if (offences.length === 0) {
    return found(cannabis.verdict === 'no' && !isUnreadAndOpen(conviction) ? 'no' : 'cannot-tell', facts, 'section');
  }
  const sure = cannabis.verdict === 'yes' || (old.length > 0 && old.length === charge.offences.length);
  let fitting = 0;
  for (const { section, path } of offences) {
    if (sections.includes(section) && (letters === undefined || letters.includes(path[0] ?? ''))) fitting += 1;
  }
  const verdict: Verdict = fitting === 0 ? 'no' : fitting === offences.length && sure ? 'yes' : 'cannot-tell';
  return found(verdict, facts, 'section');
}
