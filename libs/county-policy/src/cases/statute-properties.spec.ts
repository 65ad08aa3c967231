import {
  DEFAULT_READING,
  decidePerson,
  RELIEF_ORDER,
  reliefFiled,
  type CaseFacts,
  type DecidedConviction,
  type DecidedPerson,
  type Determination,
  type Policy,
  type PolicyStep,
  type Relief,
} from '@clearway/rules';
import fc from 'fast-check';
import { loadPolicy } from '../load-policy';
import { arbitraryLine, arbitraryRecord, dayOf } from './arbitrary-records';
import { historyOf, type LawCase, type LawLine } from './law-case';

const STATUTE = loadPolicy('california-statute');
const READINGS: readonly Policy[] = [
  STATUTE,
  { ...STATUTE, name: 'presumes the grade', statute: { ...DEFAULT_READING, presume: 'grade-of-section' } },
  {
    ...STATUTE,
    name: 'reads it wide',
    statute: { ...DEFAULT_READING, attempts: 'reached', predecessors: 'reached', priorsOfTheSection: 'bar' },
  },
];

function decide(one: LawCase, policy: Policy, facts: CaseFacts = {}): DecidedPerson {
  return decidePerson(historyOf(one), policy, { county: 'LOS ANGELES', asOf: 20200701, cases: { of: () => facts } });
}

const worth = (relief: Relief) => RELIEF_ORDER.indexOf(relief);
const byKey = (person: DecidedPerson) => new Map(person.convictions.map((each) => [each.key, each]));

/** Matchers cost more than deciding does: they are asked only to print what is wrong. */
function atLeast(found: Relief, wanted: Relief, what: DecidedConviction): void {
  if (worth(found) < worth(wanted)) expect([what.citation, found]).toEqual([what.citation, `at least ${wanted}`]);
}

/**
 * What the floor of `open` may not be more than: with a question it stands on what is presumed, as the relief of a completion
 * does; decided, it is what is left should the People disprove that, as the floor of a completion is.
 */
function heldOf(completion: Determination, open: Determination): Relief {
  return open.questions.length > 0 && completion.questions.length === 0 ? completion.relief : completion.floor;
}

/** Where the row has no grade, the section's grade is presumed, in writing. */
function isByPresumedGrade({ trace }: Determination): boolean {
  return trace.some((step) => step.facts.some((each) => each.value === 'by the section, as the law then was'));
}

/** One fact of a record taken away, and every record that it may have been. */
interface Blur {
  readonly name: string;
  readonly away: (one: LawCase, at: number) => LawCase;
  readonly completions: (one: LawCase, at: number) => readonly LawCase[];
}

const changed = (one: LawCase, at: number, change: (line: LawLine) => LawLine): LawCase => ({
  ...one,
  record: one.record.map((line, i) => (i === at % one.record.length ? change(line) : line)),
});
const lineAt = (one: LawCase, at: number) => one.record[at % one.record.length] as LawLine;
const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((month) => String(month).padStart(2, '0'));
/** One day of each month, another one from example to example. */
const daysOfYear = (date: string, at: number) =>
  MONTHS.map((month, i) => `${date.slice(0, 4)}-${month}-${['01', '15', '28'][(i + at) % 3] ?? ''}`);
const daysSince1960 = (date: string) => Math.round((Date.parse(date) - Date.UTC(1960, 0, 1)) / 86_400_000);
const born = (one: LawCase) => [one.born ?? ''].flat()[0] ?? '';

/** A step every 73 days: the arrest is within three years before the conviction. */
const arrests = (line: LawLine) => Array.from({ length: 15 }, (_, i) => dayOf(daysSince1960(line.on) - i * 73));
const withArrest = (one: LawCase, at: number, arrested: string): LawCase => {
  const { cycle } = lineAt(one, at);
  return { ...one, record: one.record.map((line) => (line.cycle === cycle ? { ...line, arrested } : line)) };
};

