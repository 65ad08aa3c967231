import { decidePerson, type DecidedPerson, isBetter, reliefFiled } from '@clearway/rules';
import fc from 'fast-check';
import { loadPolicy } from '../load-policy';
import { arbitraryRecord } from './arbitrary-records';
import { historyOf, type LawCase } from './law-case';

const POLICIES = ['california-statute', 'los-angeles', 'los-angeles-2020'].map(loadPolicy);

/** What can go missing from a record in which everything is known. */
const LOSSES: Readonly<Record<string, (one: LawCase, line: number) => LawCase>> = {
  'the birth date': (one) => ({ ...one, born: '' }),
  'day and month of the birth date': (one) => ({ ...one, born: String(one.born).slice(0, 4) }),
  'the day of a conviction': (one, line) => without(one, line, { on: '' }),
  'day and month of a conviction': (one, line) => without(one, line, { on: one.record[line]?.on.slice(0, 4) ?? '' }),
  'the grade of a conviction': (one, line) => without(one, line, { grade: '', class: '' }),
  'a row': (one) => ({ ...one, incomplete: true }),
};

function without(one: LawCase, line: number, change: Partial<LawCase['record'][number]>): LawCase {
  return { ...one, record: one.record.map((each, i) => (i === line ? { ...each, ...change } : each)) };
}

describe.each(POLICIES.map((policy) => [policy.name, policy] as const))('under %s', (_, policy) => {
  const decide = (one: LawCase): DecidedPerson =>
    decidePerson(historyOf(one), policy, { county: 'LOS ANGELES', asOf: 20200701, quality: {} });

  it.each(Object.entries(LOSSES))('what %s would give, were it known, is charged to its defect', (what, lose) => {
    let charged = 0;
    fc.assert(
      fc.property(arbitraryRecord, fc.nat(), (whole, at) => {
        const lost = lose(whole, at % whole.record.length);
        const known = new Map(decide(whole).convictions.map((each) => [each.key, reliefFiled(each.determination)]));
        const { convictions, defects = [], keptTogether = [] } = decide(lost);
        const priced = new Set([...defects.flatMap(({ keeps }) => keeps), ...keptTogether]);
        for (const { key, determination } of convictions) {
          // A grade that the section says costs nothing: the law presumes it, and the field can have no other.
          if (what === 'the grade of a conviction' && determination.questions.every(({ code }) => code !== 'severity'))
            continue;
          if (!isBetter(known.get(key) ?? 'none', reliefFiled(determination))) continue;
          charged += 1;
          if (!priced.has(key)) expect([key, known.get(key), JSON.stringify(lost.record)]).toEqual('charged');
        }
      }),
      { numRuns: 400, seed: 5 },
    );
    if (policy.name === 'california-statute') expect(charged).toBeGreaterThan(0);
  });

  it('a defect never takes relief, and nothing is charged that is filed already', () => {
    fc.assert(
      fc.property(arbitraryRecord, fc.constantFrom(...Object.values(LOSSES)), fc.nat(), (whole, lose, at) => {
        const lost = lose(whole, at % whole.record.length);
        const { convictions, defects = [] } = decide(lost);
        for (const key of defects.flatMap(({ keeps }) => keeps)) {
          const filed = convictions.find((each) => each.key === key);
          if (filed) expect(reliefFiled(filed.determination)).not.toBe('dismiss-and-seal');
        }
      }),
      { numRuns: 200, seed: 6 },
    );
  });
});
