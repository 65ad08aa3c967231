import { reliefWords } from '@clearway/rules';
import { type ReviewItem } from '../questions/review-item';
import { type AskedPair } from './asked-pair';

/** What is asked of a conviction whose person may have another record. */
const WAITS: readonly string[] = ['record-incomplete', 'court-code', 'other-record'];

/** A question about two records, with the convictions that wait for its answer. */
export interface PairQuestion {
  readonly pair: AskedPair;
  readonly waiting: readonly ReviewItem[];
}

/**
 * The questions, each once, `inHelpfulOrder`.
 *
 * @param items what is open in the same results
 */
export function pairQuestions(pairs: Iterable<AskedPair>, items: Iterable<ReviewItem>): readonly PairQuestion[] {
  const waiting = new Map<string, ReviewItem[]>();
  for (const item of items) {
    if (!item.questions.some(({ question }) => WAITS.includes(question))) continue;
    const ofPerson = waiting.get(item.person);
    if (ofPerson) ofPerson.push(item);
    else waiting.set(item.person, [item]);
  }
  const questions = new Map<string, PairQuestion>();
  for (const pair of pairs) {
    const people = [...new Set(pair.records.map(({ person }) => person))];
    questions.set(pair.id, { pair, waiting: people.flatMap((person) => waiting.get(person) ?? []) });
  }
  return inHelpfulOrder([...questions.values()]);
}

/** Most convictions that wait first, then the records that hold most convictions, then the strongest evidence. */
export function inHelpfulOrder<Asked extends { readonly pair: AskedPair; readonly waiting: readonly unknown[] }>(
  questions: readonly Asked[],
): readonly Asked[] {
  return [...questions].sort(
    (a, b) =>
      b.waiting.length - a.waiting.length ||
      convictionsOf(b.pair) - convictionsOf(a.pair) ||
      b.pair.odds - a.pair.odds ||
      (a.pair.id < b.pair.id ? -1 : 1),
  );
}

function convictionsOf({ records }: AskedPair): number {
  return records.reduce((sum, { convictions }) => sum + convictions, 0);
}

/** A conviction that waits, in one line. */
export function waitingWords({ citation, convictedOn, court, caseNumbers, floor }: ReviewItem): string {
  const said = [citation, convictedOn, court, caseNumbers].filter((part) => part !== '').join(', ');
  return `${said}; filed now: ${reliefWords(floor)}`;
}
