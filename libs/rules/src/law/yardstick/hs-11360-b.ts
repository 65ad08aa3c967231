import { yardstickProvision } from '../provision';

/**
 * HS 11360(b): a gift, an offer, or the transport of not more than 28.5 grams of cannabis other than concentrate is an infraction, $100.
 */
export const hs11360b = yardstickProvision({
  code: 'hs-11360-b',
  citation: 'HS 11360(b)',
  words: 'under 21 a gift or transport of up to 28.5 grams is an infraction',
  reason: 'An infraction today: gift or transport within the limit under 21',
  from: '2016-11-09',
  asks: ['offence', 'age'],
  when: ({ offence, age }) => offence === 'gift-or-transport-up-to-an-ounce' && age !== '21-and-over',
  gives: 'infraction',
  mark: 'F',
});
