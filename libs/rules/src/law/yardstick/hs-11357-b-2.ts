import { yardstickProvision } from '../provision';

/**
 * HS 11357(b)(2): possession of more than 28.5 grams of cannabis, or of more than 8 grams of concentrate, by a person 18 years of
 * age or older is a misdemeanor, six months or $500.
 */
export const hs11357b2 = yardstickProvision({
  code: 'hs-11357-b-2',
  citation: 'HS 11357(b)(2)',
  words: 'at 18 and over possession over the limit is a misdemeanor',
  reason: 'A misdemeanor today: possession over the limit',
  from: '2016-11-09',
  asks: ['offence', 'age', 'amount', 'origin'],
  when: ({ offence, age, amount, origin }) =>
    age !== 'under-18' &&
    !(age === '21-and-over' && origin === 'home-grown' && offence !== 'concentrate') &&
    (offence === 'possession-over-an-ounce' ||
      (amount === 'over-limit' && (offence === 'concentrate' || offence === 'possession-before-1976'))),
  gives: 'misdemeanor',
  mark: 'F',
});
