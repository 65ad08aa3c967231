import { type PairLevels } from '../compare/compare-pair';
import { levelCode, MISSING } from '../model/model-source';
import { type Weighing } from '../model/weighing';
import { type UnitTable } from '../table/unit-table';

export type Answer = 'same' | 'different' | 'ask';

/** Why the weights alone do not answer. `contradiction` kinds keep two people apart whatever else agrees. */
export type Guard =
  | 'two-ciis'
  | 'number'
  | 'doubted-number'
  | 'twins'
  | 'generation'
  | 'suffixes'
  | 'sexes'
  | 'middles'
  | 'defendants'
  | 'thin'
  | 'none';

const FIRST_SAME = levelCode('first', 'same');
const FIRST_DIFFERENT = levelCode('first', 'different');
const LAST_SAME = levelCode('last', 'same');
const LAST_DIFFERENT = levelCode('last', 'different');
const MIDDLE_DIFFERENT = levelCode('middle', 'different');
const SUFFIX_DIFFERENT = levelCode('suffix', 'different');
const SUFFIX_ONE_MISSING = levelCode('suffix', 'one-missing');
const BIRTH_SAME = levelCode('birth', 'same');
const BIRTH_YEAR_ONLY = levelCode('birth', 'year-only');
const BIRTH_FAR = levelCode('birth', 'far');
const CASE_SAME = levelCode('case', 'same');
const SEX_DIFFERENT = levelCode('sex', 'different');
const SSN_SAME = levelCode('ssn', 'same');

/** Do the records say that these are two people? Family members agree in much: what tells them apart goes before the sum. */
export function contradiction(levels: PairLevels): Guard {
  const { name, birth } = levels;
  if (name.suffix === SUFFIX_DIFFERENT && birth !== BIRTH_SAME) return 'suffixes';
  if (levels.ssn === SSN_SAME) return 'none';
  if (
    birth === BIRTH_SAME &&
    name.last !== LAST_DIFFERENT &&
    name.first === FIRST_DIFFERENT &&
    levels.case !== CASE_SAME
  )
    return 'twins';
  if (birth === BIRTH_FAR) return 'generation';
  return 'none';
}

/** What keeps a pair from being joined without a person, whatever its weight. */
function doubt(levels: PairLevels, isStrong: boolean): Guard {
  const { name, birth } = levels;
  if (name.suffix === SUFFIX_DIFFERENT) return 'suffixes';
  if (birth === BIRTH_FAR) return 'generation';
  const numbered = haveNumberInCommon(levels);
  // Twins of two sexes have names that are alike, never the same one.
  const exact = name.first === FIRST_SAME && birth === BIRTH_SAME;
  // A clerk who lists two defendants in one case means two people: father and son may both be without birth date and suffix.
  if (levels.listedTogether && !exact) return 'defendants';
  if (name.first === FIRST_DIFFERENT || name.first === MISSING) return birth === BIRTH_SAME ? 'twins' : 'thin';
  // Another family name: a marriage, or a stranger of one birth date. In one case, with one first name, there is no stranger.
  if (name.last === LAST_DIFFERENT || name.last === MISSING) {
    const isMarried = exact && numbered && levels.sex !== SEX_DIFFERENT && name.middle !== MIDDLE_DIFFERENT;
    return isMarried && name.last !== MISSING ? 'none' : 'thin';
  }
  // One name and one birth date of two sexes are two people as often as a slip: only a number tells which.
  if (levels.sex === SEX_DIFFERENT && !(numbered && name.first === FIRST_SAME)) return 'sexes';
  if (name.middle === MIDDLE_DIFFERENT && !numbered) return exact && name.last === LAST_SAME ? 'middles' : 'twins';
  // Father and son in one case, one of them without a birth date.
  if (name.suffix === SUFFIX_ONE_MISSING && birth > BIRTH_YEAR_ONLY) return 'suffixes';
  if (birth === BIRTH_YEAR_ONLY && name.middle === MISSING && !numbered && !isStrong) return 'thin';
  return birth <= BIRTH_YEAR_ONLY || numbered ? 'none' : 'thin';
}

/** Why no third record may make these two one person: beside contradictions, what looks like brothers, and two sexes. */
export function keepsApart(levels: PairLevels): Guard {
  const apart = contradiction(levels);
  if (apart !== 'none') return apart;
  const guard = doubt(levels, true);
  if (guard === 'twins' || guard === 'defendants') return guard;
  // Twins of two sexes: names that are alike and not the same.
  if (guard === 'sexes') return levels.name.first === FIRST_SAME ? 'sexes' : 'twins';
  return 'none';
}

/** A case or a social security number in common. */
export function haveNumberInCommon(levels: Pick<PairLevels, 'case' | 'ssn'>): boolean {
  return levels.case === CASE_SAME || levels.ssn === SSN_SAME;
}

/** Bits above the threshold from which a name and a year of birth are enough. */
const STRONGER = 5;

/** The answer for a pair whose weights and prior sum to `odds` bits. */
export function answerOf(levels: PairLevels, odds: number, weighing: Weighing): { answer: Answer; guard: Guard } {
  const apart = contradiction(levels);
  if (apart !== 'none') return { answer: 'different', guard: apart };
  if (odds < weighing.askFrom) return { answer: 'different', guard: 'none' };
  const guard = doubt(levels, odds >= weighing.sameFrom + STRONGER);
  return { answer: odds >= joinsFrom(levels, weighing) && guard === 'none' ? 'same' : 'ask', guard };
}

/** Where neither a number nor the whole birth date is the same, nothing is sure of itself: such a join must be stronger. */
function joinsFrom(levels: PairLevels, { sameFrom, sameFromUnsure }: Weighing): number {
  return levels.birth === BIRTH_SAME || haveNumberInCommon(levels) ? sameFrom : sameFromUnsure;
}

/** The answer for two units of which numbers say something that goes before the weights; undefined where they do not. */
export function answerOfNumbers(
  units: UnitTable,
  one: number,
  other: number,
  levels: PairLevels,
  odds: number,
  weighing: Weighing,
): { answer: Answer; guard: Guard } | undefined {
  if (units.areTwoNumbers(one, other)) return { answer: 'different', guard: 'two-ciis' };
  if (!units.isNumberDoubted(one, other)) return undefined;
  if (units.numberOf(one) === units.numberOf(other)) return { answer: 'ask', guard: 'number' };
  const { answer } = answerOf(levels, odds, weighing);
  return { answer: answer === 'different' ? 'different' : 'ask', guard: 'doubted-number' };
}
