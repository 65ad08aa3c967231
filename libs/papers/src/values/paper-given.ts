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

/** A packet as the index of a batch lists it. */
export interface IndexRow {
  readonly packet: string;
  readonly caseNumber: string;
  readonly defendant: string;
  readonly lines: number;
  readonly pages: number;
  /** File within the batch. */
  readonly file: string;
}

/** What papers print beside the packet and the office's options: all of it may be left out. */
export interface PaperGiven {
  /** The list that motion and order name: its hash, and its pages where it is a file of its own. */
  readonly list?: { readonly sha256: string; readonly pages?: number };
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
