import { type CaseNumber } from '@clearway/record';
import { type Conviction } from './convictions';

/**
 * The case numbers of a conviction. The state writes a court's number on the first count of a court action only, so a
 * count without one of its own has those of its step; a count that has its own keeps to it.
 */
export function caseNumbersOf({ count, step }: Pick<Conviction, 'count' | 'step'>): readonly CaseNumber[] {
  if (count.caseNumbers.some(isNumber) || step.type !== 'court-action') return count.caseNumbers;
  const found: CaseNumber[] = [];
  for (const each of step.counts.flatMap(({ caseNumbers }) => caseNumbers)) {
    if (isNumber(each) && !found.some((one) => one.number === each.number && one.from === each.from)) found.push(each);
  }
  return found;
}

function isNumber({ number }: CaseNumber): boolean {
  const trimmed = number.trim();
  return trimmed !== '' && trimmed.toUpperCase() !== 'NULL';
}
