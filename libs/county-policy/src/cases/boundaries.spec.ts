import { decidePerson } from '@clearway/rules';
import { loadPolicy } from '../load-policy';
import { dateOf, historyOf, lawCase } from './law-case';

const HEAD = 'title: A boundary\napproved: { by: Counsel, on: 2026-01-02, words: One criterion. }\n';
const LISTS = 'lists: { superStrikes: los-angeles-2020.super-strikes, sexOffences: los-angeles-2020.sex-offences }\n';

/** What one criterion says of the first conviction of a record, in the kind of policy that can name it. */
function verdict(condition: string, kind: 'filing' | 'replay', asOf: string, told: object): string | undefined {
  const when = `when: [{ is: ${condition} }], then: { outcome: dismiss-and-seal, reason: It holds }`;
  const policy = loadPolicy(
    kind === 'filing'
      ? `policy: boundary\nkind: filing\n${HEAD}elections: [{ code: it, ${when}, authority: Counsel's words. }]\n`
      : `policy: boundary\nkind: replay\n${HEAD}${LISTS}steps: [{ code: it, ${when} }]\notherwise: { outcome: not-eligible, reason: '' }\n`,
  );
  const history = historyOf(lawCase.parse({ name: 'a boundary', expect: { outcome: '' }, ...told }));
  const [conviction] = decidePerson(history, policy, { county: 'LOS ANGELES', asOf: dateOf(asOf) }).convictions;
  return conviction?.determination.trace.find(({ rule }) => rule === 'it')?.verdict;
}

const cannabis = (on: string, more: object = {}): object => ({ convicted: '11359 HS', on, cycle: 101, ...more });
const arrest = (on: string): object => ({
  event: 'ARREST/DETAINED/CITED',
  charge: '11359 HS',
  on,
  cycle: 101,
  step: 1,
});
const other = (on: string): object => ({ convicted: '459 PC', on });
const both = ['filing', 'replay'] as const;

type Row = readonly [
  condition: string,
  kinds: readonly ('filing' | 'replay')[],
  asOf: string,
  day: (day: string) => object,
  days: readonly (readonly [day: string, verdict: string])[],
];

