import { yardstickProvision } from '../provision';

/**
 * HS 11360(a)(3): a person 18 years of age or over may be punished under PC 1170(h) with (A) a prior of PC 667(e)(2)(C)(iv) or of
 * an offence requiring registration under PC 290(c), (B) two or more priors under (a)(2), (C) a knowing sale, attempt, offer or gift
 * to a person under 18, (D) import or export, or transport for sale out of the state, of more than 28.5 grams. A row shows (A) and
 * (B) only.
 */
export const hs11360a3 = yardstickProvision({
  code: 'hs-11360-a-3',
  citation: 'HS 11360(a)(3)',
  words: 'with a listed prior conviction sale or transport may be a felony',
  reason: 'May be a felony today: HS 11360(a)(3)',
  from: '2016-11-09',
  burden:
    'the People must prove the prior, or a sale or gift to a person under 18, or import or export of more than 28.5 grams, by clear and convincing evidence',
  overrides: ['hs-11360-a-2'],
  asks: ['offence', 'age', 'prior'],
  when: ({ offence, age, prior }) => offence === 'sale-or-transport' && age !== 'under-18' && prior !== 'none',
  gives: 'felony',
  mark: 'F',
});
