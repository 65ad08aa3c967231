import { type Charge, type Offence } from '../offence';

/**
 * An offence as it is printed on paper. What is printed reads back to the same offence.
 *
 * @example printCitation({ code: 'HS', section: '11358', path: ['c'], qualifiers: ['attempt'] }) // 'attempt (PC 664) HS 11358(c)'
 */
export function printCitation(offence: Offence): string {
  const { code, section, path, qualifiers } = offence;
  let text = qualifiers.includes('attempt') ? 'attempt (PC 664) ' : '';
  if (qualifiers.includes('conspiracy')) text += 'conspiracy (PC 182) ';
  text += `${code} ${section}`;
  for (const part of path) text += `(${part})`;
  return text;
}

/**
 * The words of a charge after its citation, as the state writes them; empty when there are none.
 *
 * @example chargeWords(readCharge('11359HS-POSSESS FOR SALE')) // 'POSSESS FOR SALE'
 */
export function chargeWords(charge: Charge): string {
  const known = remembered.get(charge);
  if (known !== undefined) return known;
  const words = wordsOf(charge);
  remembered.set(charge, words);
  return words;
}

/** A reader makes one charge for each distinct text, and a county's file has few. */
const remembered = new WeakMap<Charge, string>();

function wordsOf(charge: Charge): string {
  const match = /[A-Z)\]\d]\s*-\s*(?=[A-Z])(?![A-Z]{2}\s*-)(.*)$/is.exec(charge.text);
  return match?.[1]?.trim() ?? '';
}
