const SUFFIXES = new Map([
  ['JR', 'Jr.'],
  ['SR', 'Sr.'],
  ['II', 'II'],
  ['III', 'III'],
  ['IV', 'IV'],
  ['2ND', '2nd'],
  ['3RD', '3rd'],
]);

/** Words that stand before a family name; the first of a name keeps its capital, later ones are small. */
const PARTICLES = new Set([
  'DE',
  'DEL',
  'DELLA',
  'LA',
  'LAS',
  'LOS',
  'EL',
  'DA',
  'DAS',
  'DI',
  'DO',
  'DOS',
  'DU',
  'VAN',
  'VON',
  'DER',
  'DEN',
  'TER',
  'TEN',
  'Y',
  'E',
  'BIN',
  'BINT',
  'IBN',
  'ZU',
]);

/** Names in `Mac` whose next letter is a capital; most others (Macias, Machado, Mack) are one word. */
const MAC_NAMES =
  /^MAC(ARTHUR|AULAY|AULEY|BRIDE|CABE|CALLUM|CARTHY|COLL|DONALD|DONNELL|DOUGAL|DOUGALL|DUFF|FARLAND|FARLANE|GREGOR|GYVER|INNES|INTOSH|INTYRE|IVER|KAY|KENNA|KINNON|LACHLAN|LAREN|LEAN|LELLAN|LEOD|MAHON|MASTER|MILLAN|MULLEN|NAB|NAMARA|NEIL|NEILL|PHAIL|PHERSON|QUEEN|RAE|TAGGART|TAVISH|VEY|VICAR)$/;

/**
 * A name as the state writes it (`LAST,FIRST M`, upper case) in the order and the letters that a person would use.
 * A name that already has small letters keeps its letters. A blank name stays blank.
 *
 * @example humanName("O'BRIEN,SEAN P JR") // "Sean P O'Brien Jr."
 * @example humanName('DE LA CRUZ,MARY ANN') // 'Mary Ann De la Cruz'
 */
export function humanName(stateName: string): string {
  const parts = stateName.split(',').map((part) => part.replace(/\s+/g, ' ').trim());
  const suffixes: string[] = [];
  const last = wordsOf(parts[0] ?? '', suffixes);
  const given = parts.slice(1).flatMap((part) => wordsOf(part, suffixes));
  const shout = stateName === stateName.toUpperCase();
  const family = shout ? last.map((word, i) => familyWord(word, i, last.length)) : last;
  const first = shout ? given.map((word) => casedWord(word)) : given;
  return [...first, ...family, ...suffixes].join(' ');
}

/** Most names: unaccented capitals that cannot be a Mc or a Mac. */
const PLAIN = /^(?!MC|MAC)[A-Z]+$/;

/** The words of one part; suffixes such as JR at its end are taken out, unless nothing else would be left. */
function wordsOf(part: string, suffixes: string[]): string[] {
  const words = part.split(' ').filter((word) => word !== '');
  for (;;) {
    const suffix = SUFFIXES.get((words.at(-1) ?? '').replace(/\.$/, '').toUpperCase());
    if (suffix === undefined) return words;
    if (words.length === 1 && suffixes.length > 0) return words;
    suffixes.unshift(suffix);
    words.pop();
  }
}

function familyWord(word: string, index: number, words: number): string {
  if (PARTICLES.has(word) && index < words - 1) return index === 0 ? capital(word) : word.toLowerCase();
  return casedWord(word);
}

function casedWord(word: string): string {
  return word.split('-').map(casedPart).join('-');
}

function casedPart(part: string): string {
  if (PLAIN.test(part)) return part.slice(0, 1) + part.slice(1).toLowerCase();
  const apostrophe = /^([^'’]+)(['’])(.+)$/u.exec(part);
  if (apostrophe) {
    const [, before = '', mark = '', after = ''] = apostrophe;
    return `${capital(before)}${mark}${before.length === 1 ? casedPart(after) : after.toLowerCase()}`;
  }
  if (/^MC\p{Lu}{2,}$/u.test(part)) return `Mc${capital(part.slice(2))}`;
  if (MAC_NAMES.test(part)) return `Mac${capital(part.slice(3))}`;
  return capital(part);
}

function capital(word: string): string {
  const [first = '', ...rest] = [...word];
  return first.toUpperCase() + rest.join('').toLowerCase();
}
