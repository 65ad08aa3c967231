import { type DecidedConviction, type Determination, type Relief, type Standing } from './determination';

/**
 * The relief that is filed now, for papers, letters and counts alike: with an open question the floor (what holds under
 * every answer), and nothing where the conviction is challenged, where relief was given before, or where the court has no record any more. Who files is another
 * matter: each agency gets its own package.
 */
export function reliefFiled(determination: Determination): Relief {
  return determination.noRecord ? 'none' : reliefOwed(determination);
}

/** The same, also where the court has no record any more: what would be filed if it had one. */
export function reliefOwed({ standing, questions, relief, floor }: Determination): Relief {
  if (NOT_FILED.has(standing)) return 'none';
  return questions.length > 0 ? floor : relief;
}

const NOT_FILED: ReadonlySet<Standing> = new Set(['challenged', 'already-relieved', 'granted']);

/** The number under which papers file a conviction: the first of `usableCaseNumbers`; '' when there is none. */
export function filingCaseNumber({ caseNumbers }: Pick<DecidedConviction, 'caseNumbers'>): string {
  for (const column of CASE_NUMBER_COLUMNS) {
    for (const { number, from } of caseNumbers) {
      const usable = from === column ? usableNumber(number) : '';
      if (usable !== '') return usable;
    }
  }
  return '';
}

const CASE_NUMBER_COLUMNS = ['FE_NUM_CRT_CASE', 'OFN'] as const;

/** Without blanks around; '' when it is none. */
function usableNumber(number: string): string {
  const trimmed = number.trim();
  return trimmed.toUpperCase() === 'NULL' ? '' : trimmed;
}

/**
 * The distinct case numbers of a conviction, blanks around removed, the state's `NULL` left out: the court's own numbers
 * (FE_NUM_CRT_CASE) before those of the reporting agency (OFN), each in the order of the record.
 */
export function usableCaseNumbers(conviction: Pick<DecidedConviction, 'caseNumbers'>): readonly string[] {
  const numbers = new Set<string>();
  for (const column of CASE_NUMBER_COLUMNS) {
    for (const { number, from } of conviction.caseNumbers) {
      const usable = from === column ? usableNumber(number) : '';
      if (usable !== '') numbers.add(usable);
    }
  }
  return [...numbers];
}
