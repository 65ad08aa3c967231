import { type DecidedConviction, type Determination, type Relief, type Standing } from './determination';

/**
 * The relief that this office files now, for papers, letters and counts alike: the floor (what holds under every answer
 * to an open question), and nothing where another agency decides, where the conviction is challenged, or where relief
 * was given before.
 */
export function reliefFiled(determination: Determination): Relief {
  if (determination.outcome === 'refer-to-other-prosecutor') return 'none';
  return NOT_FILED.has(determination.standing) ? 'none' : determination.floor;
}

const NOT_FILED: ReadonlySet<Standing> = new Set(['challenged', 'already-relieved', 'granted']);

/** The number under which papers file a conviction: the first of `usableCaseNumbers`; '' when there is none. */
export function filingCaseNumber(conviction: Pick<DecidedConviction, 'caseNumbers'>): string {
  return usableCaseNumbers(conviction)[0] ?? '';
}

/**
 * The distinct case numbers of a conviction, blanks around removed, the state's `NULL` left out: the court's own numbers
 * (FE_NUM_CRT_CASE) before those of the reporting agency (OFN), each in the order of the record.
 */
export function usableCaseNumbers(conviction: Pick<DecidedConviction, 'caseNumbers'>): readonly string[] {
  const numbers = new Set<string>();
  for (const column of ['FE_NUM_CRT_CASE', 'OFN'] as const) {
    for (const { number, from } of conviction.caseNumbers) {
      const trimmed = number.trim();
      if (from === column && trimmed !== '' && trimmed.toUpperCase() !== 'NULL') numbers.add(trimmed);
    }
  }
  return [...numbers];
}