const BLURS: readonly Blur[] = [
  {
    name: 'the birth date is missing',
    away: (one) => ({ ...one, born: '' }),
    completions: (one) =>
      [12, 17, 18, 19, 20, 21, 22, 40].flatMap((age) =>
        [-1, 0, 1].map((days) => ({
          ...one,
          born: dayOf(daysSince1960(lineAt(one, 0).arrested) - Math.round(age * 365.25) + days),
        })),
      ),
  },
  {
    name: 'of the birth date only the year is known',
    away: (one) => ({ ...one, born: born(one).slice(0, 4) }),
    completions: (one, at) => daysOfYear(born(one), at).map((day) => ({ ...one, born: day })),
  },
  {
    name: 'no arrest is dated',
    away: (one, at) => withArrest(one, at, ''),
    completions: (one, at) => arrests(lineAt(one, at)).map((arrested) => withArrest(one, at, arrested)),
  },
  {
    name: 'of the arrest only the year is known',
    away: (one, at) => withArrest(one, at, lineAt(one, at).arrested.slice(0, 4)),
    completions: (one, at) => {
      const { arrested, cycle } = lineAt(one, at);
      // An arrest is not after any conviction of its cycle.
      const isPossible = (day: string): boolean => one.record.every((line) => line.cycle !== cycle || day <= line.on);
      return daysOfYear(arrested, at)
        .filter(isPossible)
        .map((day) => withArrest(one, at, day));
    },
  },
  {
    name: 'the date of a conviction is missing',
    away: (one, at) => changed(one, at, (line) => ({ ...line, on: '' })),
    completions: (one, at) =>
      [0, 1, 30, 400, 1000].map((days) =>
        changed(one, at, (line) => ({ ...line, on: dayOf(daysSince1960(line.arrested) + days) })),
      ),
  },
  {
    name: 'the grade is missing',
    away: (one, at) => changed(one, at, (line) => ({ ...line, grade: '', class: '', later: [] })),
    completions: (one, at) =>
      ['FELONY', 'MISDEMEANOR', 'INFRACTION'].map((grade) =>
        changed(one, at, (line) => ({ ...line, grade, later: [] })),
      ),
  },
  {
    name: 'the sentence cannot be read',
    away: (one, at) => changed(one, at, (line) => ({ ...line, sentence: ['TBD Y PRISON'] })),
    completions: (one, at) =>
      [['1 D JAIL'], ['3 Y PROBATION'], ['60 Y PRISON']].map((sentence) =>
        changed(one, at, (line) => ({ ...line, sentence })),
      ),
  },
  {
    name: 'the charge cannot be read',
    away: (one, at) => changed(one, at, (line) => ({ ...line, convicted: 'SEE COMMENT FOR CHARGE' })),
    completions: (one, at) =>
      [
        '11357(A) HS',
        '11357(B) HS',
        '11357(C) HS',
        '11358 HS',
        '11359 HS',
        '11360(A) HS',
        '11360(B) HS',
        '187(A) PC',
        '459 PC',
      ].map((convicted) => changed(one, at, (line) => ({ ...line, convicted }))),
  },
];

