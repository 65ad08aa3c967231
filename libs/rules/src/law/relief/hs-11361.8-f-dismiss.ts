import { reliefProvision } from '../provision';

/**
 * HS 11361.8(e): a person who has completed the sentence "may file an application ... to have the conviction dismissed and sealed
 * because the prior conviction is now legally invalid or redesignated as a misdemeanor or infraction" (from memory); (f): the court
 * "shall redesignate ... or dismiss and seal". There is no test of dangerousness, and no hearing unless asked for (g).
 */
export const hs11361_8fDismiss = reliefProvision({
  code: 'hs-11361.8-f-dismiss',
  citation: 'HS 11361.8(e), (f)',
  words:
    'after the sentence a conviction of what is lawful today is dismissed and sealed, because it is legally invalid',
  reason: '',
  from: '2016-11-09',
  burden:
    'the court shall presume the criteria unless the party opposing proves otherwise by clear and convincing evidence',
  asks: ['door'],
  when: ({ door, yardstick }) => door === 'completed' && yardstick === 'lawful',
  gives: 'dismiss-and-seal',
  mark: 'V',
});
