import { reliefProvision } from '../provision';

/**
 * HS 11361.8(b): the court "shall grant the petition to recall the sentence or dismiss the sentence because it is legally invalid
 * unless the court determines that granting the petition would pose an unreasonable risk of danger to public safety", that is, of a
 * new offence of PC 667(e)(2)(C)(iv); People v. Saelee (2018) 28 Cal.App.5th 744.
 */
export const hs11361_8bDismiss = reliefProvision({
  code: 'hs-11361.8-b-dismiss',
  citation: 'HS 11361.8(a), (b)',
  words:
    'while it is served a sentence for what is lawful today is dismissed, unless the person is an unreasonable risk to public safety',
  reason: '',
  from: '2016-11-09',
  burden:
    'the court shall presume the criteria; an unreasonable risk of danger to public safety must be shown by the People with evidence (Saelee)',
  asks: ['door'],
  when: ({ door, yardstick }) => door === 'serving' && yardstick === 'lawful',
  gives: 'dismiss-sentence',
  mark: 'F',
});
