import { yardstickProvision } from '../provision';

/**
 * HS 11362.1(a)(1): lawful for persons 21 years of age or older to "possess, process, transport, purchase, obtain, or give away to
 * persons 21 years of age or older without any compensation whatsoever, not more than 28.5 grams". Old 11360(b) says the amount.
 */
export const hs11362_1Gift = yardstickProvision({
  code: 'hs-11362.1-gift',
  citation: 'HS 11362.1(a)(1)',
  words: 'at 21 and over it is lawful to transport or give away up to 28.5 grams',
  reason: 'Lawful today: gift or transport within the limit at 21 and over',
  from: '2016-11-09',
  burden: 'the People must prove a gift to a person under 21 by clear and convincing evidence',
  asks: ['offence', 'age'],
  when: ({ offence, age }) => offence === 'gift-or-transport-up-to-an-ounce' && age === '21-and-over',
  gives: 'lawful',
  mark: 'F',
});
