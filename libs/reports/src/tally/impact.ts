import { addYears, type CalendarDate, isOnOrBefore } from '@clearway/record';
import { type DecidedPerson, type RecordLine } from '@clearway/rules';
import { type Effect } from './relief-given';

/** The three numbers by which the earlier tools measured a policy: does the person keep this on the record? */
export interface Impact {
  /** At least one felony on record (any county, any offence), and none stays one. */
  readonly noFelony: boolean;
  /** At least one conviction on record, and every one is dismissed. */
  readonly noConviction: boolean;
  /** At least one conviction in the seven years before the as-of date, and every one of those is dismissed. */
  readonly noConvictionLast7Years: boolean;
}

/**
 * The effect on a whole record. A conviction whose date cannot tell whether it lies in the last seven years must be
 * dismissed too, and does not by itself make the person one who had such a conviction.
 */
export function impactOn(
  person: DecidedPerson,
  asOf: CalendarDate,
  effectOfLine: (line: RecordLine) => Effect,
): Impact {
  const sevenYearsAgo = addYears(asOf, -7);
  let felonies = 0;
  let recent = 0;
  let keepsFelony = false;
  let keepsConviction = false;
  let keepsRecent = false;
  for (const line of person.record) {
    const effect = effectOfLine(line);
    const old = isOnOrBefore(line.convictedOn, sevenYearsAgo);
    if (line.severity === 'felony') felonies++;
    if (old === 'no') recent++;
    // A conviction of unknown severity may be a felony: it must go as well.
    if (effect === 'none' && (line.severity === 'felony' || line.severity === 'unknown')) keepsFelony = true;
    if (effect !== 'dismissed') {
      keepsConviction = true;
      if (old !== 'yes') keepsRecent = true;
    }
  }
  return {
    noFelony: felonies > 0 && !keepsFelony,
    noConviction: person.record.length > 0 && !keepsConviction,
    noConvictionLast7Years: recent > 0 && !keepsRecent,
  };
}
