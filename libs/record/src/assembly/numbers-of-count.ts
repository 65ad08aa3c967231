import { type CaseNumber, type Count, type Step } from '../history';

/**
 * The case numbers of a count. The state writes a court's number on the first count of a court action only, so a
 * count without one of its own has those of its step; a count that has its own keeps to it.
 */
export function numbersOfCount(
  count: Pick<Count, 'caseNumbers'>,
  step: Pick<Step, 'type' | 'counts'>,
): readonly CaseNumber[] {
  if (count.caseNumbers.some(isCaseNumber) || step.type !== 'court-action') return count.caseNumbers;
  const found: CaseNumber[] = [];
  for (const each of step.counts.flatMap(({ caseNumbers }) => caseNumbers)) {
    if (isCaseNumber(each) && !found.some((one) => one.number === each.number && one.from === each.from))
      found.push(each);
  }
  return found;
}

/** Does a source say anything there? The state writes `NULL`. */
export function isCaseNumber({ number }: Pick<CaseNumber, 'number'>): boolean {
  const trimmed = number.trim();
  return trimmed !== '' && trimmed.toUpperCase() !== 'NULL';
}
