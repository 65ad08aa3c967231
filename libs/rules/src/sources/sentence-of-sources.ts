import { sentencesOfSource, type CalendarDate, type Sentence, type Verdict } from '@clearway/record';
import { type Conviction } from '../person/convictions';
import { isCompleted, sentenceOf } from '../person/sentence-term';
import { saysOf } from './disputed';

/** The parts of the sentence as each source has them; one list where they do not disagree. */
export function sentencesBySource({ count }: Pick<Conviction, 'count'>): readonly (readonly Sentence[])[] {
  const files = new Set(saysOf({ count }, 'sentence').map(({ at }) => at.file));
  return files.size < 2 ? [count.sentences] : [...files].map((file) => sentencesOfSource(count, file));
}

/** Is the sentence over? `cannot-tell` where it is by one source and not by another. */
export function isCompletedByAll(conviction: Conviction, asOf: CalendarDate): Verdict {
  const { count, sentence, date } = conviction;
  if (count.says === undefined) return isCompleted(sentence, date, asOf);
  const verdicts = sentencesBySource(conviction).map((parts) => isCompleted(sentenceOf(parts), date, asOf));
  return agreed(verdicts);
}

export function agreed(verdicts: readonly Verdict[]): Verdict {
  const [first = 'cannot-tell'] = verdicts;
  return verdicts.every((each) => each === first) ? first : 'cannot-tell';
}
