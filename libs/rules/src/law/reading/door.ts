import { type CalendarDate, type PartialDate, type Sentence, type Verdict } from '@clearway/record';
import { fact, type Fact, type FactsAsked } from '../../engine/criterion';
import { type Conviction } from '../../person/convictions';
import { isCompleted, printTerm, sentenceOf, type SentenceTerm } from '../../person/sentence-term';
import { saysAsFacts } from '../../sources/disputed';
import { agreed, sentencesBySource } from '../../sources/sentence-of-sources';
import { DOMAINS, type Situation } from '../situation';
import { known, open, type Reading, type ReadingSubject } from './reading';

/**
 * Is the sentence for this conviction still served on the as-of date? Probation and supervision count as serving. Parts may
 * run one after the other or together (jail as a condition of probation): where that decides, it is a question. The state
 * often writes the sentence of a case on one of its counts: a count without one shares the longest of its step. Relief
 * under PC 1203.4 or 1203.425 is only for those who serve no sentence, and the dead serve none.
 */
export function readDoor(subject: ReadingSubject): Reading<Situation['door']> {
  const evidence: FactsAsked = () => {
    const facts: Fact[] = [];
    completedIn(subject, facts);
    return facts;
  };
  const completed = completedIn(subject);
  if (completed === 'yes') return known('completed', evidence);
  if (completed === 'no') return known('serving', evidence);
  return open(DOMAINS.door, 'sentence', evidence);
}

/** @param evidence takes what it looks at, for who asks */
function completedIn({ conviction, person, asOf }: ReadingSubject, evidence?: Fact[]): Verdict {
  const own = conviction.sentence;
  evidence?.push(fact('sentence', printTerm(own), conviction.row));
  if (conviction.count.says !== undefined) evidence?.push(...saysAsFacts(conviction, 'sentence', 'sentence'));
  if (conviction.count.dispositions.some((each) => each.kind === 'set-aside-1203.4')) {
    evidence?.push(fact('sentence', 'over: set aside under PC 1203.4', conviction.row));
    return 'yes';
  }
  if (person.history.deceased) {
    evidence?.push(fact('deceased', 'yes'));
    return 'yes';
  }
  let completed = ownCompleted(conviction, asOf);
  if (isBlank(own)) {
    for (const each of person.convictions) {
      if (each === conviction || !ofOneStep(each, conviction) || isBlank(each.sentence)) continue;
      const other = isCompleted(each.sentence, each.date, asOf);
      if (other === 'yes') continue;
      evidence?.push(fact('sentence of another count of the case', printTerm(each.sentence), each.row));
      completed = 'cannot-tell';
    }
  }
  return completed;
}

/** Where sources have other sentences, both have to say the same. */
function ownCompleted(conviction: Conviction, asOf: CalendarDate): Verdict {
  const { sentence, count, date } = conviction;
  if (count.says === undefined) return completedOf(sentence, count.sentences, date, asOf);
  return agreed(sentencesBySource(conviction).map((parts) => completedOf(sentenceOf(parts), parts, date, asOf)));
}

/** Served for certain only when one part alone is, over for certain only when all of them in a row are. */
function completedOf(
  sentence: SentenceTerm,
  sentences: readonly Sentence[],
  date: PartialDate,
  asOf: CalendarDate,
): Verdict {
  const inARow = isCompleted(sentence, date, asOf);
  if (inARow !== 'no' || sentences.length < 2) return inARow;
  const parts = sentences.map((each) => isCompleted(sentenceOf([each]), date, asOf));
  return parts.includes('no') ? 'no' : 'cannot-tell';
}

function isBlank(term: SentenceTerm): boolean {
  return term.years === 0 && term.months === 0 && term.days === 0 && !term.endless && !term.unreadable;
}

function ofOneStep(one: Conviction, other: Conviction): boolean {
  return one.cycle === other.cycle && one.step.order === other.step.order;
}
