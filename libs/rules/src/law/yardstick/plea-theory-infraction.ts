import { yardstickProvision } from '../provision';

/**
 * HS 11361.8(a): the plea is measured as what it stood for. Under 18 every offense of 11357 to 11360 is an infraction, and at 18 to
 * 20 what is within the limit.
 */
export const pleaTheoryInfraction = yardstickProvision({
  code: 'plea-theory-infraction',
  citation: 'HS 11361.8(a), (b)',
  words: 'while a sentence is served a plea that stands for what is an infraction today is measured as it',
  reason: 'An infraction today: what the plea stands for',
  from: '2016-11-09',
  asks: ['offence', 'reach', 'age', 'amount'],
  when: ({ offence, reach, age, amount }) =>
    offence === 'related' &&
    reach === 'reached' &&
    (age === 'under-18' || (age === '18-to-20' && amount === 'within-limit')),
  gives: 'infraction',
  mark: 'K~',
  confirm: 'Is a plea to a related section measured as the cannabis offense for which it stood?',
});