const ROWS: readonly Row[] = [
  [
    'age-at-least, years: 50',
    both,
    '2026-11-01',
    (born) => ({ born, record: [cannabis('2005-03-01')] }),
    [
      ['1976-10-31', 'yes'],
      ['1976-11-01', 'yes'],
      ['1976-11-02', 'no'],
      ['1976-11', 'cannot-tell'],
      ['', 'cannot-tell'],
    ],
  ],
  // Born on 29 February: 50 on 1 March 2026, because 2026 has no such day.
  [
    'age-at-least, years: 50',
    both,
    '2026-02-28',
    (born) => ({ born, record: [cannabis('2005-03-01')] }),
    [
      ['1976-02-28', 'yes'],
      ['1976-02-29', 'no'],
      ['1976-03-01', 'no'],
    ],
  ],
  [
    'younger-at-conviction, years: 21',
    both,
    '2026-11-01',
    (on) => ({ born: '1984-02-29', record: [cannabis(on)] }),
    [
      ['2005-02-28', 'yes'],
      ['2005-03-01', 'no'],
      ['2005-03-02', 'no'],
    ],
  ],
  [
    'younger-at-offence, years: 21',
    ['filing'],
    '2026-11-01',
    (on) => ({ born: '1984-02-29', record: [cannabis('2006-03-01'), arrest(on)] }),
    [
      ['2005-02-28', 'yes'],
      ['2005-03-01', 'no'],
      ['2005-03-02', 'no'],
      ['2005-02', 'yes'],
      ['2005', 'cannot-tell'],
    ],
  ],
  [
    'convicted-years-ago, years: 10',
    both,
    '2026-11-01',
    (on) => ({ born: '1970-01-01', record: [cannabis(on)] }),
    [
      ['2016-10-31', 'yes'],
      ['2016-11-01', 'yes'],
      ['2016-11-02', 'no'],
      ['', 'cannot-tell'],
    ],
  ],
  // On 29 February a conviction of 1 March is not yet five years old.
  [
    'convicted-years-ago, years: 5',
    both,
    '2024-02-29',
    (on) => ({ born: '1970-01-01', record: [cannabis(on)] }),
    [
      ['2019-02-28', 'yes'],
      ['2019-03-01', 'no'],
    ],
  ],
  // A conviction of 29 February is five years old on 1 March.
  [
    'convicted-years-ago, years: 5',
    both,
    '2021-02-28',
    (on) => ({ born: '1970-01-01', record: [cannabis(on)] }),
    [
      ['2016-02-28', 'yes'],
      ['2016-02-29', 'no'],
    ],
  ],
  [
    'clean-time, years: 10',
    ['filing'],
    '2026-11-01',
    (on) => ({ record: [cannabis('2005-03-01'), other(on)] }),
    [
      ['2016-10-31', 'yes'],
      ['2016-11-01', 'yes'],
      ['2016-11-02', 'no'],
      ['2016', 'cannot-tell'],
    ],
  ],
  [
    'no-conviction-in-years, years: 10',
    ['replay'],
    '2026-11-01',
    (on) => ({ record: [cannabis('2005-03-01'), other(on)] }),
    [
      ['2016-10-31', 'yes'],
      ['2016-11-01', 'yes'],
      ['2016-11-02', 'no'],
    ],
  ],
  // As the desktop tool ran: exactly so many years are not enough.
  [
    'no-conviction-in-more-than-years, years: 10',
    ['replay'],
    '2026-11-01',
    (on) => ({ record: [cannabis('2005-03-01'), other(on)] }),
    [
      ['2016-10-31', 'yes'],
      ['2016-11-01', 'no'],
    ],
  ],
  [
    'convicted-on-or-after, date: 2016-11-09',
    both,
    '2026-11-01',
    (on) => ({ record: [cannabis(on)] }),
    [
      ['2016-11-08', 'no'],
      ['2016-11-09', 'yes'],
      ['2016-11-10', 'yes'],
    ],
  ],
  [
    'offence-on-or-after, date: 2016-11-09',
    both,
    '2026-11-01',
    (on) => ({ record: [cannabis('2017-06-01'), arrest(on)] }),
    [
      ['2016-11-08', 'no'],
      ['2016-11-09', 'yes'],
      ['2016-11-10', 'yes'],
      ['2016-11', 'cannot-tell'],
    ],
  ],
  [
    'sentences-completed',
    both,
    '2026-11-01',
    (on) => ({ record: [cannabis(on, { sentence: ['3 Y PROBATION'] })] }),
    [
      ['2023-10-31', 'yes'],
      ['2023-11-01', 'yes'],
      ['2023-11-02', 'no'],
    ],
  ],
  [
    'prior-super-strike',
    both,
    '2026-11-01',
    (on) => ({ record: [cannabis('2005-03-01'), { convicted: '187(A) PC', on }] }),
    [
      ['2005-02-28', 'yes'],
      ['2005-03-01', 'no'],
      ['2005-03-02', 'no'],
    ],
  ],
  [
    'priors-of-same-section, count: 1',
    both,
    '2026-11-01',
    (on) => ({ record: [cannabis('2005-03-01'), { convicted: '11359 HS', on }] }),
    [
      ['2005-02-28', 'yes'],
      ['2005-03-01', 'no'],
    ],
  ],
  // HS 11361.7: what was final for more than two years counts no more. Final is a conviction 60 days later, if nobody appealed.
  [
    'clean-time, years: 10',
    ['filing'],
    '2026-11-01',
    (on) => ({ record: [cannabis('2005-03-01'), { convicted: '11357(B) HS', on, grade: 'MISDEMEANOR' }] }),
    [
      ['2024-09-01', 'yes'],
      ['2024-09-02', 'cannot-tell'],
      ['2024-10-31', 'cannot-tell'],
      ['2024-11-01', 'no'],
    ],
  ],
  [
    'only-cannabis-counts',
    ['filing'],
    '2026-11-01',
    (on) => ({
      record: [cannabis('2005-03-01'), { convicted: '11364 HS-POSSESS MARIJUANA PIPE', on, grade: 'MISDEMEANOR' }],
    }),
    [
      ['1975-12-31', 'yes'],
      ['1976-01-01', 'no'],
      ['', 'cannot-tell'],
    ],
  ],
];

describe.each(
  ROWS.flatMap(([condition, kinds, asOf, told, days]) =>
    kinds.map((kind) => [condition, kind, asOf, told, days] as const),
  ),
)('%s in a %s, as of %s', (condition, kind, asOf, told, days) => {
  it.each(days)('%s: %s', (day, wanted) => expect(verdict(condition, kind, asOf, told(day))).toBe(wanted));
});
