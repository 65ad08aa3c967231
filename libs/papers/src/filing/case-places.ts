import { type CaseMatches } from '@clearway/court-exchange';
import { type DecidedConviction } from '@clearway/rules';
import { unprintableCharacters } from '@clearway/typesetting';
import { CourtBook } from '../courts/court-book';
import { type Candidate, courtOfRecord, type Draft, type DraftCourt, draftOf } from './draft';
import { type UnfiledReason } from './filing-plan';

export interface CasePlacesOptions {
  /** County of the run; court profiles of other counties say nothing about its courts. */
  readonly county?: string;
  /** Those of Clearway when left out. */
  readonly courts?: CourtBook;
  /** What the court answered when it was asked for its cases. */
  readonly matches?: CaseMatches;
}

/** Where relief is asked for, or why it cannot be asked for. `detail` names characters without a font, never a name or a number. */
export type CasePlace = { readonly draft: Draft } | { readonly refused: UnfiledReason; readonly detail: string };

/**
 * Says for one conviction with relief whether a paper can ask for it. It depends on nobody else and on no drawing, so papers and
 * letters, which different services make, have the same answer.
 */
export class CasePlaces {
  private readonly courts: CourtBook;
  private readonly known = new Map<string, DraftCourt>();

  constructor(private readonly options: CasePlacesOptions = {}) {
    this.courts = options.courts ?? CourtBook.of();
  }

  placeOf(candidate: Candidate): CasePlace {
    const { conviction, name, caseNumbers } = candidate;
    const [number = ''] = caseNumbers;
    if (conviction.determination.noRecord) return refused('no-record-located');
    if (candidate.courtOfRecord === '') return refused('no-court');
    if (number === '') return refused('no-case-number');
    if (name === '') return refused('no-name');
    const answer = this.options.matches?.(candidate.courtOfRecord, number, name);
    if (
      answer &&
      (answer.answer === 'destroyed' || answer.answer === 'already-granted' || answer.answer === 'not-found')
    )
      return refused(answer.answer);
    const recorded = this.courtOf(conviction);
    const moved = answer?.answer === 'renumbered' || answer?.answer === 'transferred' ? answer : undefined;
    const court =
      moved && moved.courthouse.trim() !== ''
        ? this.find(conviction.court.county, moved.courthouse.trim(), '')
        : recorded;
    const draft = draftOf(candidate, court, moved?.caseNumber.trim() || number, caseKey(recorded, number));
    const unprintable = printedOf(draft, conviction).flatMap(unprintableCharacters);
    if (unprintable.length > 0) return refused('unprintable-text', [...new Set(unprintable)].join(' '));
    return { draft };
  }

  /** Today's courthouse for the one of the record; a court that no profile knows stands for itself. */
  courtOf(conviction: Pick<DecidedConviction, 'court'>): DraftCourt {
    return this.find(conviction.court.county, courtOfRecord(conviction), conviction.court.ori);
  }

  private find(county: string, name: string, ori: string): DraftCourt {
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
}

/** Names a case among those of the record. */
export function caseKey(court: DraftCourt, caseNumber: string): string {
  return `${court.key}\n${caseNumber}`;
}

function refused(reason: UnfiledReason, detail = ''): CasePlace {
  return { refused: reason, detail };
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
