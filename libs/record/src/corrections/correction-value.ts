import { readCharge } from '../charge/read-charge';
import { MISSING_DATE, parseCalendarDate, parsePartialDate, printDate } from '../partial-date';
import { type CorrectionField } from './correction';

/** What a count can have come to. A petition that came later is no disposition of the count. */
export const CORRECTED_DISPOSITIONS = ['CONVICTED', 'DISMISSED', 'ACQUITTED', 'PROSECUTOR REJECTED'] as const;
export const CORRECTED_SEVERITIES = ['FELONY', 'MISDEMEANOR', 'INFRACTION'] as const;

const DATES: readonly CorrectionField[] = ['conviction-date', 'arrest-date', 'birth-date'];
const LONGEST = 60;

/**
 * A value as corrections keep it, or undefined when it cannot be one: a day `2014-06-09`, or what is known of it (`2014-06`,
 * `2014`); one of the dispositions or grades; a charge that cites a section (`11357(A) HS`); a case number.
 */
export function readCorrectionValue(field: CorrectionField, text: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > LONGEST) return undefined;
  if (DATES.includes(field)) {
    const date = readDate(trimmed);
    return date === MISSING_DATE ? undefined : printDate(date);
  }
  const upper = trimmed.toUpperCase();
  if (field === 'disposition') return CORRECTED_DISPOSITIONS.find((each) => each === upper);
  if (field === 'severity') return CORRECTED_SEVERITIES.find((each) => each === upper);
  if (field === 'section') return readCharge(upper).problem === undefined ? upper : undefined;
  return trimmed;
}

/** `2014-06-09`, `2014-06`, `2014`; 0 when it is none. */
export function readDate(text: string): number {
  if (/^\d{4}(?:-\d{2})?$/.test(text)) return parsePartialDate(text.replace('-', '').padEnd(8, '0'));
  try {
    return parseCalendarDate(text);
  } catch {
    return MISSING_DATE;
  }
}
