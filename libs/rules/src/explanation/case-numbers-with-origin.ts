import { type CaseNumber } from '@clearway/record';
import { type DecidedConviction } from '../engine/determination';

/** A number of a case, and every column of the state in which it stands for the conviction. */
export interface NumberWithOrigin {
  readonly number: string;
  readonly from: readonly CaseNumber['from'][];
}

/** Each number once, in the order of the record, blanks around removed. */
export function caseNumbersWithOrigin({ caseNumbers }: Pick<DecidedConviction, 'caseNumbers'>): readonly NumberWithOrigin[] {
  const found = new Map<string, Set<CaseNumber['from']>>();
  for (const { number, from } of caseNumbers) {
    const trimmed = number.trim();
    if (trimmed === '') continue;
    const columns = found.get(trimmed) ?? new Set();
    found.set(trimmed, columns.add(from));
  }
  return Array.from(found, ([number, from]) => ({ number, from: [...from] }));
}
