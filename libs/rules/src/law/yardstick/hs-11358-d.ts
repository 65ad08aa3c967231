import { yardstickProvision } from '../provision';

/**
 * HS 11358(d): notwithstanding (c), more than six plants "may be punished by imprisonment pursuant to subdivision (h) of Section
 * 1170" where (1) the person has a prior conviction of PC 667(e)(2)(C)(iv) or of an offence requiring registration under PC 290(c),
 * (2) two or more priors under (c), or (3) the offence broke certain environmental laws. It says nothing of six plants or less.
 */
export const hs11358d = yardstickProvision({
  code: 'hs-11358-d',
  citation: 'HS 11358(d)',
  words: 'with more than six plants and a listed prior conviction it may be a felony',
  reason: 'May be a felony today: HS 11358(d)',
  from: '2016-11-09',
  burden:
    'the People must prove more than six plants, and the prior or the harm to the environment, by clear and convincing evidence',
  overrides: ['hs-11358-c'],
  asks: ['offence', 'age', 'amount', 'prior'],
  when: ({ offence, age, amount, prior }) =>
    offence === 'cultivation' && age !== 'under-18' && amount === 'over-limit' && prior !== 'none',
  gives: 'felony',
  mark: 'F',
});
