import { isCaseNumber } from '../assembly/numbers-of-count';
import { type CaseNumber, type Count } from '../history';
import { type CycleDraft, type PlacedCount } from './placed-count';
import { lettersAndDigits, sameCase } from './same-case';

/** One case of a county, as two sources write its number. */
interface CaseOfTwoSources {
  readonly county: string;
  readonly spellings: Set<string>;
}

/**
 * Gives the counts of one case one number, so that there is one paper for it: the way of writing that says most, in front of the
 * others as the court's own. A number that could be of two cases stays as it is.
 */
export function spellCasesAlike(
  cycles: readonly CycleDraft[],
  base: readonly PlacedCount[],
  other: readonly PlacedCount[],
): void {
  const cases = casesOfBoth(base, other);
  if (cases.length === 0) return;
  for (const { steps } of cycles)
    for (const step of steps) {
      const county = step.agency.county.trim().toUpperCase();
      step.counts = step.counts.map((count) =>
        withOneSpelling(
          count,
          cases.filter((each) => each.county === county),
        ),
      );
    }
}

function casesOfBoth(base: readonly PlacedCount[], other: readonly PlacedCount[]): readonly CaseOfTwoSources[] {
  const cases: CaseOfTwoSources[] = [];
  for (const { county, number } of numbersOf(other)) {
    const known = numbersOf(base).filter((each) => each.county === county && sameCase(each.number, number) !== 'no');
    const exact = known.filter((each) => sameCase(each.number, number) === 'same');
    const meant = exact.length > 0 ? exact : known;
    const [first] = meant;
    if (!first || meant.some((each) => sameCase(each.number, first.number) === 'no')) continue;
    const found = cases.find((each) => each.county === county && meant.some((one) => each.spellings.has(one.number)));
    const { spellings } = found ?? { spellings: new Set<string>() };
    for (const each of meant) spellings.add(each.number);
    spellings.add(number);
    if (!found) cases.push({ county, spellings });
  }
  return cases;
}

function numbersOf(counts: readonly PlacedCount[]): readonly { readonly county: string; readonly number: string }[] {
  const found = new Map<string, { readonly county: string; readonly number: string }>();
  for (const { county, numbers, ofCourt } of counts)
    if (ofCourt && county !== '') for (const number of numbers) found.set(`${county}\0${number}`, { county, number });
  return [...found.values()];
}

function withOneSpelling(count: Count, cases: readonly CaseOfTwoSources[]): Count {
  const of = cases.find(({ spellings }) => count.caseNumbers.some(({ number }) => spellings.has(number.trim())));
  if (!of) return count;
  const [fullest = ''] = [...of.spellings].sort((a, b) => lettersAndDigits(b) - lettersAndDigits(a));
  if (firstUsed(count.caseNumbers) === fullest) return count;
  const own: CaseNumber = { number: fullest, from: 'FE_NUM_CRT_CASE' };
  const rest = count.caseNumbers.filter(({ number, from }) => number !== own.number || from !== own.from);
  const doubts = count.doubts?.filter((each) => each !== 'case-number') ?? [];
  const { doubts: _, ...settled } = count;
  return { ...settled, caseNumbers: [own, ...rest], ...(doubts.length === 0 ? {} : { doubts }) };
}

/** The number that papers use: the court's own before those of the reporting agency. */
function firstUsed(numbers: readonly CaseNumber[]): string {
  const usable = numbers.filter(isCaseNumber);
  return (usable.find(({ from }) => from === 'FE_NUM_CRT_CASE') ?? usable[0])?.number.trim() ?? '';
}
