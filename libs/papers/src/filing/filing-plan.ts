import { type PartialDate, type Severity } from '@clearway/record';
import { type MatchKeys, type Relief } from '@clearway/rules';
import { type CourtProfile, type FilingMode } from '../courts/court-profile';

/** How papers are cut: as each court's profile says, or the same way for every court. */
export type PlanMode = FilingMode | 'court';

export type GrantableRelief = Exclude<Relief, 'none'>;

/**
 * What a line does to its case. `whole-case`: every count of the case is dismissed and sealed, the arrest too;
 * `one-defendant`: the same for this person, while the case of others stands; `one-count`: this count only.
 */
export type LineEffect = 'whole-case' | 'one-defendant' | 'one-count';

export interface Courthouse {
  /** The one that takes papers today, `Compton Courthouse`; where no profile knows it, as the state's record names it, or its code. */
  readonly name: string;
  readonly ori: string;
  readonly slug: string;
  /** Id of its profile, or of the one of its county. */
  readonly profile: string;
  /** Lines, where its profile knows them. */
  readonly address?: readonly string[];
}

/** What the state finds a conviction's record by. For the confidential file only. */
export interface LineMatchKeys extends MatchKeys {
  readonly otherNames: readonly string[];
  readonly courtOri: string;
}

/** One conviction that is filed: one line of an exhibit, an order and the clerk's data file. */
export interface FilingLine {
  /** Number within its packet, from 1: the same in exhibit, order and data file. */
  readonly line: number;
  /** The court's present number where it told one, else that of the record. */
  readonly caseNumber: string;
  /** The number in the state's record, where the court has another now; else ''. */
  readonly formerCaseNumber: string;
  /** The court as the state's record names it: printed beside today's. */
  readonly courtOfRecord: string;
  /** The case has other defendants. */
  readonly sharedCase: boolean;
  /** Further numbers that the record has for the conviction. */
  readonly otherCaseNumbers: readonly string[];
  readonly person: string;
  /** As printed: `DOE, JOHN A`. */
  readonly name: string;
  /** `DecidedConviction.key`. */
  readonly key: string;
  /** Number of the count in the state's record of the court's action. */
  readonly count: number;
  readonly citation: string;
  readonly chargeText: string;
  readonly convictedOn: PartialDate;
  readonly relief: GrantableRelief;
  readonly effect: LineEffect;
  /** The ground of relief beyond the statute, as counsel wrote it; '' for relief of the statute. */
  readonly authority: string;
  /** A question is open: this is the floor, filed now; more may follow. */
  readonly floorOnly: boolean;
  /** Grade of the offense as the record tells it; forms ask for it. */
  readonly severity?: Severity;
  /** Further names of the defendant as printed. */
  readonly otherNames?: readonly string[];
  /** Index of the input file and the physical line on which the conviction's first row begins. */
  readonly file: number;
  readonly sourceLine: number;
  readonly matchKeys: LineMatchKeys;
}

/** The papers of one filing. */
export interface Packet {
  /**
   * Short, and the same for the same filing: a hash of what stands on the paper anyway, agency, court and case, and of which of
   * the case's defendants it is. Never of a person's id (docs/decisions/0011-public-ids.md).
   */
  readonly id: string;
  readonly kind: 'bulk' | 'case';
  /** Folder below the run's outputs, `papers/los-angeles-compton/...`. */
  readonly folder: string;
  readonly courthouse: Courthouse;
  readonly agency: string;
  readonly lines: readonly FilingLine[];
}

/**
 * Why a conviction with relief is on no paper. `no-record-located`: the court has destroyed it (HS 11361.5), a normal end; `destroyed`,
 * `already-granted`, `not-found`: the same, or relief given before, or no such case, as the court itself answered before anything
 * was drawn; `already-filed`: it stands in a batch that was released, or a court has answered it there.
 */
export type UnfiledReason = 'no-record-located' | 'no-case-number' | 'no-court' | 'no-name' | 'unprintable-text' | 'packet-held-back' | 'destroyed' | 'already-granted' | 'not-found' | 'already-filed';

/** A conviction with relief that cannot be filed. */
export interface UnfiledLine {
  readonly reason: UnfiledReason;
  /** What to look for, never a name or a number: the characters without a font, the fault of the packet. */
  readonly detail: string;
  readonly agency: string;
  /** Court and number of the state's record. */
  readonly courthouse: string;
  readonly caseNumber: string;
  readonly person: string;
  readonly name: string;
  readonly key: string;
  readonly count: number;
  readonly citation: string;
  readonly convictedOn: PartialDate;
  readonly relief: GrantableRelief;
  /** Index of the input file and the physical line on which the conviction's first row begins. */
  readonly file: number;
  readonly sourceLine: number;
}

/** The packets of one court and one prosecuting agency, in the court's order: what is signed and handed over together. */
export interface FilingBatch {
  readonly courthouse: Courthouse;
  readonly agency: string;
  readonly profile: CourtProfile;
  /** Folder below the run's outputs, `papers/los-angeles-compton/los-angeles-county-district-attorney`. */
  readonly folder: string;
  readonly packets: readonly Packet[];
  /** The released batch that this one corrects; absent where there is none. */
  readonly corrects?: string;
}

/** What will be filed and what cannot be: plain data, so that packets can be drawn by several threads. */
export interface FilingPlan {
  readonly mode: PlanMode;
  /** Sorted by courthouse and agency. */
  readonly batches: readonly FilingBatch[];
  /** Those of all batches, in their order. */
  readonly packets: readonly Packet[];
  readonly unfiled: readonly UnfiledLine[];
}

/** The number of a line's case in the state's record. */
export function caseNumberOfRecord({ caseNumber, formerCaseNumber }: Pick<FilingLine, 'caseNumber' | 'formerCaseNumber'>): string {
  return formerCaseNumber === '' ? caseNumber : formerCaseNumber;
}
