import { latestDay, type Severity } from '@clearway/record';
import { prosecutingAgency, type ProsecutingAgency } from '../parameters/prosecuting-agency';
import { type Reading } from '../law/reading/reading';
import { DOMAINS, type Situation } from '../law/situation';
import { factValueWords } from '../law/words';
import { type Conviction } from '../person/convictions';
import { type Determination } from './determination';
import { reasonOfQuestions } from './questions';

type Grade = Situation['grade'];

/** Who prosecuted: one agency, or, where the record lacks the grade and it decides, the agency of each grade. */
export interface Prosecution {
  readonly agency: ProsecutingAgency;
  readonly byGrade?: ReadonlyMap<Grade, ProsecutingAgency>;
}

/**
 * Felonies are the district attorney's, other grades may be a city's. A grade that the record lacks is what an attorney found, or what
 * the section always was; else each possible grade is followed.
 *
 * @param grade what was read of it; asked for only where the record has none
 */
export function prosecutionOf(
  conviction: Conviction,
  county: string,
  grade: () => Pick<Reading<Grade>, 'possible' | 'presumed'>,
): Prosecution {
  const arrestedBy = conviction.cycle.steps.find((each) => each.type === 'arrest')?.agency;
  const court = conviction.step.agency;
  const on = latestDay(conviction.date);
  const of = (grade: Severity): ProsecutingAgency => prosecutingAgency({ county, grade, arrestedBy, court, on });
  if (conviction.severity !== 'unknown') return { agency: of(conviction.severity) };
  const { possible, presumed } = grade();
  const [only, ...others] = presumed === undefined ? possible : [presumed];
  const first = of(only ?? 'unknown');
  if (others.every((each) => of(each).agency === first.agency)) return { agency: first };
  return {
    agency: of('unknown'),
    byGrade: new Map(DOMAINS.grade.filter((each) => possible.includes(each)).map((each) => [each, of(each)])),
  };
}

/**
 * Who decides is another matter than the relief: a city's prosecutor gets the convictions of its own, with what they are given. An
 * open question stays one in every list of questions. Where the grade alone tells whose conviction it is, it is asked for, and the relief,
 * which is the same whoever files, is the floor.
 */
export function referred(determination: Determination, { agency, byGrade }: Prosecution): Determination {
  const { outcome } = determination;
  if (outcome === 'not-eligible' || outcome === 'review') return determination;
  if (!byGrade)
    return agency.kind === 'district-attorney'
      ? determination
      : { ...determination, outcome: 'refer-to-other-prosecutor' };
  const answers = Array.from(byGrade, ([value, { kind }]) => ({
    answer: factValueWords('grade', value),
    value,
    outcome: kind === 'district-attorney' ? outcome : ('refer-to-other-prosecutor' as const),
  }));
  const questions = [...determination.questions, { code: 'severity', fact: 'grade' as const, answers }];
  return {
    ...determination,
    outcome: 'review',
    relief: 'none',
    floor: determination.relief,
    questions,
    determination: 'Hand Review',
    reason: reasonOfQuestions(questions),
    decidedBy: [],
  };
}
