import { type AppliedCorrection, type CorrectionField, printDate } from '@clearway/record';

/** What a field of a correction is, in words. */
export const CORRECTED_WORDS: Readonly<Record<CorrectionField, string>> = {
  disposition: 'disposition of the count',
  'conviction-date': 'date of the conviction',
  'arrest-date': 'date of the arrest',
  'birth-date': 'date of birth',
  severity: 'grade of the conviction',
  section: 'section of the charge',
  'case-number': 'case number',
};

/** A correction in one line: what the record says, what was put in its place, who said so and when. */
export function correctionLine({ field, was, value, by, on, evidence, state }: AppliedCorrection): string {
  const said = `${CORRECTED_WORDS[field]}: the record ${was === '' ? 'has none' : `says ${was}`}, corrected to ${value}`;
  const source = evidence === '' ? '' : `; ${evidence}`;
  const unused =
    state === 'stale'
      ? ' Not used: the record says something else now.'
      : state === 'impossible'
        ? ' Not used: it cannot be right.'
        : '';
  return `${said} (${by}, ${printDate(on)}${source}).${unused}`;
}
