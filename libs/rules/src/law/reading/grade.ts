import { fact, type FactsAsked } from '../../engine/criterion';
import { saysAsFacts, saysOf } from '../../sources/disputed';
import { DOMAINS, type OffenceKind, type Situation } from '../situation';
import { known, open, presumed, type Reading, type ReadingSubject } from './reading';

type Grade = Situation['grade'];

/** Straight felonies of the old law: the section says the grade when the row does not. */
const FELONIES: readonly OffenceKind[] = ['cultivation', 'possession-for-sale', 'sale-or-transport'];
const MISDEMEANORS: readonly OffenceKind[] = [
  'possession-over-an-ounce',
  'possession-at-school-adult',
  'possession-at-school-minor',
  'gift-or-transport-up-to-an-ounce',
];

/**
 * The grade of the conviction as it stands, a reduction under PC 17(b) included. Where the row has none, a section that was
 * always of one grade gives it; else it is a question.
 */
export function readGrade({ conviction }: ReadingSubject, kinds: readonly OffenceKind[]): Reading<Grade> {
  const evidence: FactsAsked = () => [fact('grade', conviction.severityText, conviction.row)];
  if (conviction.severity !== 'unknown') return known(conviction.severity, evidence);
  if (conviction.count.doubts?.includes('severity')) {
    // The section presumes a grade where nobody says one, not where two sources say two.
    const said = saysOf(conviction, 'severity').map(({ value }) => value.toLowerCase());
    const possible = DOMAINS.grade.filter((each) => said.length === 0 || said.includes(each));
    return open(possible, 'severity', () => [...evidence(), ...saysAsFacts(conviction, 'severity', 'grade')]);
  }
  const bySection: FactsAsked = () => [...evidence(), fact('grade', 'by the section, as the law then was')];
  if (kinds.every((each) => FELONIES.includes(each))) return presumed('felony', DOMAINS.grade, bySection);
  if (kinds.every((each) => MISDEMEANORS.includes(each))) {
    return presumed('misdemeanor', DOMAINS.grade, bySection);
  }
  return open(DOMAINS.grade, 'severity', evidence);
}