describe.each(READINGS.map((policy) => [policy.name, policy] as const))('%s', (_, policy) => {
  it.each(BLURS.map((blur) => [blur.name, blur] as const))(
    '%s: the floor is at most the relief of every completion',
    (__, blur) => {
      fc.assert(
        fc.property(arbitraryRecord, fc.nat(3), (one, at) => {
          const blurred = byKey(decide(blur.away(one, at), policy));
          for (const completion of [one, ...blur.completions(one, at)]) {
            for (const each of decide(completion, policy).convictions) {
              const open = blurred.get(each.key)?.determination;
              if (open !== undefined && !(open.questions.length > 0 && isByPresumedGrade(open)))
                atLeast(heldOf(each.determination, open), open.floor, each);
            }
          }
        }),
        { numRuns: 60 },
      );
    },
  );

  it.each(BLURS.map((blur) => [blur.name, blur] as const))(
    '%s: review or no becomes yes only by a written presumption',
    (__, blur) => {
      fc.assert(
        fc.property(arbitraryRecord, fc.nat(3), (one, at) => {
          const sharp = byKey(decide(one, policy));
          for (const each of decide(blur.away(one, at), policy).convictions) {
            const before = sharp.get(each.key)?.determination;
            const after = each.determination;
            if (!before || after.relief === 'none' || before.relief !== 'none' || before.questions.length > 0) continue;
            if (after.trace.some((step) => step.presumed && after.decidedBy.includes(step.rule))) continue;
            expect([each.citation, after.outcome]).toEqual([each.citation, before.outcome]);
          }
        }),
        { numRuns: 60 },
      );
    },
  );

  it('a row that was rejected never gives more', () => {
    fc.assert(
      fc.property(arbitraryRecord, (one) => {
        const sharp = byKey(decide(one, policy));
        for (const each of decide({ ...one, incomplete: true }, policy).convictions) {
          const before = sharp.get(each.key);
          if (before) atLeast(reliefFiled(before.determination), reliefFiled(each.determination), each);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('an unrelated later conviction takes no relief of the statute away', () => {
    fc.assert(
      fc.property(arbitraryRecord, arbitraryLine, fc.integer({ min: 1, max: 900 }), (one, line, days) => {
        const last = Math.max(...one.record.map((each) => daysSince1960(each.on)));
        // A conviction after the as-of date has no date that can be right: a question of its own.
        fc.pre(last + days <= daysSince1960('2020-07-01'));
        const later = { ...line, cycle: 199, arrested: dayOf(last + days - 1), on: dayOf(last + days) };
        const after = byKey(decide({ ...one, record: [...one.record, later] }, policy));
        for (const each of decide(one, policy).convictions) {
          const found = after.get(each.key)?.determination;
          if (found?.outcome !== each.determination.outcome || found.floor !== each.determination.floor)
            expect([each.citation, found?.outcome, found?.floor]).toEqual([
              each.citation,
              each.determination.outcome,
              each.determination.floor,
            ]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('the order of the cycles, steps and counts does not matter', () => {
    fc.assert(
      fc.property(arbitraryRecord, fc.func(fc.integer()), (one, rank) => {
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
        const run = { county: 'LOS ANGELES', asOf: 20200701 };
        const outcomes = (person: DecidedPerson) =>
          Object.fromEntries(
            person.convictions.map(({ key, caseEffect, determination: { outcome, floor, questions } }) => [
              key,
              { outcome, floor, caseEffect, asked: questions.map((each) => each.code).sort() },
            ]),
          );
        expect(outcomes(decidePerson({ ...history, cycles }, policy, run))).toEqual(
          outcomes(decidePerson(history, policy, run)),
        );
      }),
      { numRuns: 100 },
    );
  });
});

const conditions = fc.constantFrom<PolicyStep['when'][number]>(
  { is: 'always', with: {} },
  { is: 'age-at-least', with: { years: 50 } },
  { is: 'younger-at-conviction', with: { years: 21 } },
  { is: 'only-cannabis-counts', with: {} },
  { is: 'sentences-completed', with: {} },
  { is: 'clean-time', with: { years: 10 } },
  { is: 'convicted-years-ago', with: { years: 10 } },
  { is: 'deceased', with: {} },
  { is: 'section-is', with: { sections: ['11357', '11359'] } },
);
const elections: fc.Arbitrary<Policy> = fc
  .array(
    fc.record({
      when: fc.array(conditions, { minLength: 1, maxLength: 2 }),
      outcome: fc.constantFrom('dismiss-and-seal', 'dismiss', 'redesignate-infraction', 'redesignate-misdemeanor'),
    }),
    { maxLength: 4 },
  )
  .map((steps) => ({
    ...STATUTE,
    name: 'elects',
    steps: steps.map(({ when, outcome }, i) => ({
      code: `election-${i}`,
      when,
      then: {
        outcome: outcome as 'dismiss',
        determination: '',
        reason: 'Elected',
        authority: 'PC 1385, as counsel wrote it',
      },
    })),
  }));

it('a policy for filing never gives less than the statute, whatever it elects and whatever is unknown', () => {
  fc.assert(
    fc.property(
      arbitraryRecord,
      fc.nat(3),
      fc.constantFrom(undefined, ...BLURS),
      elections,
      (one, at, blur, policy) => {
        const record = blur ? blur.away(one, at) : one;
        const found = byKey(decide(record, policy));
        for (const each of decide(record, STATUTE).convictions) {
          const more = found.get(each.key);
          if (more) atLeast(reliefFiled(more.determination), reliefFiled(each.determination), each);
        }
      },
    ),
    { numRuns: 600 },
  );
});

it('of what is known of a case only a challenge, and relief that was given before, take anything away', () => {
  const facts: fc.Arbitrary<CaseFacts> = fc.record(
    { onList: fc.constantFrom('yes' as const, 'no' as const), destroyed: fc.constant(false) },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(arbitraryRecord, facts, (one, known) => {
      const found = byKey(decide(one, STATUTE, known));
      const challenged = byKey(
        decide(one, STATUTE, {
          ...known,
          challenge: { ground: 'c2-criteria', evidence: 'report', kind: 'reliable', by: 'A. Deputy', on: 20200601 },
        }),
      );
      for (const each of decide(one, STATUTE).convictions) {
        const other = found.get(each.key);
        if (other) atLeast(reliefFiled(other.determination), reliefFiled(each.determination), each);
        const filed = challenged.get(each.key);
        if (filed && reliefFiled(filed.determination) !== 'none') expect(reliefFiled(filed.determination)).toBe('none');
      }
    }),
    { numRuns: 200 },
  );
});
