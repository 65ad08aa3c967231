import { yardstickProvision } from '../provision';

/**
 * HS 11360(a)(2): every person 18 years of age or over: a misdemeanor, six months or $500. A sale of any amount is one. Old 11360(b)
 * took the gift and the transport of up to 28.5 grams, so that the elements of old (a) allow nothing less, but for a gift of up to
 * 8 grams of concentrate: that is not presumed, and stands under what would change the answer.
 */
export const hs11360a2 = yardstickProvision({
  code: 'hs-11360-a-2',
  citation: 'HS 11360(a)(2)',
  words: 'at 18 and over transport for sale, sale or furnishing is a misdemeanor',
  reason: 'A misdemeanor today: sale or transport',
  from: '2016-11-09',
  asks: ['offence', 'age'],
  when: ({ offence, age }) => offence === 'sale-or-transport' && age !== 'under-18',
  gives: 'misdemeanor',
  mark: 'F',
});
