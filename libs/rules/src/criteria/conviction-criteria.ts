import {
  addYears,
  isBefore,
  isOnOrBefore,
  parseCalendarDate,
  printCitation,
  printDate,
  type Verdict,
} from '@clearway/record';
import {
  fact,
  found,
  listArgument,
  not,
  numberArgument,
  type Criterion,
  type Fact,
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
      const facts = [fact('severity', conviction.severityText, conviction.row)];
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
      const verdict = not(isBefore(subject.conviction.date, parseCalendarDate(String(args['date']))));
      return found(verdict, [dateFact(subject)], 'conviction-date');
    },
  },
  {
    code: 'convicted-years-ago',
    words: 'the conviction is {years} or more years old on the as-of date',
    citation: 'policy of the office',
    arguments: { years: 'years' },
    test: (subject, args) => {
      const limit = addYears(subject.asOf, -numberArgument(args, 'years'));
      return found(
        isOnOrBefore(subject.conviction.date, limit),
        [dateFact(subject), fact('limit', printDate(limit))],
        'conviction-date',
      );
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
    words: 'the offence is HS {sections}, subdivision {letters}',
    citation: 'HS 11357-11360',
    arguments: { sections: 'sections', letters: 'letters' },
    test: (subject, args) => sectionTest(subject, listArgument(args, 'sections'), listArgument(args, 'letters')),
  },
  {
    code: 'always',
    words: 'the conviction is one that the policy looks at',
    citation: 'HS 11357-11360',
    arguments: {},
    test: () => found('yes', []),
  },
];

export function dateFact({ conviction }: Subject): Fact {
  return fact('conviction date', shownDate(conviction), conviction.row);
}

function sectionTest({ conviction }: Subject, sections: readonly string[], letters: readonly string[] | undefined) {
  const offences = conviction.cannabis.offences;
  const cited = offences.map(printCitation).join(' + ') || conviction.charge.text || 'blank';
  const facts = [fact('offence', cited, conviction.row)];
  if (offences.length === 0) return found('cannot-tell', facts, 'section');
  const fits = offences.map(
    (each) => sections.includes(each.section) && (letters === undefined || letters.includes(each.path[0] ?? '')),
  );
  const verdict: Verdict = fits.every((each) => !each)
    ? 'no'
    : fits.every((each) => each) && conviction.cannabis.verdict === 'yes'
      ? 'yes'
      : 'cannot-tell';
  return found(verdict, facts, 'section');
}
