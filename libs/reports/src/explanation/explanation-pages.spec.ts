import { type Explanation } from '@clearway/rules';
import { textOf } from '../testing/text-of-pdf';
import { type ExplainedPerson, explanationPages } from './explanation-pages';

const EXPLAINED: Explanation = {
  key: '0:101002001000',
  citation: 'HS 11358',
  chargeText: 'CULTIVATE MARIJUANA',
  severity: 'felony',
  convictedOn: '2005-03-01',
  court: 'CASC LOS ANGELES',
  caseNumbers: [{ number: 'BA123456-01', from: ['OFN'] }],
  prosecutor: 'LOS ANGELES COUNTY DISTRICT ATTORNEY',
  policy: { name: 'california-statute', title: 'California', kind: 'filing' },
  outcome: 'dismiss-and-seal',
  relief: 'dismiss-and-seal',
  floor: 'redesignate-misdemeanor',
  standing: 'open',
  reason: 'Lawful today',
  authority: '',
  rules: [
    {
      rule: 'one',
      words: 'it is lawful to cultivate up to six plants',
      citation: 'HS 11362.1(a)(3)',
      verdict: 'yes',
      presumed: true,
      decides: true,
      burden: 'the People must prove more than six plants',
      facts: [
        { name: 'offense', value: 'HS 11358', where: 'county.csv, line 4', offset: null },
        { name: 'amount', value: 'presumed', where: '', offset: null },
      ],
    },
    {
      rule: 'two',
      words: 'under 18 it is an infraction',
      citation: 'HS 11358(a)',
      verdict: 'no',
      presumed: false,
      decides: false,
      burden: '',
      facts: [{ name: 'offense', value: 'HS 11358', where: 'county.csv, line 4', offset: null }],
    },
  ],
  questions: [],
  otherRemedies: [],
  changes: [{ words: 'if the amount proves to be over the limit', outcome: 'redesignate-misdemeanor' }],
};
const PERSON: ExplainedPerson = {
  name: 'DOE,JANE',
  born: '1970-01-01',
  county: 'LOS ANGELES',
  asOf: 20261101,
  ruleSet: 'ab'.repeat(32),
  explanations: [EXPLAINED],
};

describe('pages that an attorney signs', () => {
  it('say why each further record is of the person', async () => {
    const heading =
      'court.csv, line 2 (court-extract) is of the person of county.dat, line 4 (state-file), by likeness';
    const text = await textOf(
      explanationPages([{ ...PERSON, joins: [{ heading, words: ['the sex is the same (+0.6)'] }] }]),
    );
    expect(text.replace(/\s+/g, ' ')).toContain('Why these records are of one person');
    expect(text.replace(/\s+/g, ' ')).toContain('by likeness: the sex is the same (+0.6).');
  });

  it('say what was decided, each rule with its facts by letter, the burden, the floor, and what would change it', () => {
    const text = textOf(explanationPages([PERSON]));
    for (const part of [
      'Dismissed and sealed',
      'DOE,JANE, born 1970-01-01',
      'BA123456-01',
      'HS 11362.1(a)(3)',
      'Met (presumed). Decides',
      'a, b',
      'county.csv, line 4',
      'The People must prove more than six plants.',
      'redesignated as a misdemeanor',
      'If the amount proves to be over the limit',
      'State Bar number',
    ])
      expect(text).toContain(part);
  });

  it('are one for each conviction, and the same bytes for the same input', () => {
    const two = { ...PERSON, explanations: [EXPLAINED, { ...EXPLAINED, key: '0:102002001000' }] };
    expect(textOf(explanationPages([two]))).toContain('Page 2 of 2');
    expect(Buffer.from(explanationPages([two])).equals(Buffer.from(explanationPages([two])))).toBe(true);
  });

  it('say so when there is nothing to explain', () => {
    expect(textOf(explanationPages([]))).toContain('no conviction to explain');
  });
});
