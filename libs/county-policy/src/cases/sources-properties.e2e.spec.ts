import fc from 'fast-check';
import { type History, mergeHistories } from '@clearway/record';
import { decidePerson, type Determination, isBetter, type Relief, reliefFiled } from '@clearway/rules';
import { loadPolicy } from '../load-policy';
import { historyOf, lawCase, type LawLine } from './law-case';

// What two sources say otherwise is decided only where it is decided the same whichever is right; each reading is a record of one source.
const POLICIES = ['california-statute', 'los-angeles'].map((name) => loadPolicy(name));

interface TwoSources {
  readonly state: Partial<LawLine>;
  /** What the court says otherwise of the same count. */
  readonly court: Partial<LawLine>;
}

const said = fc
  .record({
    charge: fc.constantFrom('11357(A) HS', '11358 HS', '11359 HS', '11360(A) HS', '187(A) PC', '459 PC'),
    on: fc.constantFrom('1990-06-07', '1995-06-07', '2015-06-07', '2020-06-07'),
    grade: fc.constantFrom('FELONY', 'MISDEMEANOR'),
    // One that only one source has is taken from it: that is no disagreement.
    sentence: fc.constantFrom('3 Y PROBATION', '20 Y PROBATION').map((part) => [part]),
    yearsAfterArrest: fc.constantFrom(1, 5),
  })
  .map(({ yearsAfterArrest, ...rest }) => ({
    ...rest,
    arrested: `${Number(rest.on.slice(0, 4)) - yearsAfterArrest}-01-07`,
  }));

const twoSources: fc.Arbitrary<TwoSources> = fc
  .record({
    one: said,
    other: said,
    differs: fc.constantFrom('nothing', 'end', 'on', 'grade', 'sentence', 'arrested'),
    swapped: fc.boolean(),
  })
  .map(({ one, other, differs, swapped }) => {
    // An arrest after one of two days of conviction says which of them is wrong.
    const arrested = differs === 'on' && other.on < one.on ? other.arrested : one.arrested;
    const { charge, ...rest } = { ...one, arrested };
    const convicted: Partial<LawLine> = { ...rest, convicted: charge };
    const changed: Partial<LawLine> =
      differs === 'end'
        ? { charge, on: one.on, arrested, disposition: 'DISMISSED' }
        : differs === 'nothing'
          ? convicted
          : differs === 'arrested'
            ? // An arrest after its conviction is no reading beside one that can be.
              { ...convicted, arrested: other.arrested < one.on ? other.arrested : '1985-01-07' }
            : { ...convicted, [differs]: other[differs as 'on' | 'grade' | 'sentence'] };
    return swapped ? { state: changed, court: convicted } : { state: convicted, court: changed };
  });

function historyFrom(lines: readonly Partial<LawLine>[]): History {
  const record = lines.map((line, i) => ({ ...line, case: `F${100 + i}`, cycle: 101 + i, step: 2, count: 1 }));
  return historyOf(
    lawCase.parse({ name: 'two sources that differ', born: '1960-03-14', record, expect: { outcome: '' } }),
  );
}

/** Every record that is right when one source is right about each count. */
function readingsOf(counts: readonly TwoSources[]): readonly History[] {
  return counts
    .reduce<Partial<LawLine>[][]>(
      (found, { state, court }) =>
        found.flatMap((each) => [
          [...each, state],
          [...each, court],
        ]),
      [[]],
    )
    .map(historyFrom);
}

function inOneRecord(counts: readonly TwoSources[]): History {
  const [state, court] = [historyFrom(counts.map((each) => each.state)), historyFrom(counts.map((each) => each.court))];
  return mergeHistories('CASE', [state, asFile(court, 1)]);
}

/** The same record as another file has it. */
function asFile(history: History, file: number): History {
  return JSON.parse(JSON.stringify(history).replaceAll('"file":0', `"file":${file}`)) as History;
}

describe.each(POLICIES.map((policy) => [policy.name, policy] as const))('two sources under %s', (_name, policy) => {
  const decided = (history: History): ReadonlyMap<string, Determination> =>
    new Map(
      decidePerson(history, policy, { county: 'LOS ANGELES', asOf: 20261123 }).convictions.map(
        ({ key, determination }) => [key, determination],
      ),
    );
  const filed = (determination: Determination | undefined): Relief =>
    determination ? reliefFiled(determination) : 'none';

  it('file no more than each reading would, and decide what all of them decide alike', () => {
    fc.assert(
      fc.property(fc.array(twoSources, { minLength: 1, maxLength: 3 }), (counts) => {
        const readings = readingsOf(counts).map(decided);
        const together = decided(inOneRecord(counts));
        const keys = new Set(readings.flatMap((each) => [...each.keys()]));
        for (const key of keys) {
          // Whatever may be a conviction has a row.
          const found = together.get(key);
          expect(found).toBeDefined();
          if (!found) continue;
          const all = readings.map((each) => each.get(key));
          for (const each of all) expect(isBetter(filed(found), filed(each))).toBe(false);
          const outcomes = new Set(all.map((each) => each?.outcome ?? 'not-eligible'));
          const isOpen = all.some((each) => (each?.questions.length ?? 0) > 0);
          if (outcomes.size > 1)
            expect([found.outcome, found.floor === 'none' || found.questions.length > 0]).toEqual(['review', true]);
          // A motion states one ground: relief of the statute by the one reading and of an election by the other is asked.
          const grounds = new Set(all.map((each) => each?.authority));
          if (outcomes.size === 1 && grounds.size === 1 && !isOpen)
            expect([key, found.outcome]).toEqual([key, [...outcomes][0]]);
        }
      }),
      { numRuns: 150 },
    );
  });
});
