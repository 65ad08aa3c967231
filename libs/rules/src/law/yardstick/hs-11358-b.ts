import { yardstickProvision } from '../provision';

/**
 * HS 11358(b): a person at least 18 but under 21 with not more than six living plants: an infraction, $100.
 */
export const hs11358b = yardstickProvision({
  code: 'hs-11358-b',
  citation: 'HS 11358(b)',
  words: 'at 18 to 20 cultivation of up to six plants is an infraction',
  reason: 'An infraction today: up to six plants at 18 to 20',
  from: '2016-11-09',
  burden: 'the People must prove more than six plants by clear and convincing evidence',
  asks: ['offence', 'age', 'amount'],
  when: ({ offence, age, amount }) => offence === 'cultivation' && age === '18-to-20' && amount === 'within-limit',
  gives: 'infraction',
  mark: 'F',
});
