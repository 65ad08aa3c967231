import { earliestDay, latestDay, MISSING_DATE, printDate } from '@clearway/record';
import { fact, found, type FactsAsked } from '../../engine/criterion';
import { type RemedyProvision } from './remedy';
import { areTwoYearsOver } from './two-years';

const BEFORE = 19760101;

/**
 * HS 11361.5(b): for convictions of before January 1, 1976 of 11357 or a statutory predecessor the person may apply to the Department
 * of Justice for the destruction of the records, two or more years after the conviction (from memory).
 */
export const hs11361_5b: RemedyProvision = {
  code: 'hs-11361.5-b',
  remedy: 'destruction',
  citation: 'HS 11361.5(b)',
  words: 'records of possession before 1976 are destroyed when the person applies to the Department of Justice',
  from: '1977-01-01',
  mark: 'K~',
  confirm: 'Are records of convictions of 11357 and 11530 of before 1976 destroyed on application to the Department?',
  speaksOf: ({ readings, conviction: { date } }) =>
    readings.form.possible[0] === 'offence' &&
    readings.offence.possible.includes('possession-before-1976') &&
    (date === MISSING_DATE || earliestDay(date) < BEFORE),
  test: ({ readings, conviction, asOf }) => {
    const { date } = conviction;
    const facts: FactsAsked = () => [
      ...readings.offence.evidence(),
      fact('conviction date', printDate(date) || 'missing', conviction.row),
    ];
    if (readings.form.possible.length > 1) return found('cannot-tell', facts, 'form');
    if (readings.offence.possible.length > 1) return found('cannot-tell', facts, 'section');
    if (date === MISSING_DATE || latestDay(date) >= BEFORE) return found('cannot-tell', facts, 'conviction-date');
    return found(areTwoYearsOver(date, asOf), facts, 'conviction-date');
  },
};
