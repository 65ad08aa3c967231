import { convictionsOf, type PersonPlan } from '../plan';
import { type PlanSettings } from '../plan-person';
import { type Random } from '../random';

/** What a kind may use when it changes a person's plan. */
export interface KindContext {
  readonly settings: PlanSettings;
  readonly random: Random;
  /** The plan of another person of the same file, before kinds. */
  readonly planOf: (index: number) => PersonPlan;
}

/** One kind of row or record that the file can hold. */
export interface Kind {
  /** As `--kinds` takes it. */
  readonly name: string;
  /** One line for `clearway synth --help` and the documents. */
  readonly says: string;
  /** Share of the people who get it when it is among the kinds chosen. */
  readonly share: number;
  /** Changes the plan; `false` when this person's record gives no place for it. */
  apply(person: PersonPlan, context: KindContext): boolean | void;
}

export type ConvictionPlace = ReturnType<typeof convictionsOf> extends Generator<infer T> ? T : never;

/** The person's first cannabis conviction that no kind has changed yet in the requested county, or the first of all. */
export function cannabisConviction(person: PersonPlan, county: string): ConvictionPlace | undefined {
  let first: ConvictionPlace | undefined;
  for (const place of convictionsOf(person)) {
    if (!place.count.charge.cannabis || place.cycle.county !== county) continue;
    first ??= place;
    if (place.count.doubts.length === 0) return place;
  }
  return first;
}
