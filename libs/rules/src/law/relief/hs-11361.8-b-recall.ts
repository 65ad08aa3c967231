import { reliefProvision } from '../provision';
import { GRADES } from '../situation';

/**
 * HS 11361.8(a), (b): recall and resentencing where the person "would have been guilty of a lesser offense". The hearing is a
 * post-conviction release proceeding: the victim is told (l).
 */
export const hs11361_8bRecall = reliefProvision({
  code: 'hs-11361.8-b-recall',
  citation: 'HS 11361.8(a), (b)',
  words:
    'while it is served a sentence for what is a lesser offense today is recalled and the person resentenced, unless the person is an unreasonable risk to public safety',
  reason: '',
  from: '2016-11-09',
  burden:
    'the court shall presume the criteria; an unreasonable risk of danger to public safety must be shown by the People with evidence (Saelee)',
  asks: ['door', 'grade'],
  when: ({ door, grade, yardstick }) =>
    door === 'serving' && yardstick !== 'lawful' && GRADES.indexOf(yardstick) < GRADES.indexOf(grade),
  gives: 'recall-and-resentence',
  mark: 'F',
});
