import { yardstickProvision } from '../provision';

/**
 * HS 11357(a)(2): possession of not more than 28.5 grams of cannabis, or of not more than 8 grams of concentrate, by persons at
 * least 18 but under 21 is an infraction, a fine of not more than $100.
 */
export const hs11357a2 = yardstickProvision({
  code: 'hs-11357-a-2',
  citation: 'HS 11357(a)(2)',
  words: 'at 18 to 20 possession within the limit is an infraction',
  reason: 'An infraction today: possession within the limit at 18 to 20',
  from: '2016-11-09',
  burden:
    'unless the section convicted of says the amount, the People must prove a larger one by clear and convincing evidence',
  asks: ['offence', 'age', 'amount'],
  when: ({ offence, age, amount }) =>
    age === '18-to-20' &&
    (offence === 'possession-up-to-an-ounce' ||
      (amount === 'within-limit' && (offence === 'concentrate' || offence === 'possession-before-1976'))),
  gives: 'infraction',
  mark: 'F',
});
