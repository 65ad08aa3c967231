import { type CalendarDate } from '@clearway/record';
import { type ChallengedCount } from '../challenges/challenge-notice';
import { type FilingLine } from '../filing/filing-plan';

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
  /** '' where public papers show no names. */
  readonly defendant: string;
  readonly packet: string;
  /** Path within the batch. */
  readonly file: string;
  /** From 1. */
  readonly page: number;
}

/** A finished file that motion and order name. */
export interface ListedFile {
  /** `Exhibit A`, `Exhibit A, part 1 of 3`, `Schedule, part 1 of 3`. */
  readonly title: string;
  /** Name of the file. */
  readonly file: string;
  /** SHA-256 in hex. */
  readonly sha256: string;
  readonly pages: number;
}

export interface GivenList {
  readonly sha256: string;
  readonly files?: readonly ListedFile[];
  readonly schedule?: readonly ListedFile[];
}

/** Some of the lines of a list that is too large for one file. */
export interface ListPart {
  /** From 1. */
  readonly part: number;
  readonly parts: number;
  readonly lines: readonly FilingLine[];
}

export interface Seal {
  readonly ground: string;
  /** Keeps what is sealed from being guessed by its hash. */
  readonly number: string;
}

/** What papers print beside the packet and the office's options: all of it may be left out. */
export interface PaperGiven {
  /** The list that motion and order name: its hash, its files where it has files of its own, and the order's schedule where that has. */
  readonly list?: GivenList;
  /** Only these lines of the packet stand in the paper's table: a part of a list that is too large for one file. */
  readonly part?: ListPart;
  /** Marks the complete list where the public one leaves something out. */
  readonly seal?: Seal;
  /** The released batch that this one corrects. */
  readonly corrects?: string;
  /** Who confirmed with the court how it takes papers; absent where nobody did. */
  readonly confirmed?: { readonly by: string; readonly on: CalendarDate };
  readonly shown?: ShownContent;
  /** Present name and address of the courthouse, from its profile. */
  readonly court?: { readonly name: string; readonly address: readonly string[] };
  readonly service?: readonly ServedParty[];
  /** Titles of the papers that are served. */
  readonly served?: readonly string[];
  /** Ground of the confidential route; set where something is left out of public papers. */
  readonly confidentialGround?: string;
  readonly batch?: { readonly id: string; readonly packets: number };
  /** Place of the packet in its batch, from 1. */
  readonly packetNumber?: number;
  readonly copies?: number;
  /** Pages of what a separator or an index stands for. */
  readonly pages?: number;
  readonly challenges?: readonly ChallengedCount[];
  readonly index?: readonly IndexRow[];
}
