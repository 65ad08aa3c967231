import { type Charge } from './offence';
import { type PartialDate } from './partial-date';

/**
 * A person's history: everything that the sources say, in the order of the sources, immutable and plain data (it goes
 * through JSON unchanged). Everything after it is a pure function of it.
 */
export interface History {
  /** Clearway's own id of the person (`personIdOf`): stable over runs and files, never shown as a number of the state. */
  readonly person: string;
  /** The subjects (one per source file and SUBJECT_ID) whose rows were joined. */
  readonly subjects: readonly Subject[];
  /** The first name that is not blank, as the state writes it: `LAST,FIRST M`. */
  readonly name: string;
  /** Further distinct spellings, in order of appearance. */
  readonly otherNames: readonly string[];
  readonly sex: string;
  /** RACE_DESCR as the state writes it, the first that is filled; blank when none is. For counts only: no rule looks at it. */
  readonly race: string;
  /** Distinct birth dates in order of appearance; two full ones that differ are a `conflicting-birth-dates` problem. */
  readonly birthDates: readonly PartialDate[];
  readonly deceased: boolean;
  /** A row of the person was rejected: every test of absence (no super strike, only cannabis) becomes `cannot-tell`. */
  readonly incomplete: boolean;
  readonly cycles: readonly Cycle[];
  readonly problems: readonly RecordProblem[];
}

export interface Subject {
  /** Index of the file in the run's list of inputs. */
  readonly file: number;
  readonly subjectId: string;
  readonly cii: string;
}

/** One arrest and all that followed. */
export interface Cycle {
  /** Index into `History.subjects`. */
  readonly subject: number;
  /** First three digits of CNT_ORDER. */
  readonly order: string;
  /** CYC_DATE: the arrest. */
  readonly date: PartialDate;
  readonly steps: readonly Step[];
}

export type StepType = 'arrest' | 'court-action' | 'registration' | 'deceased' | 'other';

/** One event in a cycle. */
export interface Step {
  /** Digits four to six of CNT_ORDER. */
  readonly order: string;
  readonly type: StepType;
  /** STP_TYPE_DESCR as written. */
  readonly typeText: string;
  /** STP_EVENT_DATE. */
  readonly date: PartialDate;
  readonly agency: Agency;
  readonly counts: readonly Count[];
}

/** Who reported a step: a court for a court action. */
export interface Agency {
  /** STP_ORI_CODE, blank when the file has none. */
  readonly ori: string;
  /** STP_ORI_DESCR, blanks around removed: `CASC LOS ANGELES`. */
  readonly name: string;
  /** STP_ORI_CNTY_NAME in upper case, blanks around removed. */
  readonly county: string;
}

/** One charge in a step: all the rows of its CNT_ORDER. */
export interface Count {
  /** The twelve digits of CNT_ORDER; of a count that the state does not have, see `courtOrder`. */
  readonly order: string;
  readonly rows: readonly SourceRow[];
  /** OFFENSE_DESCR, or COMMENT_TEXT when it says that the charge stands there. */
  readonly charged: Charge;
  /** CONV_OFFENSE_DESCR when filled: what the court convicted of, where it differs from the charge. */
  readonly convictedOf?: Charge;
  /** DISP_OFFENSE_DESCR when filled. */
  readonly disposedOf?: Charge;
  /** Further distinct charges that rows of this count name (a second OFFENSE_DESCR, a second CONV_OFFENSE_DESCR); absent when none. */
  readonly otherCharges?: readonly Charge[];
  /** OFFENSE_TOC, upper case: the class of the charge, `F`, `M`, `I`, `N` or blank. */
  readonly classOfCharge: string;
  /** CONV_OFFENSE_TOC, upper case, when filled. */
  readonly classOfConviction?: string;
  /** The state's code of what the court convicted of (CONV_OFFENSE_CODE), else of the charge (OFFENSE_CODE), when filled. */
  readonly chargeCode?: string;
  /** Every disposition in the order of the rows (sentence rows that repeat one are not another). */
  readonly dispositions: readonly Disposition[];
  readonly sentences: readonly Sentence[];
  readonly caseNumbers: readonly CaseNumber[];
  /** What sources that were put together leave in doubt; absent when nothing. */
  readonly doubts?: readonly CountDoubt[];
  /** What each source says of a value about which they disagree, in the order of the sources; absent when they agree. */
  readonly says?: readonly SourceSays[];
}

