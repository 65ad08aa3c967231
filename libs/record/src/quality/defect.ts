import { type Coverage } from '../courthouses/coverage';
import { type CorrectionField } from '../corrections/correction';
import { type SourceRow } from '../history';

/**
 * What a record cannot tell, by kind. Codes are stable. How each is defined stands in docs/data-quality.md: all of them
 * concern a conviction, its cycle, a cannabis count without a disposition, or the person, because nothing else decides.
 */
export const DEFECT_KINDS = [
  'missing-disposition',
  'partial-date',
  'conflicting-birth-dates',
  'unknown-section',
  'severity-not-stated',
  'disposition-before-arrest',
  'conviction-before-age-ten',
  'orphan-sentence',
  'rejected-row',
  'unknown-court-code',
  'two-case-numbers',
  'not-in-the-state-file',
  'not-in-the-court-extract',
  'possible-other-record',
  'sources-disagree',
] as const;

export type DefectKind = (typeof DEFECT_KINDS)[number];

/** One defect, with its place. */
export interface Defect {
  readonly kind: DefectKind;
  /** The count as decisions name it, `0:101002001000`; '' where the defect is the whole person's. */
  readonly key: string;
  /** The row to look at; absent where the history has no row at all. */
  readonly at?: Pick<SourceRow, 'file' | 'row' | 'line' | 'page'>;
  /** Which value would mend it; '' where no single value does. */
  readonly field: CorrectionField | '';
  /** What the record says there now, as `recordedValue` gives it, of `unknown-court-code` the code; '' when nothing. */
  readonly now: string;
  /** Where another value may be the wrong one: which, and what the record says of it. */
  readonly or?: { readonly field: CorrectionField; readonly now: string };
  /** What the count is looked up by; absent where the defect is the whole person's. */
  readonly count?: { readonly charge: string; readonly court: string; readonly caseNumbers: readonly string[] };
}

/** What sort of source an input file is. */
export type SourceKind = 'state-file' | 'court-extract' | 'rap-sheet' | 'done-list';

/** One input of a run. */
export interface SourceFile {
  readonly kind: SourceKind;
  /** Of a court extract: the counties, courthouses and days whose convictions it would have. */
  readonly covers?: readonly Coverage[];
}
