import { yardstickProvision } from '../provision';

/**
 * HS 11361.8(a): the plea is measured as what it stood for. A sale, a possession for sale, and more than the limit are
 * misdemeanors today: the least that a plea to a felony is given once an attorney finds that it stood for cannabis.
 */
export const pleaTheoryMisdemeanor = yardstickProvision({
  code: 'plea-theory-misdemeanor',
  citation: 'HS 11361.8(a), (b)',
  words: 'while a sentence is served a plea that stands for what is a misdemeanor today is measured as it',
  reason: 'A misdemeanor today: what the plea stands for',
  from: '2016-11-09',
  asks: ['offence', 'reach', 'age', 'amount'],
  when: ({ offence, reach, age, amount }) =>
    offence === 'related' && reach === 'reached' && age !== 'under-18' && amount === 'over-limit',
  gives: 'misdemeanor',
  mark: 'K~',
  confirm:
    'Is a plea to a related section (HS 11366 and the like) that stood for a sale measured as the misdemeanor that the sale is today, also where the person has a prior of PC 667(e)(2)(C)(iv) or PC 290(c)?',
});
