import { type CaseMatches } from '@clearway/court-exchange';
import { type DecidedConviction, type DecidedPerson, reliefOwed, usableCaseNumbers } from '@clearway/rules';
import { unprintableCharacters } from '@clearway/typesetting';
import { CourtBook } from '../courts/court-book';
import { type Candidate, candidateOf, courtOfRecord, type Draft, type DraftCourt, draftOf, unfiledOf } from './draft';
import { type FilingPlan, type PlanMode, type UnfiledLine } from './filing-plan';
import { batchesOf, compare } from './group-drafts';

export interface PlannerOptions {
  /** County of the run; court profiles of other counties say nothing about its courts. */
  readonly county?: string;
  /** Those of Clearway when left out. */
  readonly courts?: CourtBook;
  /** What the court answered when it was asked for its cases. */
  readonly matches?: CaseMatches;
}

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
  private readonly courts: CourtBook;
  private readonly known = new Map<string, DraftCourt>();

  constructor(
    private readonly mode: PlanMode,
    private readonly options: PlannerOptions = {},
  ) {
    this.courts = options.courts ?? CourtBook.of();
  }

  add(person: DecidedPerson): void {
    for (const conviction of person.convictions) {
      const court = this.courtOf(conviction.court.county, courtOfRecord(conviction), conviction.court.ori);
      for (const number of usableCaseNumbers(conviction)) this.noteDefendant(caseKey(court, number), person.person);
      const relief = reliefOwed(conviction.determination);
      if (relief !== 'none') this.place(candidateOf(person, conviction, relief), court);
    }
  }

  finish(): FilingPlan {
    this.unfiled.sort(byPlaceInFile);
    const batches = batchesOf(this.drafts, this.mode, (key) => this.defendants.get(key) === null);
    return { mode: this.mode, batches, packets: batches.flatMap(({ packets }) => packets), unfiled: this.unfiled };
  }

  private place(candidate: Candidate, recorded: DraftCourt): void {
    const { conviction, name, caseNumbers } = candidate;
    const [number = ''] = caseNumbers;
    const refuse = (...why: Parameters<typeof unfiledOf> extends [unknown, ...infer Why] ? Why : never): void =>
      void this.unfiled.push(unfiledOf(candidate, ...why));
    if (conviction.determination.noRecord) return refuse('no-record-located');
    if (candidate.courtOfRecord === '') return refuse('no-court');
    if (number === '') return refuse('no-case-number');
    if (name === '') return refuse('no-name');
    const answer = this.options.matches?.(candidate.courtOfRecord, number, name);
    if (
      answer &&
      (answer.answer === 'destroyed' || answer.answer === 'already-granted' || answer.answer === 'not-found')
    )
      return refuse(answer.answer);
    const moved = answer?.answer === 'renumbered' || answer?.answer === 'transferred' ? answer : undefined;
    const court =
      moved && moved.courthouse.trim() !== ''
        ? this.courtOf(conviction.court.county, moved.courthouse.trim(), '')
        : recorded;
    const draft = draftOf(candidate, court, moved?.caseNumber.trim() || number, caseKey(recorded, number));
    const unprintable = printedOf(draft, conviction).flatMap(unprintableCharacters);
    if (unprintable.length > 0) return refuse('unprintable-text', [...new Set(unprintable)].join(' '));
    this.drafts.push(draft);
  }

  /** Today's courthouse for one of the record; a court that no profile knows stands for itself. */
  private courtOf(county: string, name: string, ori: string): DraftCourt {
    const asked = `${county}\n${name}\n${ori}`;
    const before = this.known.get(asked);
    if (before) return before;
    const { profile, known } = this.courts.find(this.options.county ?? county, name === ori.trim() ? '' : name, ori);
    const court = {
      key: known ? `profile ${profile.id}` : `record ${name}`,
      name: known ? profile.name : name,
      profile,
    };
    this.known.set(asked, court);
    return court;
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

/** Every text of the record or the court that papers print. */
function printedOf(draft: Draft, { chargeText }: DecidedConviction): readonly string[] {
  return [
    draft.name,
    draft.caseNumber,
    draft.formerCaseNumber,
    ...draft.otherCaseNumbers,
    draft.courtOfRecord,
    draft.court.name,
    draft.agency,
    draft.citation,
    chargeText,
  ];
}

function caseKey(court: DraftCourt, caseNumber: string): string {
  return `${court.key}\n${caseNumber}`;
}
