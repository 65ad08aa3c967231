import { reliefProvision } from '../provision';

/**
 * HS 11361.8(f): the court "shall redesignate ... or dismiss and seal"; (h): for all purposes, an infraction.
 */
export const hs11361_8fInfraction = reliefProvision({
  code: 'hs-11361.8-f-infraction',
  citation: 'HS 11361.8(e), (f)',
  words: 'after the sentence a misdemeanor or felony that would be an infraction today is redesignated as one',
  reason: '',
  from: '2016-11-09',
  burden:
    'the court shall presume the criteria unless the party opposing proves otherwise by clear and convincing evidence',
  asks: ['door', 'grade'],
  when: ({ door, grade, yardstick }) => door === 'completed' && yardstick === 'infraction' && grade !== 'infraction',
  gives: 'redesignate-infraction',
  mark: 'V',
});
