import { loadPolicy, presetNames, presetText } from './load-policy';
import { PolicyError } from './errors';

const GOOD = `policy: test
kind: replay
title: A test
approved: { by: Counsel, on: 2026-01-02, words: Dismiss everything. }
lists: { superStrikes: los-angeles-2020.super-strikes, sexOffences: los-angeles-2020.sex-offences }
steps:
  - code: all
    when: [{ is: always }]
    then: { outcome: dismiss-and-seal, reason: All }
  - code: old
    when:
      - { is: age-at-least, years: 50 }
    then: { outcome: dismiss-and-seal, reason: Age }
otherwise: { outcome: not-eligible, reason: Nothing }
`;

function problemsOf(text: string): string {
  try {
    loadPolicy(text);
  } catch (error) {
    if (error instanceof PolicyError) return error.message;
    throw error;
  }
  return 'no problem';
}

describe('loadPolicy', () => {
  it.each(presetNames())('reads the preset %s', (name) => {
    const policy = loadPolicy(` ${name} `);
    expect(policy.statute === undefined).toBe(policy.kind === 'replay');
    expect(policy.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(policy.warnings.filter((each) => !each.includes('counsel has to write it'))).toEqual([]);
    expect(loadPolicy(name)).toBe(policy);
  });

  it.each(presetNames())('runs the preset %s, which was read beforehand, as its text says', (name) => {
    expect(JSON.stringify(loadPolicy(name))).toBe(JSON.stringify(loadPolicy(presetText(name))));
  });

  it('lists the presets when a name is unknown', () => {
    expect(problemsOf('los-angles')).toBe(
      'policy: there is no policy of this name: use california-statute, desktop-2019-default, dismiss-all, los-angeles-2020, los-angeles, or give a policy file',
    );
    expect(problemsOf('constructor')).toContain('no policy of this name');
  });

  it('reads a policy in steps, with the usual words of its outcomes', () => {
    const policy = loadPolicy(GOOD);
    expect(policy.steps[1]).toEqual({
      code: 'old',
      when: [{ is: 'age-at-least', with: { years: 50 } }],
      then: { outcome: 'dismiss-and-seal', determination: 'Eligible for Dismissal', reason: 'Age' },
    });
    expect(policy.otherwise.determination).toBe('Not eligible');
  });

  it('another word is another policy, another layout is not', () => {
    expect(loadPolicy(GOOD.replace('reason: Age', 'reason: age')).hash).not.toBe(loadPolicy(GOOD).hash);
    expect(loadPolicy(GOOD.replace(/\n/g, '\r\n')).hash).toBe(loadPolicy(GOOD).hash);
  });

  it.each([
    [
      'an unknown setting',
      'kind: replay',
      'kind: replay\ncolour: red',
      'line 3: colour: is not a setting of a policy: remove it or correct its spelling',
    ],
    ['an unknown kind', 'kind: replay', 'kind: test', 'line 2: kind: must be one of filing, replay'],
    ['a missing part', 'title: A test\n', '', 'title: give the policy a title; papers print it'],
    ['a missing choice', 'kind: replay\n', '', 'kind: is missing: add it, it is one of filing, replay'],
    [
      'a part of another sort',
      'title: A test',
      'title: [A]',
      'line 3: title: give the policy a title; papers print it',
    ],
    ['a number for a text', 'title: A test', 'title: 7', 'line 3: title: give the policy a title; papers print it'],
    ['an empty text', 'title: A test', "title: ''", 'line 3: title: give the policy a title; papers print it'],
    [
      'a step that tests nothing',
      '[{ is: always }]',
      '[]',
      'line 8: steps.0.when: name at least one criterion, such as ',
    ],
    ['steps that are none', '- code: all', '  code: all', 'not readable as YAML or JSON: '],
    [
      'a part that refers to another',
      'title: A test',
      'title: &t A test\nauthority: *t',
      'the policy: one part of the file refers to another',
    ],
    ['a day that is none', 'on: 2026-01-02', 'on: January', 'line 4: approved.on: write the day as YYYY-MM-DD'],
    [
      'an unknown outcome',
      'outcome: dismiss-and-seal, reason: Age',
      'outcome: expunge, reason: Age',
      'line 13: steps.1.then.outcome: must be one of dismiss-and-seal, dismiss, redesignate-misdemeanor, ',
    ],
    [
      'an unknown criterion',
      'is: age-at-least',
      'is: age-above',
      'line 12: steps.1.when.0.is: there is no criterion "age-above": use one of not-a-felony, ',
    ],
    [
      'an argument out of range',
      'years: 50',
      'years: -1',
      'line 12: steps.1.when.0.years: the argument "years" of "age-at-least" must be a whole number of years from 1 to 120',
    ],
    [
      'an argument too many',
      'years: 50',
      'years: 50, months: 6',
      'line 12: steps.1.when.0.months: "age-at-least" has no argument "months": remove it',
    ],
    [
      'an argument missing',
      ', years: 50',
      '',
      'line 12: steps.1.when.0.years: the argument "years" of "age-at-least" is missing',
    ],
    [
      'two steps of one code',
      'code: old',
      'code: all',
      'line 10: steps.1.code: two steps have the code "all": give each its own',
    ],
    [
      'an unknown list',
      'los-angeles-2020.super-strikes',
      'strikes',
      'line 5: lists.superStrikes: there is no code list "strikes": use one of ',
    ],
    [
      'a review that asks nothing',
      'outcome: not-eligible',
      'outcome: review',
      'line 14: otherwise.question: an outcome "review" needs the question that it asks',
    ],
    [
      'an unknown question',
      'outcome: not-eligible',
      'question: why, outcome: review',
      'line 14: otherwise.question: there is no question "why" in the catalog',
    ],
    ['text that is no YAML', 'steps:', 'steps: [', 'not readable as YAML or JSON: '],
    [
      'a setting twice',
      'kind: replay',
      'kind: replay\nkind: replay',
      'line 3: not readable as YAML or JSON: a setting stands twice: keep one of the two',
    ],
  ])('names the line, the thing and the cure of %s', (_, from, to, words) => {
    expect(problemsOf(GOOD.replace(from, to))).toContain(words);
  });

  it.each([
    ['- a\n- b', 'line 1: the policy: must be settings with their names (name: value), but a list stands here'],
    ['%PDF-1.7\n%\n', 'not readable as YAML or JSON: '],
    ['\uFEFF \n', 'the policy: is empty: give the name of a policy, or a file that holds one'],
    [GOOD.replace('kind: replay', 'kind: replay\ncolour: red\nsize: 3'), 'line 4: size: is not a setting'],
  ])('says what is wrong with %j', (text, words) => expect(problemsOf(text)).toContain(words));

  it('never speaks in the words of the validator', () => {
    const damaged = ['policy', 'kind', 'title', 'approved', 'lists', 'steps', 'otherwise'].flatMap((key) => [
      GOOD.replace(new RegExp(`^${key}:`, 'm'), `x${key}:`),
      GOOD.replace(new RegExp(`^${key}:.*$`, 'm'), `${key}: 7`),
    ]);
    for (const text of damaged) expect(problemsOf(text)).not.toMatch(/Invalid|expected|received|Too small|zod/i);
  });

  it('refuses elections in a replay', () => {
    expect(problemsOf(`${GOOD}elections: []\n`)).toContain('elections: belongs to a policy for filing');
  });

  it('tells every problem at once', () => {
    expect(
      problemsOf(GOOD.replace('kind: replay', 'kind: x').replace('on: 2026-01-02', 'on: x')).split('\n'),
    ).toHaveLength(2);
  });
});

describe("the desktop tool's eligibilityConfig.json", () => {
  const options = (relief: object, baseline: object = { dismiss: ['11357', '11358'], reduce: ['11359', '11360'] }) =>
    JSON.stringify({ baselineEligibility: baseline, additionalRelief: relief }, null, 2);

  it('becomes the steps in the order in which that tool asked', () => {
    const policy = loadPolicy(
      options({
        subjectUnder21AtConviction: true,
        subjectHasOnlyProp64Charges: true,
        subjectIsDeceased: true,
        subjectAgeThreshold: 57,
        yearsSinceConvictionThreshold: 10,
        yearsCrimeFreeThreshold: 5,
      }),
    );
    expect(policy.statute === undefined).toBe(policy.kind === 'replay');
    expect(policy.steps.map((each) => each.then.reason)).toEqual([
      'Misdemeanor or Infraction',
      'Dismiss all HS 11357 convictions',
      'Dismiss all HS 11358 convictions',
      '21 years or younger',
      '57 years or older',
      'Conviction occurred 10 or more years ago',
      'No convictions in the past 5 years',
      'Only has 11357-60 charges',
      'Individual is deceased',
      'Reduce all HS 11359 convictions',
      'Reduce all HS 11360 convictions',
    ]);
  });

  it.each([40, 65])('accepts the age %d', (age) =>
    expect(problemsOf(options({ subjectAgeThreshold: age }))).toBe('no problem'),
  );
  it.each([1, 15])('accepts %d years', (years) =>
    expect(problemsOf(options({ yearsCrimeFreeThreshold: years }))).toBe('no problem'),
  );

  it.each([
    [
      { subjectAgeThreshold: 39 },
      'line 13: additionalRelief.subjectAgeThreshold: must be a whole number from 40 to 65, or 0 for off',
    ],
    [{ subjectAgeThreshold: 66 }, 'from 40 to 65'],
    [{ subjectAgeThreshold: 50.5 }, 'from 40 to 65'],
    [{ subjectAgeThreshold: '50' }, 'from 40 to 65'],
    [
      { yearsSinceConvictionThreshold: 16 },
      'additionalRelief.yearsSinceConvictionThreshold: must be a whole number from 1 to 15',
    ],
    [{ yearsCrimeFreeThreshold: -1 }, 'additionalRelief.yearsCrimeFreeThreshold: must be'],
    [{ subjectIsDeceased: 'yes' }, 'additionalRelief.subjectIsDeceased: must be true or false'],
  ])('refuses %j', (relief, words) => expect(problemsOf(options(relief))).toContain(words));

  it('refuses a section that it did not know, by its line', () => {
    expect(problemsOf(options({}, { dismiss: ['11357(a)'] }))).toBe(
      'line 4: baselineEligibility.dismiss.0: must be one of "11357", "11358", "11359", "11360", as text and without a subdivision',
    );
  });

  it('ignores what that tool ignored, and says so', () => {
    const policy = loadPolicy(options({ futureOption: 1 }));
    expect(policy.warnings).toEqual([
      '"additionalRelief.futureOption" is not an option of the desktop tool and is ignored, as it was there',
    ]);
  });

  it('understands keys in any case, and a file indented with tabs', () => {
    const text =
      '\uFEFF{\r\n\t"BaselineEligibility": {\r\n\t\t"Dismiss": ["11358"],\r\n\t\t"reduce": ["11357", "11359", "11360"]\r\n\t}\r\n}\r\n';
    const policy = loadPolicy(text);
    expect(policy.steps.map((each) => each.code)).toEqual([
      'not-a-felony',
      'dismiss-11358',
      'reduce-11357',
      'reduce-11359',
      'reduce-11360',
    ]);
    expect(policy.warnings).toEqual([]);
  });

  it('accepts options without a baseline, and warns about felonies that no list has', () => {
    const policy = loadPolicy('{"additionalRelief": {}}');
    expect(policy.steps).toHaveLength(1);
    expect(policy.warnings).toHaveLength(4);
  });

  it('a section in both lists is dismissed', () => {
    const policy = loadPolicy(options({}, { dismiss: ['11358'], reduce: ['11358', '11357', '11359', '11360'] }));
    expect(policy.steps.map((each) => each.code)).toEqual([
      'not-a-felony',
      'dismiss-11358',
      'reduce-11357',
      'reduce-11359',
      'reduce-11360',
    ]);
    expect(policy.warnings).toEqual(['section 11358 is to be dismissed and reduced: dismissed, as the old tool did']);
  });
});
