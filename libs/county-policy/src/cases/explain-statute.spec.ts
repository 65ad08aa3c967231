import { explainConvictions, printExplanation, type Explanation } from '@clearway/rules';
import { loadPolicy } from '../load-policy';
import { historyOf, lawCase } from './law-case';

function explained(source: object, policy = 'california-statute', asOf = 20261101): readonly Explanation[] {
  const history = historyOf(lawCase.parse({ name: 'a record to be explained', expect: { outcome: '' }, ...source }));
  return explainConvictions(history, loadPolicy(policy), { county: 'LOS ANGELES', asOf }, ['county.csv']);
}

function words(source: object, policy?: string, asOf?: number): string {
  return explained(source, policy, asOf)
    .map((each) => printExplanation(each).join('\n'))
    .join('\n\n');
}

describe('explainConvictions', () => {
  it('names the provision that decides, what is presumed, who has the burden, and what is left', () => {
    const text = words({ born: '1970-01-01', record: [{ convicted: '11358 HS', on: '2005-03-01' }] });
    expect(text).toContain('HS 11358, felony, convicted 2005-03-01: dismissed and sealed.');
    expect(text).toMatch(
      /\[HS 11362\.1\(a\)\(3\)\]: met \(presumed\); this decides\. Used: .*presumed \(HS 11361\.8\(b\), \(f\)\)\. Burden: the People must prove more than six plants by clear and convincing evidence\./,
    );
    expect(text).toMatch(/\[HS 11358\(c\)\]: not met \(presumed\)/);
    expect(text).toContain('left should the People disprove what is presumed: redesignated as a misdemeanor.');
  });

  it('says what the People could prove, and what the case file could show', () => {
    expect(words({ born: '1970-01-01', record: [{ convicted: '11358 HS', on: '2005-03-01' }] })).toContain(
      'if the amount proves to be over the limit: redesignated as a misdemeanor.',
    );
    const sale = words({ born: '1970-01-01', record: [{ convicted: '11360(A) HS', on: '2005-03-01' }] });
    expect(sale).toContain('if the People prove a prior of PC 667(e)(2)(C)(iv): not eligible.');
    expect(sale).toContain('if the case file shows a gift or transport of up to 28.5 grams: dismissed and sealed.');
  });

  it('says on which day the answer changes by itself', () => {
    const serving = {
      born: '1970-01-01',
      record: [{ convicted: '11359 HS', on: '2016-10-01', sentence: ['12 Y PRISON'] }],
    };
    expect(words(serving)).toContain('on 2028-10-01, when the sentence ends: redesignated as a misdemeanor.');
    const clean = {
      born: '1985-01-01',
      record: [
        { convicted: '11359 HS', on: '2014-10-01' },
        { convicted: '459 PC', on: '2018-03-02' },
      ],
    };
    expect(words(clean, 'los-angeles-2020')).toContain(
      'on 2028-03-02, 10 years after the conviction of 2018-03-02: dismissed and sealed.',
    );
  });

  it('does not name a way that only one answer of an open fact takes', () => {
    const [found] = explained({ record: [{ convicted: '11359 HS', on: '2016-10-01', sentence: ['12 Y PROBATION'] }] });
    expect(found?.outcome).toBe('recall-and-resentence');
    expect(found?.rules.filter((each) => each.decides).map((each) => each.rule)).toEqual(['hs-11361.8-b-recall']);
  });

  it('does not say that a floor holds under every answer where the People may take it away', () => {
    const registered = {
      born: '1970-01-01',
      record: [
        { convicted: '11359 HS', on: '2005-03-01' },
        { event: 'REGISTRATION', charge: '290 PC', on: '2000-03-01' },
      ],
    };
    const text = words(registered);
    expect(text).toContain('filed now unless the People bring their challenge: redesignated as a misdemeanor.');
    expect(text).not.toContain('holds under every answer');
  });

  it('explains a remedy beside 11361.8 in words, and no evidence twice', () => {
    const text = words({
      born: '1970-01-01',
      record: [{ convicted: '11357(B) HS', on: '2005-03-01', grade: 'MISDEMEANOR' }],
    });
    expect(text).toMatch(
      /records of possession, .* are destroyed two years after the conviction \[HS 11361\.5\(a\)\]: met\./,
    );
    expect(text).not.toContain('hs-11361.5-a');
    expect(text).toContain('amount within the limit: an element of the offense');
  });

  it('explains one count alone', () => {
    const both = {
      born: '1970-01-01',
      record: [
        { convicted: '11358 HS', on: '2005-03-01' },
        { convicted: '11359 HS', on: '2005-03-01' },
      ],
    };
    expect(explained(both)).toHaveLength(2);
    const history = historyOf(lawCase.parse({ name: 'a record to be explained', expect: { outcome: '' }, ...both }));
    const [only] = explainConvictions(
      history,
      loadPolicy('california-statute'),
      { county: 'LOS ANGELES', asOf: 20261101 },
      [],
      '0:102002002000',
    );
    expect(only?.citation).toBe('HS 11359');
  });
});
