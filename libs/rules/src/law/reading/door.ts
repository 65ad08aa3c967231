import { type Verdict } from '@clearway/record';
import { fact, type Fact } from '../../engine/criterion';
import { type Conviction } from '../../person/convictions';
import { isCompleted, printTerm, type SentenceTerm } from '../../person/sentence-term';
import { DOMAINS, type Situation } from '../situation';
import { known, open, type Reading, type ReadingSubject } from './reading';

/**
 * Is the sentence for this conviction still served on the as-of date? Probation and supervision count as serving. The state
 * often writes the sentence of a case on one of its counts: a count without one shares the longest of its step.
 */
export function readDoor({ conviction, person, asOf }: ReadingSubject): Reading<Situation['door']> {
  const own = conviction.sentence;
  const evidence: Fact[] = [fact('sentence', printTerm(own), conviction.row)];
  let completed = isCompleted(own, conviction.date, asOf);
  if (isBlank(own)) {
    for (const each of person.convictions) {
      if (each === conviction || !ofOneStep(each, conviction) || isBlank(each.sentence)) continue;
      const other = isCompleted(each.sentence, each.date, asOf);
      if (other === 'yes') continue;
      evidence.push(fact('sentence of another count of the case', printTerm(each.sentence), each.row));
      completed = 'cannot-tell';
    }
  }
  return doorOf(completed, evidence);
}

function doorOf(completed: Verdict, evidence: readonly Fact[]): Reading<Situation['door']> {
  if (completed === 'yes') return known('completed', evidence);
  if (completed === 'no') return known('serving', evidence);
  return open(DOMAINS.door, 'sentence', evidence);
}

function isBlank(term: SentenceTerm): boolean {
  return term.years === 0 && term.months === 0 && term.days === 0 && !term.endless && !term.unreadable;
}

function ofOneStep(one: Conviction, other: Conviction): boolean {
  return one.cycle === other.cycle && one.step === other.step;
}
