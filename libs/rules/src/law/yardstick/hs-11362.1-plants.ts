import { yardstickProvision } from '../provision';

/**
 * HS 11362.1(a)(3): lawful for persons 21 years of age or older to "possess, plant, cultivate, harvest, dry, or process" up to six
 * living plants and what they produce (quoted from memory). The number of plants is never on a state row: it is presumed.
 */
export const hs11362_1Plants = yardstickProvision({
  code: 'hs-11362.1-plants',
  citation: 'HS 11362.1(a)(3)',
  words: 'at 21 and over it is lawful to cultivate up to six plants',
  reason: 'Lawful today: up to six plants at 21 and over',
  from: '2016-11-09',
  burden: 'the People must prove more than six plants by clear and convincing evidence',
  asks: ['offence', 'age', 'amount'],
  when: ({ offence, age, amount }) => offence === 'cultivation' && age === '21-and-over' && amount === 'within-limit',
  gives: 'lawful',
  mark: 'F',
});
