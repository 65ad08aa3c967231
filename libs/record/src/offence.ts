/** A qualifier that a charge carries beside its section. */
export type OffenceQualifier = 'attempt' | 'conspiracy';

/**
 * One offence as cited: `664/11358(C) HS` is `{ code: 'HS', section: '11358', path: ['c'], qualifiers: ['attempt'] }`.
 * Letters of the path are lower case, digits as written; `code` is upper case.
 */
export interface Offence {
  readonly code: string;
  readonly section: string;
  readonly path: readonly string[];
  readonly qualifiers: readonly OffenceQualifier[];
}

/**
 * Why a charge field cites nothing: nothing is written; it points to a comment that cites nothing; no section stands in
 * it (numbers that only contain one do not count); or a section without code letters that several codes have.
 */
export type ChargeProblem = 'blank' | 'see-comment' | 'no-section' | 'no-code';

/** What the words of a charge may say and do not say for certain. */
export type OpenReadingCode = 'attempt-in-words' | 'conspiracy-in-words' | 'section-in-words';

/** A part of a charge that a person has to read: it may change the offence, so it is neither taken nor passed over. */
export interface OpenReading {
  readonly code: OpenReadingCode;
  /** The words that leave it open, in upper case. */
  readonly words: string;
}

/** A charge that cites at least one offence. */
export interface ReadCharge {
  /** The field as the source has it, blanks around removed. */
  readonly text: string;
  /** In the order cited. */
  readonly offences: readonly Offence[];
  readonly problem?: undefined;
  /** What stays open beside the offences; absent when nothing does. */
  readonly open?: readonly OpenReading[];
}

/** A charge that cites nothing, and why. */
export interface UnreadCharge {
  /** The field as the source has it, blanks around removed. */
  readonly text: string;
  readonly offences: readonly Offence[];
  readonly problem: ChargeProblem;
  readonly open?: undefined;
}

/** What a charge field says: the offences that it cites, or why nothing could be read (`problem` tells which). */
export type Charge = ReadCharge | UnreadCharge;
