import { type CaseNote } from '@clearway/rules';
import { sampleChallenges } from '../testing/sample-papers';
import { challengeId } from '../paper/challenge-paper';
import { type SampleConviction, samplePerson } from '../testing/sample-people';
import { type ChallengePlan, ChallengePlanner } from './challenge-notice';

const note: CaseNote = {
  facts: {
    challenge: { ground: 'c2-criteria', evidence: 'a secret', kind: 'testimony', by: 'Jane Q. Roe', on: 20261101 },
  },
  sources: [],
};

function plan(...people: readonly (readonly [string, string, readonly SampleConviction[]])[]): ChallengePlan {
  const planner = new ChallengePlanner();
  for (const [id, name, convictions] of people) {
    const person = samplePerson(id, name, convictions);
    planner.add({ ...person, convictions: person.convictions.map((each) => ({ ...each, caseNote: note })) });
  }
  return planner.finish();
}

describe('notices of challenge', () => {
  it('are one for each person and case, with the challenged counts only', () => {
    const [notice, ...others] = sampleChallenges();
    expect(others).toEqual([]);
    expect(notice?.counts.map(({ count, ground }) => [count, ground])).toEqual([
      [1, 'c2-criteria'],
      [2, 'c1-public-safety'],
    ]);
  });

  it('are cut by court, agency, case and person, and do not depend on the order of people', () => {
    const people = [
      ['BBB', 'ROE,JANE', [{ standing: 'challenged', case: 'BA2' }]],
      [
        'AAA',
        'DOE,JOHN',
        [
          { standing: 'challenged', case: 'BA2' },
          { standing: 'challenged', case: 'BA1' },
          { standing: 'challenged', case: 'BA1', prosecutor: 'LOS ANGELES CITY ATTORNEY' },
        ],
      ],
    ] as const;
    const wanted = [
      ['LOS ANGELES CITY ATTORNEY', 'BA1', 'DOE, JOHN'],
      ['LOS ANGELES COUNTY DISTRICT ATTORNEY', 'BA1', 'DOE, JOHN'],
      ['LOS ANGELES COUNTY DISTRICT ATTORNEY', 'BA2', 'DOE, JOHN'],
      ['LOS ANGELES COUNTY DISTRICT ATTORNEY', 'BA2', 'ROE, JANE'],
    ];
    for (const given of [people, [...people].reverse()]) {
      const { notices } = plan(...given);
      expect(notices.map(({ agency, caseNumber, name }) => [agency, caseNumber, name])).toEqual(wanted);
      expect(new Set(notices.map(challengeId)).size).toBe(4);
    }
  });

  it('hold the kind of the evidence and never its content', () => {
    const found = plan(['AAA', 'DOE,JOHN', [{ standing: 'challenged' }]]);
    expect(JSON.stringify(found)).toContain('testimony');
    expect(JSON.stringify(found)).not.toContain('a secret');
  });

  it('are not made of what is not challenged any more', () =>
    expect(plan(['AAA', 'DOE,JOHN', [{ standing: 'open' }, { standing: 'granted' }]]).notices).toEqual([]));

  it('say for which challenge there is none, and why', () => {
    const { notices, without } = plan(
      [
        'AAA',
        'DOE,JOHN',
        [
          { standing: 'challenged', court: '', ori: '' },
          { standing: 'challenged', caseNumbers: [] },
        ],
      ],
      ['BBB', '', [{ standing: 'challenged' }]],
    );
    expect(notices).toEqual([]);
    expect(without.map(({ reason }) => reason)).toEqual(['no-court', 'no-case-number', 'no-name']);
  });
});
