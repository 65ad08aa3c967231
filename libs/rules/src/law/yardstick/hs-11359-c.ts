import { yardstickProvision } from '../provision';

/**
 * HS 11359(c): notwithstanding (b), a person 18 years of age or over "may be punished by imprisonment pursuant to subdivision (h) of
 * Section 1170" with (1) "one or more prior convictions for an offense specified in clause (iv) of subparagraph (C) of paragraph (2)
 * of subdivision (e) of Section 667" or "for an offense requiring registration pursuant to subdivision (c) of Section 290", (2) "two
 * or more prior convictions under subdivision (b)", or (3) a "knowing sale or attempted sale of cannabis to a person under the age
 * of 18". (d): a person of 21 or over who knowingly uses a person of 20 or younger. A row shows (1) and (2) only.
 */
export const hs11359c = yardstickProvision({
  code: 'hs-11359-c',
  citation: 'HS 11359(c)',
  words: 'with a listed prior conviction possession for sale may be a felony',
  reason: 'May be a felony today: HS 11359(c)',
  from: '2016-11-09',
  burden:
    'the People must prove the prior, or a sale to a person under 18, or the use of a person of 20 or younger, by clear and convincing evidence',
  overrides: ['hs-11359-b'],
  asks: ['offence', 'age', 'prior'],
  when: ({ offence, age, prior }) => offence === 'possession-for-sale' && age !== 'under-18' && prior !== 'none',
  gives: 'felony',
  mark: 'F',
});
