/** What is still to be told of a count when the person was taken: the line of the sorted extract, and whether it was granted. */
export interface OpenCount {
  line?: number;
  grantedOn?: string;
}

/** A row of the extract that waits to be sorted. */
export interface HeldRow {
  readonly caseNumber: string;
  readonly person: number;
  /** Its place among the rows of the person. */
  readonly at: number;
  /** Before and after the number of the defendant in the case. */
  readonly text: readonly [string, string];
  readonly count: OpenCount;
}

export interface GrantedCount {
  readonly cii: string;
  readonly caseNumber: string;
  readonly section: string;
  readonly on: string;
}
