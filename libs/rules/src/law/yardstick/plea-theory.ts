import { yardstickProvision } from '../provision';

/**
 * HS 11361.8(a): "a person currently serving a sentence for a conviction, whether by trial or by open or negotiated plea, who would
 * not have been guilty of an offense ..." names no list of the sections convicted of, as (e) does. An attorney reads the plea, and what it stood for: only what is
 * lawful today at 21 and over leaves no offense; a sale is a lesser one (plea-theory-infraction, plea-theory-misdemeanor).
 */
export const pleaTheory = yardstickProvision({
  code: 'plea-theory',
  citation: 'HS 11361.8(a), (b)',
  words: 'while a sentence is served a plea that stands for cannabis that is lawful today is measured as it',
  reason: 'Lawful today: what the plea stands for',
  from: '2016-11-09',
  asks: ['offence', 'reach', 'age', 'amount'],
  when: ({ offence, reach, age, amount }) =>
    offence === 'related' && reach === 'reached' && age === '21-and-over' && amount === 'within-limit',
  gives: 'lawful',
  mark: 'K~',
  confirm:
    'Does the door of those who serve a sentence reach pleas to HS 11364, 11365, 11366, 11366.5, 11379.6 and VC 23222(b) in a case of cannabis?',
});
