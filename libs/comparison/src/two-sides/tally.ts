import { type DecidedConviction } from '@clearway/rules';
import { yearOf } from '@clearway/record';
import {
  CONVICTION_MEASURES,
  type ConvictionMeasure,
  EFFECTS,
  effectsOnPerson,
  type EffectName,
  measuresOfConviction,
  PERSON_MEASURES,
  type PersonMeasure,
} from './measures';
import { ageBand, bestOutcome, type ComparedConviction, type ComparedPerson, isMoved, raceOf, type Side } from './side';

export const DIMENSIONS = ['section', 'decade', 'age', 'race'] as const;
export type Dimension = (typeof DIMENSIONS)[number];
/** Convictions of one person differ in these, so that people cannot be counted by them. */
const OF_CONVICTIONS: ReadonlySet<Dimension> = new Set(['section', 'decade']);

/** Counts by value and measure. */
export type Counted<Measure extends string> = Map<string, Record<Measure, number>>;
export type EffectCounts = Record<'side0' | 'side1' | 'gained' | 'lost', number>;

/** Counts people who were decided on two sides; of a population of any size it keeps numbers only. */
export class TwoSidesTally {
  /** `outcome|outcome` -> convictions, people. */
  readonly convictions = new Map<string, number>();
  readonly people = new Map<string, number>();
  readonly effects = Object.fromEntries(
    EFFECTS.map((name) => [name, { side0: 0, side1: 0, gained: 0, lost: 0 }]),
  ) as Record<EffectName, EffectCounts>;
  readonly byDimension = new Map<Dimension, Counted<ConvictionMeasure>>(DIMENSIONS.map((each) => [each, new Map()]));
  readonly peopleByDimension = new Map<Dimension, Counted<PersonMeasure>>(
    DIMENSIONS.filter((each) => !OF_CONVICTIONS.has(each)).map((each) => [each, new Map()]),
  );
  /** People read, with or without a conviction to decide. */
  read = 0;
  moved = 0;

  constructor(private readonly sides: readonly [Side, Side]) {}

  add(person: ComparedPerson): void {
    this.read += 1;
    if (person.convictions.length === 0) return;
    const values = { age: ageBand(person.history.birthDates, this.later), race: raceOf(person.history) };
    for (const conviction of person.convictions) this.addConviction(conviction, values);
    count(this.people, `${bestOutcome(person.convictions, 0)}|${bestOutcome(person.convictions, 1)}`);
    const effects = [effectsOnPerson(person, 0, this.sides[0]), effectsOnPerson(person, 1, this.sides[1])] as const;
    for (const name of ['people', 'noFelony', 'noConviction', 'noConvictionLast7Years'] as const)
      this.effect(name, effects[0][name], effects[1][name]);
    const measures: Record<PersonMeasure, boolean> = {
      people: true,
      relief0: effects[0].people,
      relief1: effects[1].people,
      noFelony0: effects[0].noFelony,
      noFelony1: effects[1].noFelony,
      noConviction0: effects[0].noConviction,
      noConviction1: effects[1].noConviction,
    };
    for (const [dimension, counts] of this.peopleByDimension)
      addTo(counts, values[dimension as 'age' | 'race'], PERSON_MEASURES, measures);
  }

  /** Ages are those on the later of the two days, so that both sides put a person into one band. */
  private get later(): number {
    return Math.max(this.sides[0].asOf, this.sides[1].asOf);
  }

  private addConviction(
    conviction: ComparedConviction,
    { age, race }: { readonly age: string; readonly race: string },
  ): void {
    const measures = measuresOfConviction(conviction);
    const decided = (conviction.sides[0] ?? conviction.sides[1]) as DecidedConviction;
    count(this.convictions, conviction.outcomes.join('|'));
    if (isMoved(conviction)) this.moved += 1;
    this.effect('relief', measures.relief0, measures.relief1);
    this.effect('felonies', measures.felonies0, measures.felonies1);
    const values: Record<Dimension, string> = { section: sectionOf(decided), decade: decadeOf(decided), age, race };
    for (const [dimension, counts] of this.byDimension) addTo(counts, values[dimension], CONVICTION_MEASURES, measures);
  }

  private effect(name: EffectName, one: boolean, other: boolean): void {
    const counts = this.effects[name];
    if (one) counts.side0 += 1;
    if (other) counts.side1 += 1;
    if (other && !one) counts.gained += 1;
    if (one && !other) counts.lost += 1;
  }
}

/** `HS 11357`; near misses are counted together, because each alone is rare. */
export function sectionOf({ offence }: DecidedConviction): string {
  if (offence.section === '') return 'not readable';
  return /^1135[789]$|^11360$/.test(offence.section) && offence.code === 'HS'
    ? `HS ${offence.section}`
    : 'other sections';
}

export function decadeOf({ convictedOn }: DecidedConviction): string {
  return convictedOn === 0 ? 'no date' : `${Math.floor(yearOf(convictedOn) / 10)}0s`;
}

function addTo<Measure extends string>(
  counts: Counted<Measure>,
  value: string,
  names: readonly Measure[],
  measures: Readonly<Record<Measure, boolean>>,
): void {
  const row = counts.get(value) ?? (Object.fromEntries(names.map((name) => [name, 0])) as Record<Measure, number>);
  for (const name of names) if (measures[name]) row[name] += 1;
  counts.set(value, row);
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
