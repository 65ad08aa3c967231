import { fact } from '../../engine/criterion';
import { DOMAINS, type OffenceKind, type Situation } from '../situation';
import { isOverLimitByElements } from './paragraphs-of-the-act';
import { known, open, presumed, type Reading, type ReadingSubject } from './reading';
import { type StatuteReading } from './statute-reading';

/** What a plea to a related section stood for is neither on the record nor presumed: an attorney says it. */
const PLEA = 'plea-stands-for';

/** Old 11357(b) and 11360(b): nobody has to presume what the court convicted of. */
const UP_TO_AN_OUNCE: readonly OffenceKind[] = ['possession-up-to-an-ounce', 'gift-or-transport-up-to-an-ounce'];

/** A row never shows grams or plants, but the section may. HS 11361.8(b), (f): the court presumes the criteria; nothing here invents an amount. */
export function readAmount(
  { statute, conviction }: ReadingSubject,
  kinds: readonly OffenceKind[],
): Reading<Situation['amount']> {
  if (kinds.every((each) => each === 'related')) {
    return open(DOMAINS.amount, PLEA, () => [fact('what the plea stood for', 'not on the record', conviction.row)]);
  }
  if (isOverLimitByElements(conviction) || kinds.every((each) => each === 'possession-over-an-ounce')) {
    return known('over-limit', () => [fact('amount', 'over the limit: an element of the offense', conviction.row)]);
  }
  if (kinds.every((each) => UP_TO_AN_OUNCE.includes(each))) {
    return known('within-limit', () => [fact('amount', 'within the limit: an element of the offense', conviction.row)]);
  }
  return PRESUMED[statute.presume];
}

const PRESUMED: Readonly<Record<StatuteReading['presume'], Reading<Situation['amount']>>> = {
  'lowest-grade': presumed('within-limit', DOMAINS.amount, () => [
    fact('amount', 'within the limit, presumed (HS 11361.8(b), (f))'),
  ]),
  'grade-of-section': presumed('over-limit', DOMAINS.amount, () => [
    fact('amount', 'over the limit: the policy presumes the grade of the section'),
  ]),
};

/** More than 28.5 grams are lawful at home when six plants gave them: neither presumed nor shown by any row. */
export const ORIGIN: Reading<Situation['origin']> = open(DOMAINS.origin, 'home-grown', () => [
  fact('where it came from', 'not on the record'),
]);
