import {
  type History,
  type PartialDate,
  isFullDate,
  latestDay,
  earliestDay,
  addYears,
  type CalendarDate,
} from '@clearway/record';
import {
  decidePerson,
  type DecidedConviction,
  type DecidedPerson,
  isBetter,
  type Outcome,
  type Policy,
  type Relief,
  reliefFiled,
  type RunFacts,
} from '@clearway/rules';
import { OUTCOMES } from '@clearway/reports';

/** One side of a comparison. */
export interface Side {
  /** As the columns call it: the policy, or the day. */
  readonly title: string;
  readonly policy: Policy;
  readonly asOf: CalendarDate;
}

/** An outcome, or `not-listed` where that side does not ask about the conviction. */
export type OutcomeOrNone = Outcome | 'not-listed';

/** Every outcome, the best for the person first. */
export const COMPARED_OUTCOMES: readonly OutcomeOrNone[] = [...OUTCOMES, 'not-listed'];

export interface ComparedConviction {
  readonly key: string;
  readonly sides: readonly [DecidedConviction | undefined, DecidedConviction | undefined];
  readonly outcomes: readonly [OutcomeOrNone, OutcomeOrNone];
  /** What is filed on each side. */
  readonly reliefs: readonly [Relief, Relief];
}

export interface ComparedPerson {
  readonly history: History;
  readonly people: readonly [DecidedPerson, DecidedPerson];
  /** In the order of the record. */
  readonly convictions: readonly ComparedConviction[];
}

/** Decides a person on both sides. */
export function comparePerson(history: History, sides: readonly [Side, Side], county: string): ComparedPerson {
  const [a, b] = sides.map(({ policy, asOf }) =>
    decidePerson(history, policy, { county, asOf } satisfies RunFacts),
  ) as [DecidedPerson, DecidedPerson];
  const byKey = [a, b].map((person) => new Map(person.convictions.map((each) => [each.key, each])));
  const listed = a.record.map(({ key }) => key).filter((key) => byKey.some((each) => each.has(key)));
  const convictions = [...new Set(listed)].map((key): ComparedConviction => {
    const pair: [DecidedConviction | undefined, DecidedConviction | undefined] = [
      byKey[0]?.get(key),
      byKey[1]?.get(key),
    ];
    return {
      key,
      sides: pair,
      outcomes: [pair[0]?.determination.outcome ?? 'not-listed', pair[1]?.determination.outcome ?? 'not-listed'],
      reliefs: [filed(pair[0]), filed(pair[1])],
    };
  });
  return { history, people: [a, b], convictions };
}

function filed(conviction: DecidedConviction | undefined): Relief {
  return conviction ? reliefFiled(conviction.determination) : 'none';
}

/** The best outcome among a person's convictions. */
export function bestOutcome(convictions: readonly ComparedConviction[], side: 0 | 1): OutcomeOrNone {
  const found = new Set(convictions.map((each) => each.outcomes[side]));
  return COMPARED_OUTCOMES.find((each) => found.has(each)) ?? 'not-listed';
}

export function isMore(relief: Relief, than: Relief): boolean {
  return isBetter(relief, than);
}

/** Did anything that counts change: the outcome, or what is filed? */
export function isMoved({ outcomes, reliefs }: ComparedConviction): boolean {
  return outcomes[0] !== outcomes[1] || reliefs[0] !== reliefs[1];
}

export const AGE_BANDS = [
  'under 30',
  '30 to 39',
  '40 to 49',
  '50 to 59',
  '60 to 69',
  '70 and over',
  'not known',
] as const;

/** Age band on a day; `not known` when the birth date is missing, contradicted, or too partial to tell. */
export function ageBand(birthDates: readonly PartialDate[], on: CalendarDate): (typeof AGE_BANDS)[number] {
  const full = birthDates.filter(isFullDate);
  const dates = full.length > 0 ? full : birthDates;
  if (dates.length === 0) return 'not known';
  const bands = new Set(
    dates.flatMap((date) => (date === 0 ? [6] : [bandOf(earliestDay(date), on), bandOf(latestDay(date), on)])),
  );
  const [only] = bands;
  return AGE_BANDS[bands.size === 1 && only !== undefined ? only : 6] ?? 'not known';
}

function bandOf(born: CalendarDate, on: CalendarDate): number {
  return [30, 40, 50, 60, 70].filter((years) => addYears(born, years) <= on).length;
}

/** The state's words for a race; what does not look like words of a list is counted together. */
export function raceOf(history: History): string {
  const race = history.race.trim().replace(/\s+/g, ' ').toUpperCase();
  if (race === '' || race === 'UNKNOWN') return 'NOT STATED';
  return /^[A-Z][A-Z ,/()&-]{1,39}$/.test(race) ? race : 'OTHER WORDS';
}
