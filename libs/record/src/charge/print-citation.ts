import { type Charge, type Offence } from '../offence';

/**
 * An offence as it is printed on paper. What is printed reads back to the same offence.
 *
 * @example printCitation({ code: 'HS', section: '11358', path: ['c'], qualifiers: ['attempt'] }) // 'attempt (PC 664) HS 11358(c)'
 */
export function printCitation(offence: Offence): string {
  const qualifiers = [
    offence.qualifiers.includes('attempt') ? 'attempt (PC 664) ' : '',
    offence.qualifiers.includes('conspiracy') ? 'conspiracy (PC 182) ' : '',
  ].join('');
  return `${qualifiers}${offence.code} ${offence.section}${offence.path.map((each) => `(${each})`).join('')}`;
}

/**
 * The words of a charge after its citation, as the state writes them; empty when there are none.
 *
 * @example chargeWords(readCharge('11359HS-POSSESS FOR SALE')) // 'POSSESS FOR SALE'
 */
export function chargeWords(charge: Charge): string {
  const match = /[A-Z)\]\d]\s*-\s*(?=[A-Z])(?![A-Z]{2}\s*-)(.*)$/is.exec(charge.text);
  return match?.[1]?.trim() ?? '';
}
