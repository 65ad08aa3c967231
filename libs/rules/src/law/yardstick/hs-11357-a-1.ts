import { yardstickProvision } from '../provision';

/**
 * HS 11357(a)(1) and (b)(1): possession by a person under 18, within the limit or over it, is an infraction (drug education and
 * community service).
 */
export const hs11357a1 = yardstickProvision({
  code: 'hs-11357-a-1',
  citation: 'HS 11357(a)(1), (b)(1)',
  words: 'under 18 possession of any amount is an infraction',
  reason: 'An infraction today: possession under 18',
  from: '2016-11-09',
  asks: ['offence', 'age'],
  when: ({ offence, age }) =>
    age === 'under-18' &&
    (offence === 'concentrate' ||
      offence === 'possession-up-to-an-ounce' ||
      offence === 'possession-over-an-ounce' ||
      offence === 'possession-before-1976'),
  gives: 'infraction',
  mark: 'F',
});
