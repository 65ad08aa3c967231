import { type History } from '@clearway/record';
import { decidePerson, RELIEF_ORDER, type DecidedPerson } from '@clearway/rules';
import fc from 'fast-check';
import { loadPolicy } from '../load-policy';
import { historyOf, type LawCase, type LawLine } from './law-case';

const DESKTOP = loadPolicy(
  JSON.stringify({
    baselineEligibility: { dismiss: ['11358'], reduce: ['11357', '11359', '11360'] },
    additionalRelief: {
      subjectUnder21AtConviction: true,
      subjectHasOnlyProp64Charges: true,
      subjectAgeThreshold: 50,
      yearsSinceConvictionThreshold: 10,
      yearsCrimeFreeThreshold: 5,
    },
  }),
);
const POLICIES = [loadPolicy('los-angeles-2020'), DESKTOP];

const charges = fc.constantFrom(
  '11357(A) HS',
  '11357(C) HS',
  '11358 HS',
  '11359 HS',
  '664/11359 HS',
  '11360(A) HS',
  '11357.5 HS',
  '187(A) PC',
  '285 PC',
  '459 PC',
  '272 PC',
  '136.1 PC',
  '186.22(B)(4) PC',
);
const days = fc
  .record({
    year: fc.integer({ min: 1985, max: 2019 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ year, month, day }) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
const lines: fc.Arbitrary<LawLine> = fc.record({
  convicted: charges,
  on: days,
  county: fc.constantFrom('LOS ANGELES', 'KERN'),
  grade: fc.constantFrom('FELONY', 'FELONY', 'MISDEMEANOR'),
  class: fc.constant('F'),
  sentence: fc.constantFrom<string[]>([], ['90 D JAIL'], ['3 Y PROBATION'], ['25 Y PRISON']),
  disposition: fc.constant(''),
  arrested: fc.constant(''),
  later: fc.constant<string[]>([]),
  cycle: fc.integer({ min: 101, max: 104 }),
  step: fc.constant(2),
});
/** Nobody is convicted before the birth: a record that contradicts itself is a question, and tells no more than one with a gap. */
const cases: fc.Arbitrary<LawCase> = fc
  .record({
    name: fc.constant('a generated record'),
    born: days.map((each) => `${Number(each.slice(0, 4)) - 22}${each.slice(4)}`),
    deceased: fc.boolean(),
    incomplete: fc.constant(false),
    record: fc.array(lines, { minLength: 1, maxLength: 6 }),
    expect: fc.constant({ outcome: '' }),
  })
  .filter(({ born, record }) => record.every(({ on }) => on > `${Number([born].flat()[0]?.slice(0, 4)) + 10}`));

function decide(history: History, policy: (typeof POLICIES)[number]): DecidedPerson {
  return decidePerson(history, policy, { county: 'LOS ANGELES', asOf: 20200701 });
}

function outcomes(person: DecidedPerson): Record<string, string> {
  return Object.fromEntries(person.convictions.map((each) => [each.key, each.determination.outcome]));
}

/** One fact of the record taken away. */
type Blur = (one: LawCase, index: number) => LawCase;
const blurLine =
  (change: (line: LawLine) => LawLine): Blur =>
  (one, index) => ({
    ...one,
    record: one.record.map((line, i) => (i === index % one.record.length ? change(line) : line)),
  });
const BLURS: Record<string, Blur> = {
  'birth date missing': (one) => ({ ...one, born: '' }),
  'birth date only a year': (one) => ({ ...one, born: [one.born ?? ''].flat()[0]?.slice(0, 4) ?? '' }),
  'conviction date missing': blurLine((line) => ({ ...line, on: '' })),
  'conviction date only a year': blurLine((line) => ({ ...line, on: line.on.slice(0, 4) })),
  'conviction date only a month': blurLine((line) => ({ ...line, on: line.on.slice(0, 7) })),
  'severity missing': blurLine((line) => ({ ...line, grade: '', class: '' })),
  'charge missing': blurLine((line) => ({ ...line, convicted: 'SEE COMMENT FOR CHARGE' })),
  'sentence unreadable': blurLine((line) => ({ ...line, sentence: ['TBD Y PRISON'] })),
  'a row rejected': (one) => ({ ...one, incomplete: true }),
};

const worth = (relief: string) => RELIEF_ORDER.findIndex((each) => each === relief);

describe.each(POLICIES.map((policy) => [policy.name, policy] as const))('%s', (_, policy) => {
  it.each(Object.entries(BLURS))(
    '%s: an unknown fact never turns review or no into relief, and never takes the floor beyond what is true',
    (__, blur) => {
      fc.assert(
        fc.property(cases, fc.nat(5), (one, index) => {
          const sharp = decide(historyOf(one), policy);
          const blurred = decide(historyOf(blur(one, index)), policy);
          for (const each of blurred.convictions) {
            const before = sharp.convictions.find((other) => other.key === each.key)?.determination;
            if (!before) continue;
            const after = each.determination;
            // Matchers cost more than deciding does: they are asked only to print what is wrong.
            if (after.outcome !== 'review' && after.outcome !== before.outcome)
              expect(after.outcome).toBe(before.outcome);
            if (worth(after.floor) > worth(before.relief)) expect(after.floor).toBe(before.relief);
          }
        }),
        { numRuns: 80 },
      );
    },
  );

  it('the order of the counts in the file does not matter', () => {
    fc.assert(
      fc.property(cases, fc.func(fc.integer()), (one, rank) => {
        const history = historyOf(one);
        const cycles = [...history.cycles]
          .sort((a, b) => rank(a.order) - rank(b.order))
          .map((cycle) => ({
            ...cycle,
            steps: cycle.steps.map((step) => ({
              ...step,
              counts: [...step.counts].sort((a, b) => rank(a.order) - rank(b.order)),
            })),
          }));
        expect(outcomes(decide({ ...history, cycles }, policy))).toEqual(outcomes(decide(history, policy)));
      }),
      { numRuns: 80 },
    );
  });

  it('a history that went through JSON is decided alike', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const history = historyOf(one);
        expect(decide(JSON.parse(JSON.stringify(history)) as History, policy)).toEqual(decide(history, policy));
      }),
      { numRuns: 40 },
    );
  });
});
