import { yardstickProvision } from '../provision';

/**
 * HS 11362.2(a)(2): living plants, and cannabis produced by them in excess of 28.5 grams, are kept within the person's private
 * residence or upon its grounds. So old 11357(c) is neither surely lawful nor surely an offence: a question, without a floor.
 */
export const hs11362_2HomeGrown = yardstickProvision({
  code: 'hs-11362.2-home-grown',
  citation: 'HS 11362.2(a)(2)',
  words: 'at 21 and over more than 28.5 grams are lawful at home when six plants gave them',
  reason: 'Lawful today: the produce of six plants, at home',
  from: '2016-11-09',
  burden: 'the court presumes the criteria; the People must disprove them by clear and convincing evidence',
  asks: ['offence', 'age', 'amount', 'origin'],
  when: ({ offence, age, amount, origin }) =>
    age === '21-and-over' &&
    origin === 'home-grown' &&
    (offence === 'possession-over-an-ounce' || (offence === 'possession-before-1976' && amount === 'over-limit')),
  gives: 'lawful',
  mark: 'V',
});
