import { yardstickProvision } from '../provision';

/**
 * HS 11357(c): possession by a person 18 years of age or older, within the limit, upon the grounds of a school for kindergarten or
 * grades 1 to 12 during hours is a misdemeanor ($250, a repeat $500 or 10 days). Of equal grade as old 11357(d).
 */
export const hs11357c = yardstickProvision({
  code: 'hs-11357-c',
  citation: 'HS 11357(c)',
  words: 'at 18 and over possession on the grounds of a school is a misdemeanor',
  reason: 'A misdemeanor today: possession at a school',
  from: '2016-11-09',
  asks: ['offence', 'age'],
  when: ({ offence, age }) =>
    age !== 'under-18' && (offence === 'possession-at-school-adult' || offence === 'possession-at-school-minor'),
  gives: 'misdemeanor',
  mark: 'F',
});
