import { type PersonName } from '../record/identity-record';
import { foldName } from './fold';

const SUFFIXES: Readonly<Record<string, string>> = {
  JR: 'JR',
  JUNIOR: 'JR',
  SR: 'SR',
  SENIOR: 'SR',
  II: 'II',
  '2ND': 'II',
  III: 'III',
  '3RD': 'III',
  IV: 'IV',
  '4TH': 'IV',
};

/** Words before a family name that one clerk writes and another does not. */
const PARTICLES = new Set(
  'DE DEL DELLA LA LAS LOS EL DA DAS DI DO DOS DU VAN VON DER DEN TER TEN Y E BIN BINT IBN AL ZU ST SAN SANTA'.split(
    ' ',
  ),
);

/**
 * A name as a source writes it, in folded parts. With a comma the family name is first (`LAST,FIRST MIDDLE JR`), without
 * one it is last, with the particles before it. A suffix counts wherever it stands.
 */
export function readName(text: string): PersonName {
  const [head = '', ...rest] = text.split(',');
  const suffixes: string[] = [];
  const before = wordsOf(head, suffixes);
  const given = rest.flatMap((part) => wordsOf(part, suffixes)).flatMap((word) => word.split(' '));
  const suffix = suffixes[0] ?? '';
  if (text.includes(',')) {
    return { last: before.join(' '), first: given[0] ?? '', middle: given.slice(1).join(' '), suffix };
  }
  let start = Math.max(before.length - 1, 0);
  while (start > 1 && PARTICLES.has(before[start - 1] ?? '')) start -= 1;
  return {
    last: before.slice(start).join(' '),
    first: start > 0 ? (before[0] ?? '') : '',
    middle: before.slice(1, start).join(' '),
    suffix,
  };
}

/** The parts of a name folded, with a suffix that a clerk wrote behind the last or the first name taken out. */
export function foldedName(name: PersonName): PersonName {
  const suffixes: string[] = [];
  const last = wordsOf(name.last, suffixes).join(' ');
  const [first = '', ...more] = wordsOf(name.first, suffixes).flatMap((word) => word.split(' '));
  const middle = [...more, ...wordsOf(name.middle, suffixes)].join(' ');
  return { last, first, middle, suffix: SUFFIXES[foldSuffix(name.suffix)] ?? suffixes[0] ?? '' };
}

/** The words of a family name that tell families apart: without its particles, or all of them where nothing is left. */
export function coreWords(last: string): readonly string[] {
  const words = last.split(' ').filter((word) => word !== '');
  const core = words.filter((word) => !PARTICLES.has(word));
  return core.length > 0 ? core : words;
}

function foldSuffix(text: string): string {
  return text.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

function wordsOf(part: string, suffixes: string[]): string[] {
  const words: string[] = [];
  for (const word of part.split(/\s+/)) {
    const suffix = SUFFIXES[foldSuffix(word)];
    if (suffix !== undefined && (words.length > 0 || part.trim() !== word)) suffixes.push(suffix);
    else if (foldName(word) !== '') words.push(foldName(word));
  }
  return words;
}
