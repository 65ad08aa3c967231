import { GANG_PAIR, LOOKALIKES, SEX_OFFENCES, SUPER_STRIKES } from './catalogue/charges';
import { ACT } from './plan-person';
import {
  convictionsOf,
  type CountPlan,
  type CyclePlan,
  type DispositionPlan,
  type PersonPlan,
  type StepPlan,
} from './plan';

/** What the Los Angeles 2020 replay answers for a conviction, in the words of its two columns. */
export interface Expectation {
  readonly determination: string;
  readonly reason: string;
}

interface Conviction {
  readonly cycle: CyclePlan;
  readonly step: StepPlan;
  readonly count: CountPlan;
  readonly disposition: DispositionPlan;
}

const LISTED = [...SUPER_STRIKES, ...SEX_OFFENCES, ...GANG_PAIR, ...LOOKALIKES];
const DAYS_A_UNIT = { '': 0, D: 1, M: 31, Y: 366 } as const;
/** Kinds after which the plan says nothing about tests of the whole record. */
const UNCLEAR = new Set([
  'conflicting-birth-dates',
  'two-ciis',
  'blank-cii',
  'missing-birth-date',
  'partial-birth-date',
  'untrimmed',
]);

/**
 * The answer of the Los Angeles replay as the plan knows it: from what the plan meant, never from the rows and never by
 * the rules library. `undefined` wherever the plan is not sure: the count was changed by a kind, or a test of the whole
 * record would hang on a fact that the file hides.
 */
export function losAngelesExpectation(
  person: PersonPlan,
  count: CountPlan,
  step: StepPlan,
  asOf: number,
): Expectation | undefined {
  const disposition = count.dispositions[0];
  if (count.doubts.length > 0 || !disposition || disposition.severityText.trim() !== disposition.severity)
    return undefined;
  if (disposition.severity !== 'FELONY')
    return { determination: 'To be reviewed by City Attorneys', reason: 'Misdemeanor or Infraction' };
  if (!isFull(step.dateText)) return undefined;
  if (step.day >= ACT) return { determination: 'Not eligible', reason: 'Occurred after 11/09/2016' };
  if (count.charge.section === '11357') {
    const named = count.charge.path[0] === 'a' || count.charge.path[0] === 'b';
    return named
      ? { determination: 'Eligible for Dismissal', reason: '11357(a) or 11357(b)' }
      : { determination: 'Hand Review', reason: 'Other 11357' };
  }
  return wholeRecord(person, count, step, asOf);
}

function wholeRecord(person: PersonPlan, count: CountPlan, step: StepPlan, asOf: number): Expectation | undefined {
  const all: Conviction[] = [...convictionsOf(person)].map((one) => ({
    ...one,
    disposition: one.count.dispositions.find((each) => each.convicted) as DispositionPlan,
  }));
  if (person.breakages.length > 0 || person.registered || person.kinds.some((kind) => UNCLEAR.has(kind)))
    return undefined;
  if (all.some((one) => one.count.doubts.length > 0 || !isFull(one.step.dateText) || LISTED.includes(one.count.charge)))
    return undefined;
  const priors = all.filter(
    (one) => one.count.charge.section === count.charge.section && one.count.charge.cannabis && one.step.day < step.day,
  );
  if (priors.length >= 2) return { determination: 'Not eligible', reason: 'Two priors' };
  // A margin of two days on each side leaves the boundary days to the tests of the rules.
  const fifty = person.birth + 50 * 365.2425;
  if (Math.abs(fifty - asOf) <= 2) return undefined;
  if (fifty < asOf) return { determination: 'Eligible for Dismissal', reason: '50 years or older' };
  // The replay asks for the age at the conviction and for a running sentence before the ten years: docs/decisions/0003-replays.md.
  const twentyTwo = person.birth + 22 * 365.2425;
  if (Math.abs(twentyTwo - step.day) <= 2) return undefined;
  if (step.day < twentyTwo) return { determination: 'Eligible for Dismissal', reason: '21 years or younger' };
  const ends = all.map(
    (one) =>
      one.step.day +
      one.disposition.sentences.reduce((days, part) => days + Number(part.length || 0) * DAYS_A_UNIT[part.unit], 0),
  );
  const lastEnd = Math.max(...ends);
  if (Math.abs(lastEnd - asOf) <= 40) return undefined;
  const serving = lastEnd > asOf;
  if (!serving && all.every((one) => one.count.charge.cannabis))
    return { determination: 'Eligible for Dismissal', reason: 'Only has 11357-60 charges and completed sentence' };
  if (serving) return { determination: 'Hand Review', reason: 'Currently serving sentence' };
  const lastDay = Math.max(...all.map((one) => one.step.day));
  const tenYears = asOf - 10 * 365.2425;
  if (Math.abs(lastDay - tenYears) <= 2) return undefined;
  if (lastDay < tenYears) return { determination: 'Eligible for Dismissal', reason: 'No convictions in past 10 years' };
  if (person.deceased) return { determination: 'Eligible for Dismissal', reason: 'Deceased' };
  return { determination: 'Hand Review', reason: 'No applicable eligibility criteria' };
}

function isFull(stateDate: string): boolean {
  return stateDate.length === 8 && !stateDate.endsWith('00');
}
