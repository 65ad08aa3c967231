import { yardstickProvision } from '../provision';

/**
 * HS 11357(d): possession by a person under 18 upon the grounds of a school is an infraction, punished as (b)(1).
 */
export const hs11357d = yardstickProvision({
  code: 'hs-11357-d',
  citation: 'HS 11357(d)',
  words: 'under 18 possession on the grounds of a school is an infraction',
  reason: 'An infraction today: possession at a school under 18',
  from: '2016-11-09',
  asks: ['offence', 'age'],
  when: ({ offence, age }) =>
    age === 'under-18' && (offence === 'possession-at-school-adult' || offence === 'possession-at-school-minor'),
  gives: 'infraction',
  mark: 'F',
});
