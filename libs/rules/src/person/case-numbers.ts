import { type CaseNumber, numbersOfCount } from '@clearway/record';
import { type Conviction } from './convictions';

/** The case numbers of a conviction: see `numbersOfCount`. */
export function caseNumbersOf({ count, step }: Pick<Conviction, 'count' | 'step'>): readonly CaseNumber[] {
  return numbersOfCount(count, step);
}
