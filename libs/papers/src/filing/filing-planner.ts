import { type DecidedPerson, reliefOwed, usableCaseNumbers } from '@clearway/rules';
import { caseKey, CasePlaces, type CasePlacesOptions } from './case-places';
import { candidateOf, type Draft, unfiledOf } from './draft';
import { type FilingPlan, type PlanMode, type UnfiledLine } from './filing-plan';
import { batchesOf, compare } from './group-drafts';

export type PlannerOptions = CasePlacesOptions;

/**
 * Sorts decided convictions into packets. Persons are added in any order, one by one; the plan does not depend on it.
 * What a court cannot be asked for, because the record has no case number, no court or no name, or because the court said so, is
 * listed with its reason.
 */
export class FilingPlanner {
  private readonly drafts: Draft[] = [];
  private readonly unfiled: UnfiledLine[] = [];
  /** Court and case to the one person seen in it, or `null` for several. */
  private readonly defendants = new Map<string, string | null>();
  private readonly places: CasePlaces;

  constructor(
    private readonly mode: PlanMode,
    options: PlannerOptions = {},
  ) {
    this.places = new CasePlaces(options);
  }

  add(person: DecidedPerson): void {
    for (const conviction of person.convictions) {
      const court = this.places.courtOf(conviction);
      for (const number of usableCaseNumbers(conviction)) this.noteDefendant(caseKey(court, number), person.person);
      const relief = reliefOwed(conviction.determination);
      if (relief === 'none') continue;
      const candidate = candidateOf(person, conviction, relief);
      const place = this.places.placeOf(candidate);
      if ('draft' in place) this.drafts.push(place.draft);
      else this.unfiled.push(unfiledOf(candidate, place.refused, place.detail));
    }
  }

  finish(): FilingPlan {
    this.unfiled.sort(byPlaceInFile);
    const batches = batchesOf(this.drafts, this.mode, (key) => this.defendants.get(key) === null);
    return { mode: this.mode, batches, packets: batches.flatMap(({ packets }) => packets), unfiled: this.unfiled };
  }

  private noteDefendant(key: string, person: string): void {
    const seen = this.defendants.get(key);
    if (seen === undefined) this.defendants.set(key, person);
    else if (seen !== person) this.defendants.set(key, null);
  }
}

/** The order of `cannot_file.csv`. */
export function byPlaceInFile(a: UnfiledLine, b: UnfiledLine): number {
  return a.file - b.file || a.sourceLine - b.sourceLine || compare(a.person, b.person) || compare(a.key, b.key);
}

/** Plans the filings of a population that is at hand; `FilingPlanner` takes it person by person. */
export function planFilings(
  persons: Iterable<DecidedPerson>,
  mode: PlanMode = 'bulk',
  options: PlannerOptions = {},
): FilingPlan {
  const planner = new FilingPlanner(mode, options);
  for (const person of persons) planner.add(person);
  return planner.finish();
}
