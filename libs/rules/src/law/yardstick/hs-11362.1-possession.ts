import { yardstickProvision } from '../provision';

/**
 * HS 11362.1(a)(1), (2): lawful for persons 21 years of age or older to "possess, process, transport, purchase, obtain, or give
 * away to persons 21 years of age or older without any compensation whatsoever, not more than 28.5 grams of cannabis not in
 * the form of concentrated cannabis", and up to 8 grams of concentrated cannabis. Grams are never on a state row: the amount is
 * presumed (11361.8(f)) unless the section convicted of says it.
 */
export const hs11362_1Possession = yardstickProvision({
  code: 'hs-11362.1-possession',
  citation: 'HS 11362.1(a)(1), (2)',
  words: 'at 21 and over it is lawful to possess up to 28.5 grams of cannabis or 8 grams of concentrate',
  reason: 'Lawful today: possession within the limit at 21 and over',
  from: '2016-11-09',
  burden:
    'unless the section convicted of says the amount, the People must prove a larger one by clear and convincing evidence',
  asks: ['offence', 'age', 'amount'],
  when: ({ offence, age, amount }) =>
    age === '21-and-over' &&
    (offence === 'possession-up-to-an-ounce' ||
      (amount === 'within-limit' && (offence === 'concentrate' || offence === 'possession-before-1976'))),
  gives: 'lawful',
  mark: 'F',
});
