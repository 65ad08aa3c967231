import { found } from '../../engine/criterion';
import { type RemedyProvision } from './remedy';

/**
 * HS 11361.8(m): the section applies equally to juvenile delinquency adjudications and dispositions under WI 602 (from memory).
 * The petition of a matter that was a juvenile court's is on JV-744; a conviction of an adult court keeps CR-400.
 */
export const hs11361_8m: RemedyProvision = {
  code: 'hs-11361.8-m',
  remedy: 'juvenile-petition',
  citation: 'HS 11361.8(m)',
  words: 'under 18 at the offense the matter may be one of the juvenile court, whose form is JV-744',
  from: '2016-11-09',
  mark: 'K+',
  confirm: 'HS 11361.8(m) applies to juvenile adjudications; a row of the adult file under 18 may be one.',
  speaksOf: ({ readings }) => readings.age.possible.includes('under-18'),
  test: ({ readings: { age } }) =>
    found(age.possible.length === 1 ? 'yes' : 'cannot-tell', age.evidence, age.ask ?? 'birth-date'),
};
