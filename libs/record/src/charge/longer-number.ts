import { type Charge } from '../offence';

/** A number that no section has, with the letters of a code: the state's numbers of local ordinances are of this kind. */
const LONGER_NUMBER = /^[\s/.,;:*"'(-]*(\d{6,}) ?(?:\([^)]*\))* ?([A-Z]{2})(?![A-Z])/;
/** Two numbers run together, of which one is of cannabis. */
const RUN_TOGETHER = /^1135[789]|^11360|(?:1135[789]|11360)$/;

/**
 * `21135900 PC`: the charge is readable, and it is of no section. A number of the Health and Safety Code with a cannabis section at
 * one of its ends may be two that were run together, and is not taken for one of these.
 */
export function isLongerNumber({ text, problem }: Charge): boolean {
  if (problem !== 'no-section') return false;
  const [, number = '', code = ''] = LONGER_NUMBER.exec(text.toUpperCase()) ?? [];
  return number !== '' && !(code === 'HS' && RUN_TOGETHER.test(number));
}
