/** One record of a person in one source; records of one line of the truth are one person. */
export type LinkedRecordTruth =
  | { readonly source: 'state-file'; readonly subjectId: string; readonly cii: string }
  | {
      readonly source: 'court-extract';
      /** Blank when the rows do not say it. */
      readonly cii: string;
      /** The court's own number of the person; blank when the rows do not say it. */
      readonly personNumber: string;
      /** Physical lines of the extract, from 1, the header counted. */
      readonly lines: readonly number[];
    }
  | { readonly source: 'rap-sheet'; readonly file: string; readonly cii: string };

/** One count of a court, wherever it stands. */
export interface LinkedCountTruth {
  readonly county: string;
  readonly court: string;
  readonly section: string;
  readonly date: string;
  readonly caseNumber: string;
  readonly convicted: boolean;
  /** CNT_ORDER in the state's file. */
  readonly state?: string;
  /** Line of the court's extract. */
  readonly line?: number;
  /** Name of the sheet, and cycle, event and count on it as CNT_ORDER counts them. */
  readonly sheet?: { readonly file: string; readonly count: string };
  /** Set for a conviction that one source alone has. */
  readonly onlyIn?: 'state-file' | 'court-extract' | 'rap-sheet';
  /** The day on which the done list says that a court granted it. */
  readonly grantedOn?: string;
}

/** One line of the truth about linked files: what the plan knows of one person. */
export interface LinkedPersonTruth {
  readonly person: number;
  /** The state has given the person two CIIs: to the files it is two people, and nothing is promised. */
  readonly unclear: boolean;
  /** The twin or the father, by number: much of what is said of both is the same. */
  readonly relativeOf?: number;
  readonly records: readonly LinkedRecordTruth[];
  readonly counts: readonly LinkedCountTruth[];
}

/** The last line of the truth about linked files. */
export interface LinkedFilesTruth {
  readonly people: number;
  readonly recordsOf: { readonly stateFile: number; readonly courtExtract: number; readonly rapSheet: number };
  readonly courtRows: number;
  readonly convictionsOnlyIn: { readonly stateFile: number; readonly courtExtract: number; readonly rapSheet: number };
  readonly convictionsInSeveral: number;
  readonly granted: number;
}
