import { yardstickProvision } from '../provision';

/**
 * HS 11359(b): every person 18 years of age or over who possesses cannabis for sale: a misdemeanor, six months or $500. The amount
 * does not matter.
 */
export const hs11359b = yardstickProvision({
  code: 'hs-11359-b',
  citation: 'HS 11359(b)',
  words: 'at 18 and over possession for sale is a misdemeanor',
  reason: 'A misdemeanor today: possession for sale',
  from: '2016-11-09',
  asks: ['offence', 'age'],
  when: ({ offence, age }) => offence === 'possession-for-sale' && age !== 'under-18',
  gives: 'misdemeanor',
  mark: 'F',
});
