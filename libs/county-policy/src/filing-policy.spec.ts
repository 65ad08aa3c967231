import { DEFAULT_READING } from '@clearway/rules';
import { PolicyError } from './errors';
import { loadPolicy } from './load-policy';
import { policyCautions } from './policy-cautions';
import { policyInWords } from './policy-words';

function problemsOf(text: string): string {
  try {
    loadPolicy(text);
  } catch (error) {
    if (error instanceof PolicyError) return error.message;
    throw error;
  }
  return 'no problem';
}

const FILING = `policy: test
kind: filing
title: A test
approved: { by: Counsel, on: 2026-01-02, words: More than the statute. }
elect nothing when: [{ is: deceased }]
elections:
  - code: old
    when: [{ is: age-at-least, years: 50 }]
    then: { outcome: dismiss, reason: Age }
    authority: Resolution 7.
  - code: clean
    when: [{ is: clean-time, years: 10 }]
    unless: [{ is: prior-super-strike }]
    then: { outcome: redesignate-infraction, reason: Clean }
    authority: Resolution 8.
`;

describe('a policy for filing', () => {
  it('has the statute under it, elections with their authority, and what keeps all of them away', () => {
    const policy = loadPolicy(FILING);
    expect(policy.statute).toEqual(DEFAULT_READING);
    expect(policy.steps.map(({ unless }) => unless?.map(({ is }) => is))).toEqual([
      ['deceased'],
      ['prior-super-strike', 'deceased'],
    ]);
    expect(policy.steps[0]?.then).toMatchObject({ outcome: 'dismiss', authority: 'Resolution 7.' });
    expect(policy.warnings).toEqual([]);
  });

  it.each([
    [
      'no authority',
      '    authority: Resolution 7.\n',
      '',
      'line 7: elections.0.authority: write the ground of relief beyond',
    ],
    ['a blank authority', 'Resolution 7.', '" "', 'line 10: elections.0.authority: write the ground of relief beyond'],
    [
      'an outcome that takes away',
      'outcome: dismiss,',
      'outcome: not-eligible,',
      'line 9: elections.0.then.outcome: an election can only add to the statute: use one of dismiss-and-seal, dismiss, ',
    ],
    [
      'steps',
      'elections:',
      'steps: []\nelections:',
      'line 6: steps: belongs to a replay: a policy for filing has the statute under it',
    ],
    [
      'a criterion as it ran in 2020',
      'is: clean-time',
      'is: no-conviction-in-years',
      'line 12: elections.1.when.0.is: "no-conviction-in-years" is for a policy of kind "replay": use "clean-time"',
    ],
    [
      'an unknown criterion that keeps an election away',
      'prior-super-strike',
      'strikes',
      'line 13: elections.1.unless.0.is: there is no criterion "strikes"',
    ],
    [
      'an unknown criterion that keeps all elections away',
      'is: deceased',
      'is: dead',
      'line 5: elect nothing when.0.is: there is no criterion "dead"',
    ],
    [
      'the code of a provision',
      'code: old',
      'code: hs-11359-b',
      'line 7: elections.0.code: a provision of the statute has the code "hs-11359-b"',
    ],
    ['a day that no calendar has', '2026-01-02', '2026-02-30', 'line 4: approved.on: write the day as YYYY-MM-DD'],
    [
      'no approval',
      'approved: { by: Counsel, on: 2026-01-02, words: More than the statute. }\n',
      '',
      'approved: say who',
    ],
  ])('names the line, the thing and the cure of %s', (_, from, to, words) => {
    expect(FILING).toContain(from);
    expect(problemsOf(FILING.replace(from, to))).toContain(words);
  });

  it('tells what is wrong with each election at once', () => {
    const both = FILING.replace('years: 50', 'years: 0').replace('years: 10', 'years: 0');
    expect(
      problemsOf(both)
        .split('\n')
        .map((each) => each.slice(0, 8)),
    ).toEqual(['line 8: ', 'line 12:']);
  });

  it.each([
    [
      'an election behind one that applies wherever it does',
      FILING.replace('is: clean-time, years: 10', 'is: age-at-least, years: 60'),
      'the election "clean" never decides: "old" stands before it',
    ],
    ['an authority in brackets', FILING.replace('Resolution 7.', '"[To be written.]"'), 'counsel has to write it'],
  ])('warns of %s', (_, text, words) => expect(loadPolicy(text).warnings.join()).toContain(words));

  it.each([
    [
      'which can never give more',
      '{ is: not-a-felony }], then: { outcome: redesignate-misdemeanor',
      'can never give more than the statute',
    ],
    [
      'which hardly ever gives more',
      "{ is: section-is, sections: ['11358'] }], then: { outcome: redesignate-misdemeanor",
      'gives more than the statute only for attempts',
    ],
    ['which gives more', '{ is: always }], then: { outcome: dismiss-and-seal', undefined],
  ])('cautions about an election %s', (_, when, words) => {
    const head = FILING.slice(0, FILING.indexOf('elect nothing'));
    const policy = loadPolicy(`${head}elections: [{ code: it, when: [${when}, reason: R }, authority: A. }]\n`);
    const [caution] = policyCautions(policy);
    if (words === undefined) expect(caution).toBeUndefined();
    else expect(caution).toContain(words);
  });

  it('says in words what it elects, on which authority, and what a replay does', () => {
    const words = policyInWords(loadPolicy(FILING)).join('\n');
    expect(words).toContain('Nothing is elected where the person is recorded as deceased.');
    expect(words).toContain(
      '1. old: if the person is 50 or older on the as-of date [policy of the office]: dismissed, not sealed.',
    );
    expect(words).toContain('   Authority: Resolution 7.');
    expect(words).toContain('unless an offense of the super-strike list was convicted before this conviction');
    expect(policyInWords(loadPolicy('los-angeles-2020')).join('\n')).toMatch(
      /a replay: .*\n.*\nSteps; the first that applies/,
    );
  });
});
