import { reliefProvision } from '../provision';
import { GRADES } from '../situation';

/**
 * HS 11361.8(a), (e) ask for "no offense" or "a lesser offense". An offence of equal grade is none, also where the fine is smaller.
 */
export const noLesserOffence = reliefProvision({
  code: 'no-lesser-offence',
  citation: 'HS 11361.8(a), (e)',
  words: 'the Act would have made no lesser offense of it',
  reason: 'No lesser offense',
  from: '2016-11-09',
  asks: ['grade'],
  when: ({ grade, yardstick }) => yardstick !== 'lawful' && GRADES.indexOf(yardstick) >= GRADES.indexOf(grade),
  gives: 'none',
  mark: 'V',
  confirm:
    'Where the record calls a misdemeanor or an infraction what was a straight felony before the Act (11358, 11359, 11360(a)), it is taken as it stands, redesignated before perhaps, and nothing is filed: should the grade be asked for?',
});
