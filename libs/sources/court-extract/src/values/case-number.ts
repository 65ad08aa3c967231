import { type TableCell } from '../table/table-row';

/** A case number as the court has it, or why it cannot be had. */
export type ReadCaseNumber =
  | { readonly number: string; readonly how?: 'stored-as-number' | 'zeros-restored' }
  | { readonly lost: true };

const SCIENTIFIC = /^(\d)(?:\.(\d+))?E\+?(\d+)$/i;
/** A spreadsheet program keeps no more digits of a number. */
const KEPT_DIGITS = 15;

/**
 * Keeps every digit, zero, blank and suffix of a text. A number of a spreadsheet has lost the zeros in front: it is said, and they
 * are put back only where the mapping says how many digits a case number has. One that lost digits behind is no case number.
 */
export function readCaseNumber({ text, isNumber }: TableCell, digits = 0): ReadCaseNumber {
  const trimmed = text.trim();
  // How a program is told to keep zeros: ="00123", or an apostrophe in front.
  const kept = /^="(.*)"$/.exec(trimmed)?.[1] ?? trimmed.replace(/^'/, '');
  const scientific = SCIENTIFIC.exec(kept);
  if (scientific && (isNumber || scientific[2] !== undefined || kept.includes('+'))) {
    const [, first = '', rest = '', power = '0'] = scientific;
    const exponent = Number(power);
    // A cell shows fewer digits than it holds: only a workbook says all of them.
    if (!isNumber || exponent >= KEPT_DIGITS || rest.length > exponent) return { lost: true };
    return asNumber(`${first}${rest}`.padEnd(exponent + 1, '0'), digits);
  }
  if (isNumber || /^\d+\.0+$/.test(kept)) {
    const whole = kept.replace(/\.0+$/, '');
    if (!/^\d+$/.test(whole) || whole.length > KEPT_DIGITS) return { lost: true };
    return asNumber(whole, digits);
  }
  if (digits > 0 && /^\d+$/.test(kept) && kept.length < digits)
    return { number: kept.padStart(digits, '0'), how: 'zeros-restored' };
  return { number: kept };
}

function asNumber(whole: string, digits: number): ReadCaseNumber {
  return whole.length < digits
    ? { number: whole.padStart(digits, '0'), how: 'zeros-restored' }
    : { number: whole, how: 'stored-as-number' };
}
