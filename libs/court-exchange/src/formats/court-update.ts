/**
 * One count of `court_update.json`. Confidential: it carries what the state needs to find the person. The public data file of the
 * clerk (`court_update.csv`, in the court's own columns) is made from the same rows without `matchKeys`.
 */
export interface CourtUpdateRow {
  readonly packet: string;
  /** Number of the line within its packet, from 1: the same on exhibit and order. `packet` and `line` name a row for ever. */
  readonly line: number;
  /** `packet` and `line` in one short word that a court's system can carry and send back: `3f9a01bc44de-17`. */
  readonly ref: string;
  /** The one that takes papers today. */
  readonly courthouse: string;
  /** The court that convicted, as the state's record names it; another than `courthouse` where that one is closed. */
  readonly courthouseOfRecord: string;
  readonly courthouseOri: string;
  /** The number under which it is filed: the court's present one where it is known. */
  readonly caseNumber: string;
  /** The number in the state's record, where the court has renumbered the case; else ''. */
  readonly formerCaseNumber: string;
  readonly otherCaseNumbers: readonly string[];
  readonly defendant: string;
  /** Number of the count; 0 where the record has none. */
  readonly count: number;
  readonly section: string;
  readonly charge: string;
  /** `1998-03-12`, `1998-03`, `1998`, ''. */
  readonly convictionDate: string;
  /** Closed codes of `GrantableRelief`. */
  readonly relief: string;
  readonly statute: string;
  /** Why the count is dismissed, in a code and in words (PC 13151.1); both '' where nothing is dismissed. */
  readonly dispositionReason: { readonly code: string; readonly words: string };
  readonly caseEffect: string;
  readonly arrestToo: boolean;
  readonly floorOnly: boolean;
  readonly agency: string;
  /** Path of the order within the batch. */
  readonly orderFile: string;
  /** What the state's record is found by (PC 13125 elements). '' where the record has none. */
  readonly matchKeys: {
    readonly cii: string;
    readonly name: string;
    readonly otherNames: readonly string[];
    readonly birthDate: string;
    readonly arrestDate: string;
    readonly arrestingOri: string;
    readonly bookingNumber: string;
    readonly courtOri: string;
    readonly chargeCode: string;
    /** CNT_ORDER of the state's record: names the count when the next run is told what was granted. */
    readonly countOrder?: string;
  };
}

/** `court_update.json`. */
export interface CourtUpdate {
  readonly format: 'clearway-court-update-1';
  readonly batch: string;
  readonly rows: readonly CourtUpdateRow[];
}
