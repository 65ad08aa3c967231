import { type CalendarDate } from '@clearway/record';
import { effectOf, type Effect, impactOn } from '@clearway/reports';
import { type DecidedConviction } from '@clearway/rules';
import { type ComparedConviction, type ComparedPerson, isMore, type Side } from './side';

/** What is counted of a conviction, by side where the name ends in 0 or 1. */
export const CONVICTION_MEASURES = [
  'convictions',
  'relief0',
  'relief1',
  'more',
  'less',
  'felonies0',
  'felonies1',
] as const;
/** What is counted of a person. */
export const PERSON_MEASURES = [
  'people',
  'relief0',
  'relief1',
  'noFelony0',
  'noFelony1',
  'noConviction0',
  'noConviction1',
] as const;

export type ConvictionMeasure = (typeof CONVICTION_MEASURES)[number];
export type PersonMeasure = (typeof PERSON_MEASURES)[number];

/** What changes for the whole record; for each the two sides, and who is only on one of them. */
export const EFFECTS = ['relief', 'felonies', 'people', 'noFelony', 'noConviction', 'noConvictionLast7Years'] as const;
export type EffectName = (typeof EFFECTS)[number];

export function measuresOfConviction({
  reliefs,
  sides,
}: ComparedConviction): Readonly<Record<ConvictionMeasure, boolean>> {
  return {
    convictions: true,
    relief0: reliefs[0] !== 'none',
    relief1: reliefs[1] !== 'none',
    more: isMore(reliefs[1], reliefs[0]),
    less: isMore(reliefs[0], reliefs[1]),
    felonies0: removesFelony(sides[0]),
    felonies1: removesFelony(sides[1]),
  };
}

/** A felony is removed when what is filed dismisses or reduces it; a recall leaves it on the record and is counted as reduced. */
function removesFelony(conviction: DecidedConviction | undefined): boolean {
  return conviction !== undefined && conviction.severity === 'felony' && effectOf(conviction.determination) !== 'none';
}

/** Does the effect hold for the person, on each side? Of convictions (`relief`, `felonies`) see `measuresOfConviction`. */
export type PersonEffects = Readonly<Record<Exclude<EffectName, 'relief' | 'felonies'>, boolean>>;

export function effectsOnPerson(person: ComparedPerson, side: 0 | 1, { asOf }: Side): PersonEffects {
  const decided = person.people[side];
  const effects = new Map(
    decided.convictions.map((each): [string, Effect] => [each.key, effectOf(each.determination)]),
  );
  const { noFelony, noConviction, noConvictionLast7Years } = impactOn(
    decided,
    asOf satisfies CalendarDate,
    (line) => effects.get(line.key) ?? 'none',
  );
  return {
    people: person.convictions.some((each) => each.reliefs[side] !== 'none'),
    noFelony,
    noConviction,
    noConvictionLast7Years,
  };
}
