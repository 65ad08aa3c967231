import { yardstickProvision } from '../provision';

/**
 * HS 11359(a): every person under 18 who possesses cannabis for sale is punished as by 11357(b)(1).
 */
export const hs11359a = yardstickProvision({
  code: 'hs-11359-a',
  citation: 'HS 11359(a)',
  words: 'under 18 possession for sale is an infraction',
  reason: 'An infraction today: possession for sale under 18',
  from: '2016-11-09',
  asks: ['offence', 'age'],
  when: ({ offence, age }) => offence === 'possession-for-sale' && age === 'under-18',
  gives: 'infraction',
  mark: 'F',
});
