import { fact } from '../../engine/criterion';
import { DOMAINS, type Situation } from '../situation';
import { isOverLimitByElements } from './paragraphs-of-the-act';
import { known, open, presumed, type Reading, type ReadingSubject } from './reading';
import { type StatuteReading } from './statute-reading';

/** A row never shows grams or plants, but the section may. HS 11361.8(b), (f): the court presumes the criteria; nothing here invents an amount. */
export function readAmount({ statute, conviction }: ReadingSubject): Reading<Situation['amount']> {
  if (isOverLimitByElements(conviction)) {
    return known('over-limit', [fact('amount', 'over the limit: an element of the paragraph', conviction.row)]);
  }
  return PRESUMED[statute.presume];
}

const PRESUMED: Readonly<Record<StatuteReading['presume'], Reading<Situation['amount']>>> = {
  'lowest-grade': presumed('within-limit', DOMAINS.amount, [
    fact('amount', 'within the limit, presumed (HS 11361.8(b), (f))'),
  ]),
  'grade-of-section': presumed('over-limit', DOMAINS.amount, [
    fact('amount', 'over the limit: the policy presumes the grade of the section'),
  ]),
};

/** More than 28.5 grams are lawful at home when six plants gave them: neither presumed nor shown by any row. */
export const ORIGIN: Reading<Situation['origin']> = open(DOMAINS.origin, 'home-grown', [
  fact('where it came from', 'not on the record'),
]);
