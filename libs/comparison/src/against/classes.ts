import { type OldAnswer } from '@clearway/earlier-tools';
import { type DecidedConviction, isBetter, type Relief, reliefFiled } from '@clearway/rules';

/** What the statute of today says of an old answer. Every conviction of either side has exactly one. */
export const AGAINST_CLASSES = [
  'same',
  'still-owed',
  'owed-more',
  'date-missing',
  'beyond-the-statute',
  'question',
  'settled',
  'not-in-old',
  'old-only',
] as const;
export type AgainstClass = (typeof AGAINST_CLASSES)[number];

export const CLASS_WORDS: Readonly<Record<AgainstClass, string>> = {
  same: 'The same then and now',
  'still-owed': 'Still owed relief: the old results gave none',
  'owed-more': 'Owed more than the old results gave',
  'date-missing': 'Cleared because a date was missing',
  'beyond-the-statute': 'Given beyond the statute',
  question: 'A question: the record cannot tell',
  settled: 'Settled: the record shows relief by a court',
  'not-in-old': 'Not in the old results',
  'old-only': 'In the old results only',
};

/** Relief of those who still serve, beside that of those who have completed: compared by what it does, not by its door. */
const BESIDE: Partial<Record<Relief, Relief>> = {
  'recall-and-resentence': 'redesignate-misdemeanor',
  'dismiss-sentence': 'dismiss-and-seal',
};

/**
 * The class of a pair.
 *
 * @param missingDate did the old tool take a missing date for the year 1, and was that its reason?
 */
export function classOf(
  old: OldAnswer | undefined,
  now: DecidedConviction | undefined,
  missingDate: () => boolean,
): AgainstClass {
  if (!now) return 'old-only';
  if (!old) return 'not-in-old';
  const { determination } = now;
  if (determination.standing === 'granted' || determination.standing === 'already-relieved') return 'settled';
  const filed = comparable(reliefFiled(determination));
  const given = comparable(old.worth);
  if (isBetter(filed, given)) return given === 'none' ? 'still-owed' : 'owed-more';
  const isOpen = determination.questions.length > 0;
  if (filed === given) return isOpen && given === 'none' ? 'question' : 'same';
  if (missingDate()) return 'date-missing';
  return isOpen ? 'question' : 'beyond-the-statute';
}

function comparable(relief: Relief): Relief {
  return BESIDE[relief] ?? relief;
}

/** Is relief owed that the old results did not give? */
export function isOwed(each: AgainstClass, now: DecidedConviction | undefined): boolean {
  if (each === 'still-owed' || each === 'owed-more') return true;
  return each === 'not-in-old' && now !== undefined && reliefFiled(now.determination) !== 'none';
}
