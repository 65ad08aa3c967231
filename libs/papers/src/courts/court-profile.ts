import { type CourtDataColumn } from './court-data-column';

/** One motion per courthouse and agency, or one per court, case and person. */
export type FilingMode = 'bulk' | 'per-case';

/** The papers that Clearway makes itself. */
export const OWN_PAPERS = ['motion', 'memorandum', 'order', 'exhibit', 'proof of service'] as const;
export type OwnPaper = (typeof OWN_PAPERS)[number];

/** A paper of a packet: one of Clearway's own, or a form of the court by its number. */
export type CourtPaper = OwnPaper | { readonly form: string };

/** How a court takes papers. */
export interface CourtFiling {
  readonly mode: FilingMode;
  /** In the order in which they are filed. */
  readonly papers: readonly CourtPaper[];
  /** `combined`: motion and order are one file. */
  readonly order: 'separate' | 'combined';
  /** Paper copies that the clerk wants of each packet, from 1. Printed on separators and in the index; files are written once. */
  readonly copies: number;
  readonly sort: 'case-number' | 'defendant';
  /** A sheet before each packet that names it. */
  readonly separators: boolean;
  readonly megabytesPerFile: number;
  /** `volumes`: the packets of a batch are joined to as few files as the size limit allows. Exhibits stay files of their own. */
  readonly delivery: 'files' | 'volumes';
  /** What public papers show. */
  readonly public: PublicContent;
  /** The route for what they do not show; always there where something is held back. */
  readonly confidential?: { readonly ground: string };
  /** Who is served. */
  readonly service: readonly { readonly name: string; readonly address: readonly string[]; readonly email: string }[];
  /** The court's own layout of `court_update.csv`; none: Clearway's. */
  readonly dataFile?: { readonly columns: readonly CourtDataColumn[] };
}

export interface PublicContent {
  readonly names: boolean;
  /** Words of the charge; the section always shows. */
  readonly charges: boolean;
  readonly convictionDates: boolean;
}

/** A courthouse of today and how it takes papers; or, without `knownAs`, what holds for every other court of a county. */
export interface CourtProfile {
  /** `los-angeles-compton`; names the folder of its batches. */
  readonly id: string;
  /** `LOS ANGELES`; `ANY` for the profile of last resort. */
  readonly county: string;
  /** Present name; '' where the profile is for courthouses that only the record names. */
  readonly name: string;
  /** Lines; none where it is not known for certain. */
  readonly address: readonly string[];
  /** Names in the state's record, upper case; `*` stands for anything. */
  readonly knownAs: readonly string[];
  readonly oris: readonly string[];
  /** First letters of its case numbers. */
  readonly casePrefixes: readonly string[];
  /** Set where the courthouse takes no papers any more: the id of the one that does. */
  readonly closed?: { readonly on: string; readonly successor: string };
  readonly note: string;
  /** Where the facts come from. */
  readonly source: string;
  /** Who confirmed it with the court, and when; absent where nobody did. */
  readonly confirmed?: { readonly by: string; readonly on: string };
  readonly filing: CourtFiling;
  /** SHA-256 in hex of all the above. */
  readonly sha256: string;
}
