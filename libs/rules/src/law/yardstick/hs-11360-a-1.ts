import { yardstickProvision } from '../provision';

/**
 * HS 11360(a)(1): every person under 18 who transports for sale, imports, sells, furnishes, administers, or gives away cannabis is
 * punished as by 11357(b)(1).
 */
export const hs11360a1 = yardstickProvision({
  code: 'hs-11360-a-1',
  citation: 'HS 11360(a)(1)',
  words: 'under 18 transport for sale, sale or furnishing is an infraction',
  reason: 'An infraction today: sale or transport under 18',
  from: '2016-11-09',
  asks: ['offence', 'age'],
  when: ({ offence, age }) => offence === 'sale-or-transport' && age === 'under-18',
  gives: 'infraction',
  mark: 'F',
});
