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

/** What a charge field says: the offences that it cites, or why nothing could be read. */
export interface Charge {
  /** The field as the source has it, blanks around removed. */
  readonly text: string;
  /** In the order cited; empty when `problem` is set. */
  readonly offences: readonly Offence[];
  readonly problem?: 'blank' | 'see-comment' | 'no-section' | 'no-code';
}
