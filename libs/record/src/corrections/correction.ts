import { type History } from '../history';
import { type CalendarDate } from '../partial-date';
import { type Impossible } from './impossible';

/** What of a record can be corrected. Values are written as `readCorrectionValue` says. */
export const CORRECTION_FIELDS = [
  'disposition',
  'conviction-date',
  'arrest-date',
  'birth-date',
  'severity',
  'section',
  'case-number',
] as const;

export type CorrectionField = (typeof CORRECTION_FIELDS)[number];

/** Where a correction stands: the same over runs, whatever the file's rows do. */
export interface CorrectionPlace {
  /** Clearway's id of the person. */
  readonly person: string;
  /** The count as decisions name it, `0:101002001000`; '' for the person's own values (`birth-date`). */
  readonly key: string;
  readonly field: CorrectionField;
}

/** A value that somebody found outside the source. The source is never changed. */
export interface Correction extends CorrectionPlace {
  readonly id: string;
  /** What the record said when it was made (`recordedValue`): where it says something else now, the correction is stale. */
  readonly was: string;
  readonly value: string;
  /** Where the value was found. */
  readonly evidence: string;
  readonly by: string;
  readonly on: CalendarDate;
}

/**
 * What became of a correction of a person's record. `no-such-place`: there is no such count, or nothing of it can be corrected;
 * `impossible`: no record can say so, with why.
 */
export interface AppliedCorrection extends Correction {
  readonly state: 'used' | 'stale' | 'no-such-place' | 'impossible';
  readonly impossible?: Impossible;
}

/** A history for deciding, with what became of each correction of the person; absent where there is none. */
export interface CorrectedHistory extends History {
  readonly corrections?: readonly AppliedCorrection[];
}

/** The key under which a field is corrected: birth dates are the person's, whichever count shows that they are wrong. */
export function correctionKey(field: CorrectionField, key: string): string {
  return field === 'birth-date' ? '' : key;
}