/** What one source says of a value of a count about which sources disagree. */
export interface SourceSays {
  /**
   * `sentence`: each has parts that the other lacks. That is no doubt of its own, because most sentences are over long ago: where
   * it decides whether one is, it is asked. `arrest`: the day of the offense, in the same way.
   */
  readonly of: 'conviction' | 'severity' | 'date' | 'sentence' | 'arrest';
  /** `CONVICTED on 1998-05-06`, `DISMISSED`; `FELONY`; `1998-05-06`; `PROBATION 3 Y`; `1998-01-02`. */
  readonly value: string;
  readonly at: Pick<SourceRow, 'file' | 'row' | 'line' | 'page'>;
}

/**
 * `conviction`: one source says that a court convicted, another that it did not. `severity`, `date`: they say different ones, so
 * neither stands. `case-number`: a spreadsheet program may have
 * cut zeros in front of it. `repeated`: this may be another count of the record under another case number or subdivision, so it is no certain prior beside that one.
 */
export type CountDoubt = 'conviction' | 'severity' | 'date' | 'repeated' | 'case-number';

/** Where a row stands in its source. */
export interface SourceRow {
  /** Index of the file in the run's list of inputs. */
  readonly file: number;
  /** Number of the record within its file, from 0, rejected records and the header not counted. */
  readonly row: number;
  /** Byte offset of the record in the (decompressed) file. */
  readonly offset: number;
  /** Physical line on which the record begins, from 1, the header counted; of a source with pages the line on its page. */
  readonly line: number;
  /** Page of a source that has pages, from 1. */
  readonly page?: number;
  /** COMMENT_TEXT when filled. */
  readonly comment?: string;
}

export type Severity = 'felony' | 'misdemeanor' | 'infraction' | 'unknown';

export type DispositionKind =
  | 'convicted'
  | 'dismissed'
  | 'prosecutor-rejected'
  | 'acquitted'
  | 'set-aside-1203.4'
  | 'relief-11361.8'
  | 'reduced-17b'
  | 'sealed'
  | 'other'
  | 'none';

/** What the court did with a count, at one time. */
export interface Disposition {
  readonly kind: DispositionKind;
  /** DISP_DESCR as written. */
  readonly text: string;
  /** STP_EVENT_DATE of the row: the date that the state's step carries. */
  readonly date: PartialDate;
  /** DISP_DATE of the row. */
  readonly dispositionDate: PartialDate;
  /** CONV_STAT_DESCR of the row. */
  readonly severity: Severity;
  /** CONV_STAT_DESCR as written, blanks around removed. */
  readonly severityText: string;
  /** Index into `Count.rows`. */
  readonly row: number;
}

/** One part of a sentence. */
export interface Sentence {
  /** SENT_LOC_DESCR as written, blanks around removed: `JAIL`, `PRISON`, `PROBATION`, `FINE`. */
  readonly place: string;
  /** SENT_LENGTH as written, blanks around removed: a number or a word such as `LIFE`. */
  readonly length: string;
  /** SENT_TIME_CODE, upper case: `D`, `M`, `Y` or blank. */
  readonly unit: string;
  /** Event date of the row: the day from which the part is counted. */
  readonly from: PartialDate;
  /** Index into `Count.rows`. */
  readonly row: number;
}

/** A case number and the column that it came from; digits, zeros and suffixes are kept. */
export interface CaseNumber {
  readonly number: string;
  readonly from: 'OFN' | 'FE_NUM_CRT_CASE';
}

/** Something about a record that a person should know; `code` is stable, the words are rendered later. */
export interface RecordProblem {
  readonly code: RecordProblemCode;
  /** Where it was seen, when it is one place. */
  readonly at?: Pick<SourceRow, 'file' | 'row' | 'line'>;
}

export type RecordProblemCode =
  | 'conflicting-birth-dates'
  | 'missing-birth-date'
  | 'partial-birth-date'
  | 'two-ciis-one-subject'
  | 'missing-event-date'
  | 'partial-event-date'
  | 'unreadable-date'
  | 'unknown-severity'
  | 'unreadable-charge'
  | 'rejected-row'
  /** A court's code of what was done that the mapping of its export does not know: a conviction may hide in it. */
  | 'unknown-court-code'
  /** Two sources say different things of one count; what they differ in is not decided by either. */
  | 'sources-disagree'
  /** Two sources have a conviction of one section, county and day under two case numbers. */
  | 'one-count-two-case-numbers'
  /** Another record may be this person's, holds a conviction, and nobody has answered yet. */
  | 'possible-other-record';
