import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as policies from '@clearway/county-policy';
import * as bulk from '@clearway/doj-bulk';
import * as rules from '@clearway/rules';
import { changedParts } from './changes';
import { movedCases } from './decide-cases';
import { movedSituations } from './decide-situations';
import { readArguments } from './main';
import { type CaseTelling, type Statute, type Version } from './version';

const telling = jest.requireActual<CaseTelling>('../../../libs/county-policy/src/cases/law-case');
const statute: Statute = {
  ...jest.requireActual<Statute>('../../../libs/rules/src/law/deciding/decide-situation'),
  ...jest.requireActual<Statute>('../../../libs/rules/src/law/deciding/every-situation'),
  ...jest.requireActual<Statute>('../../../libs/rules/src/law/situation'),
};

const ROOT = join(__dirname, '..', '..', '..');
const NOW: Version = {
  rules,
  policies,
  bulk,
  cases: telling,
  situations: statute,
};

/** A version in which possession for sale by an adult was no misdemeanor yet. */
const BASE: Version = {
  ...NOW,
  rules: {
    ...rules,
    PROVISIONS: rules.PROVISIONS.map((each) =>
      each.code === 'hs-11359-b' ? { ...each, words: 'other words' } : each,
    ).filter((each) => each.code !== 'boatwright'),
    decidePerson: (...given) => {
      const person = rules.decidePerson(...given);
      return {
        ...person,
        convictions: person.convictions.map((each) =>
          each.determination.decidedBy.includes('hs-11359-b')
            ? {
                ...each,
                determination: { ...each.determination, outcome: 'not-eligible', relief: 'none', floor: 'none' },
              }
            : each,
        ),
      };
    },
  },
  situations: {
    ...statute,
    decideSituation: (each) => {
      const answer = statute.decideSituation(each);
      return answer.path.includes('hs-11359-b') ? { ...answer, relief: 'none' } : answer;
    },
  },
};

describe('law:diff', () => {
  let oneCaseFile: string;
  beforeAll(() => {
    oneCaseFile = mkdtempSync(join(tmpdir(), 'clearway-law-diff-'));
    const file = join('libs', 'rules', 'cases', 'california-statute', 'for-sale.yaml');
    cpSync(join(ROOT, file), join(oneCaseFile, file));
  });
  afterAll(() => rmSync(oneCaseFile, { recursive: true, force: true }));

  // Of all cases and situations the two below say that nothing moves but by the change.
  it('moves nothing between a version and itself', () => {
    const few: Version = {
      ...NOW,
      situations: {
        ...statute,
        situationsOf: (domains) => statute.situationsOf(domains).filter((_, at) => at % 50 === 0),
      },
    };
    const { cases, moved } = movedCases(oneCaseFile, NOW, NOW);
    expect(cases).toBeGreaterThan(5);
    expect(moved).toEqual([]);
    const same = movedSituations(few, few);
    expect(same?.situations).toBeGreaterThan(2_000);
    expect(same?.moved).toEqual([]);
    expect(changedParts(NOW, NOW)).toEqual([]);
  });

  it('lists exactly the cases that a change moves', () => {
    const { moved } = movedCases(ROOT, BASE, NOW);
    expect(moved.length).toBeGreaterThan(5);
    for (const { before, after } of moved) {
      expect(before.outcome).toBe('not-eligible');
      expect(after.rules).toContain('hs-11359-b');
    }
    expect(moved.map((each) => each.what)).toContainEqual(expect.stringContaining('california-statute/'));
  });

  it('counts the situations that move, those that move alike in one line', () => {
    const { moved = [], situations = 0 } = movedSituations(BASE, NOW) ?? {};
    expect(situations).toBeGreaterThan(100_000);
    expect(moved.length).toBeGreaterThan(0);
    expect(moved.length).toBeLessThan(10);
    expect(moved.reduce((sum, each) => sum + each.count, 0)).toBeGreaterThan(50);
    for (const { before, after } of moved)
      expect([before.outcome, after.rules]).toEqual(['none', expect.arrayContaining(['hs-11359-b'])]);
  });

  it('names the parts that differ', () => {
    expect(changedParts(BASE, NOW)).toEqual([
      { kind: 'provision', name: 'boatwright', how: 'new' },
      { kind: 'provision', name: 'hs-11359-b', how: 'changed' },
    ]);
  });

  it.each([
    [[], /Which revision/],
    [['a', 'b'], /Two revisions/],
    [['a', '--wrong', 'x'], /no such option/],
    [['a', '--csv'], /value is missing/],
    [['a', '--file', 'x.csv'], /needs --county and --as-of/],
  ])('says what is wrong with %j', (args, words) => expect(() => readArguments(args)).toThrow(words));
});
