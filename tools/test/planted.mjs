// Two hundred values that occur nowhere else: where one is found, it came out of a file about people.

/** @param {number} n */
const letters = (n) => String.fromCharCode(65 + Math.floor(n / 26), 65 + (n % 26));

/** A hundred names. @type {readonly string[]} */
export const PLANTED_NAMES = Array.from({ length: 100 }, (_, n) => `ZQXK${letters(n)}VORP`);
/** A hundred long numbers. @type {readonly string[]} */
export const PLANTED_NUMBERS = Array.from({ length: 100 }, (_, n) => `7351908${String(n).padStart(3, '0')}64`);
/** @type {readonly string[]} */
export const PLANTED = [...PLANTED_NAMES, ...PLANTED_NUMBERS];

/** Which planted values a text holds, by their place in the list: the value itself is in no report. @param {string} text @returns {number[]} */
export function plantedIn(text) {
  const folded = text.toUpperCase();
  return PLANTED.flatMap((value, index) => (folded.includes(value) ? [index] : []));
}
