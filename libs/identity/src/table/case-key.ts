import { type CaseNumber } from '../record/identity-record';

/**
 * What case numbers are compared by. `full`: letters and digits as they stand. `core`: the digits, without zeros in
 * front, without letters at either end and without the number of a defendant behind a dash (`SCN012345A`, `12345-01`); blank when it is shorter than four digits.
 */
export function caseKeys({ court, number }: CaseNumber): { court: string; full: string; core: string } {
  const full = number.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const core = number
    .toUpperCase()
    .replace(/[-/ ]\d{1,2}\s*$/, '')
    .replace(/[^A-Z0-9]/g, '')
    .replace(/^[A-Z]+|[A-Z]+\d?$/g, '')
    .replace(/\D/g, '')
    .replace(/^0+/, '');
  return { court: court.trim().toUpperCase(), full, core: core.length < 4 ? '' : core };
}
