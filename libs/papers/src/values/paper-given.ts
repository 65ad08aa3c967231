import { type FilingLine } from '../filing/filing-plan';
import { type ChallengedCount } from '../challenges/challenge-notice';

/** What a paper may show; public papers may have to leave something out. */
export interface ShownContent {
  readonly names: boolean;
  /** Words of the charge; the section always shows. */
  readonly charges: boolean;
  readonly convictionDates: boolean;
}

export const EVERYTHING_SHOWN: ShownContent = { names: true, charges: true, convictionDates: true };

/** Whom a court has served. */
export interface ServedParty {
  readonly name: string;
  readonly address: readonly string[];
  readonly email: string;
}

/** Where the papers of a case are, as the index of a batch lists it. */
export interface IndexRow {
  readonly caseNumber: string;
  readonly defendant: string;
  readonly packet: string;
  /** Path within the batch. */
  readonly file: string;
  /** From 1. */
  readonly page: number;
}

/** A finished file that motion and order name. */
export interface NamedFile {
  /** `Exhibit A`, `Exhibit A, part 1 of 3`, `Schedule, part 1 of 3`. */
  readonly title: string;
  /** Name of the file. */
  readonly file: string;
  /** SHA-256 in hex. */
  readonly sha256: string;
  readonly pages?: number;
}

/** The list of convictions that motion and order name, finished before them: what is signed is what is filed. */
export interface NamedList {
  /** Of the one file of the list; of its parts' hashes, one a line; or of the text of the motion's own table. */
  readonly sha256: string;
  /** The exhibit, whole or in parts; none where the list is the motion's own table. */
  readonly exhibit: readonly NamedFile[];
  /** The order's schedule in parts, where it is too large for the order itself. */
  readonly schedule: readonly NamedFile[];
  /** The ground on which the complete list is confidential; '' where it is public. */
  readonly ground: string;
}

/** Some of the lines of a list that is too large for one file. */
export interface GivenPart {
  /** From 1. */
  readonly part: number;
  readonly parts: number;
  readonly lines: readonly FilingLine[];
}

/** What papers print beside the packet and the office's options: all of it may be left out. */
export interface PaperGiven {
  readonly list?: NamedList;
  readonly part?: GivenPart;
  /** Set for the complete list where the public one leaves something out. */
  readonly seal?: { readonly ground: string; readonly number: string };
  readonly shown?: ShownContent;
  /** Present name and address of the courthouse, from its profile. */
  readonly court?: { readonly name: string; readonly address: readonly string[] };
  readonly service?: readonly ServedParty[];
  /** Titles of the papers that are served. */
  readonly served?: readonly string[];
  readonly batch?: { readonly id: string; readonly packets: number; readonly corrects?: string };
  /** Who confirmed with the court how it takes papers, and when (`yyyymmdd`). */
  readonly confirmed?: { readonly by: string; readonly on: number };
  /** Place of the packet in its batch, from 1. */
  readonly packetNumber?: number;
  readonly copies?: number;
  /** Pages of what a separator or an index stands for. */
  readonly pages?: number;
  readonly challenges?: readonly ChallengedCount[];
  readonly index?: readonly IndexRow[];
}
