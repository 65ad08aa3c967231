import { yardstickProvision } from '../provision';

/**
 * HS 11358(a): a person under 18 who plants, cultivates, harvests, dries, or processes cannabis plants is punished as by 11357(b)(1).
 */
export const hs11358a = yardstickProvision({
  code: 'hs-11358-a',
  citation: 'HS 11358(a)',
  words: 'under 18 cultivation is an infraction',
  reason: 'An infraction today: cultivation under 18',
  from: '2016-11-09',
  asks: ['offence', 'age'],
  when: ({ offence, age }) => offence === 'cultivation' && age === 'under-18',
  gives: 'infraction',
  mark: 'F',
});
