import { type PartialDate } from '@clearway/record';

/** Where a record comes from. A done-list tells what was done, and holds no record of anybody. */
export type IdentitySource = 'state-file' | 'court-extract' | 'rap-sheet' | 'done-list';

/** A name in parts, as the source divides it. What it does not divide is read by `readName`. */
export interface PersonName {
  readonly last: string;
  readonly first: string;
  readonly middle: string;
  /** `JR`, `SR`, `II`, `III`, `IV` or blank. */
  readonly suffix: string;
}

/** A case number with the court that gave it (a county's name in capitals; blank when the source does not say). */
export interface CaseNumber {
  readonly court: string;
  readonly number: string;
}

/** What one source says of who somebody is: nothing of what was done or decided. */
export interface IdentityRecord {
  /** One id over all files: the same record read twice has the same id. */
  readonly id: string;
  readonly source: IdentitySource;
  /** What names the file: its SHA-256. Subject keys mean something within one file only. */
  readonly file: string;
  /** SUBJECT_ID, or a court's own number of a defendant; blank when the source has none. */
  readonly subject: string;
  /** The state's number of a person; blank when it is not said. */
  readonly cii: string;
  /** A keyed hash of a social security number, never the number; blank when it is not said. */
  readonly ssnHash: string;
  /** The name and its aliases, the first one first. */
  readonly names: readonly PersonName[];
  readonly births: readonly PartialDate[];
  readonly sex: 'M' | 'F' | '';
  readonly cases: readonly CaseNumber[];
}
