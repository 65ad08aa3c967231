/** Facts that a court's data file can carry: those of `CourtUpdateRow` that are public. */
export const COURT_DATA_FIELDS = [
  'ref',
  'packet',
  'line',
  'courthouse',
  'courthouseOfRecord',
  'courthouseOri',
  'caseNumber',
  'formerCaseNumber',
  'otherCaseNumbers',
  'defendant',
  'count',
  'section',
  'charge',
  'convictionDate',
  'relief',
  'statute',
  'dispositionReasonCode',
  'dispositionReason',
  'caseEffect',
  'arrestToo',
  'floorOnly',
  'agency',
  'orderFile',
] as const;
export type CourtDataField = (typeof COURT_DATA_FIELDS)[number];

/** Formats of a cell: a date's order, a number filled with zeros, upper case. */
export const COURT_DATA_FORMATS = ['YYYY-MM-DD', 'MM/DD/YYYY', 'YYYYMMDD', '00', '000', 'upper case'] as const;
export type CourtDataFormat = (typeof COURT_DATA_FORMATS)[number];

/** A column of the court's own data file. */
export interface CourtDataColumn {
  /** Heading. */
  readonly name: string;
  readonly from: CourtDataField;
  /** The court's code for each value of the field; a value without a code stops the batch and never goes out as it is. */
  readonly codes?: Readonly<Record<string, string>>;
  readonly format?: CourtDataFormat;
}
