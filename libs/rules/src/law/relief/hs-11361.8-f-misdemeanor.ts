import { reliefProvision } from '../provision';

/**
 * HS 11361.8(f): the court "shall redesignate ... or dismiss and seal"; (h): for all purposes, a misdemeanor.
 */
export const hs11361_8fMisdemeanor = reliefProvision({
  code: 'hs-11361.8-f-misdemeanor',
  citation: 'HS 11361.8(e), (f)',
  words: 'after the sentence a felony that would be a misdemeanor today is redesignated as one',
  reason: '',
  from: '2016-11-09',
  burden:
    'the court shall presume the criteria unless the party opposing proves otherwise by clear and convincing evidence',
  asks: ['door', 'grade'],
  when: ({ door, grade, yardstick }) => door === 'completed' && yardstick === 'misdemeanor' && grade === 'felony',
  gives: 'redesignate-misdemeanor',
  mark: 'V',
  confirm:
    'Where the record calls a felony what the section never made one (old 11357(c) and (d)), the record is taken as it stands and a misdemeanor is filed: or is the record corrected in another way?',
});
