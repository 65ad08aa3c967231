import { yardstickProvision } from '../provision';

/**
 * HS 11358(c): a person 18 years of age or older with more than six living plants: a misdemeanor, six months or $500.
 */
export const hs11358c = yardstickProvision({
  code: 'hs-11358-c',
  citation: 'HS 11358(c)',
  words: 'at 18 and over cultivation of more than six plants is a misdemeanor',
  reason: 'A misdemeanor today: more than six plants',
  from: '2016-11-09',
  asks: ['offence', 'age', 'amount'],
  when: ({ offence, age, amount }) => offence === 'cultivation' && age !== 'under-18' && amount === 'over-limit',
  gives: 'misdemeanor',
  mark: 'F',
});
