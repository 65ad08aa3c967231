/** A case number in the parts by which it is compared. */
interface CaseNumberParts {
  /** Letters and digits as they stand. */
  readonly whole: string;
  /** Letters in front: a courthouse, or the kind of case. */
  readonly prefix: string;
  /** What is between, without zeros in front of numbers, and the same in one piece. */
  readonly core: string;
  readonly joined: string;
  /** The pieces between signs without their zeros, in one piece. */
  readonly bare: string;
  /** Letters behind, or a number of a defendant behind a sign. */
  readonly suffix: string;
}

/** A number this short is no number of one case by itself. */
const TELLS_A_CASE = 4;

/**
 * Do two case numbers of one court name one case? Zeros in front, blanks and signs tell nothing apart. Letters in front or behind
 * tell cases apart where both numbers have them (BA and SA are two courthouses); where one leaves them out, it is `alike`.
 */
export function sameCase(one: string, other: string): 'same' | 'alike' | 'no' {
  const a = partsOf(one);
  const b = partsOf(other);
  if (a.whole === '' || b.whole === '') return 'no';
  if (a.whole === b.whole) return 'same';
  const padded = a.core !== b.core && a.joined !== b.joined;
  // One may show by a sign where the zeros stand that the other leaves out: F-98-01234 and F981234.
  if (padded && a.bare !== b.joined && a.joined !== b.bare) return 'no';
  if (!padded && a.prefix === b.prefix && a.suffix === b.suffix) return 'same';
  if (a.joined.replace(/\D/g, '').length < TELLS_A_CASE) return 'no';
  return agree(a.prefix, b.prefix) && agree(a.suffix, b.suffix) ? 'alike' : 'no';
}

/** How much of a case number is written: of two ways to write it, the one that says more. */
export function lettersAndDigits(number: string): number {
  return plain(number).length;
}

function agree(one: string, other: string): boolean {
  return one === '' || other === '' || one === other;
}

function plain(number: string): string {
  return number.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

const remembered = new Map<string, CaseNumberParts>();
const LIMIT = 10_000;

function partsOf(number: string): CaseNumberParts {
  const known = remembered.get(number);
  if (known) return known;
  if (remembered.size >= LIMIT) remembered.clear();
  const parts = read(number);
  remembered.set(number, parts);
  return parts;
}

function read(number: string): CaseNumberParts {
  const pieces = [...number.toUpperCase().matchAll(/([^A-Z0-9]*)([A-Z]+|\d+)/g)].map(([, sign = '', text = '']) => ({
    sign,
    text,
  }));
  const isLetters = (text: string | undefined): boolean => text !== undefined && /^[A-Z]/.test(text);
  const prefix = isLetters(pieces[0]?.text) ? (pieces.shift()?.text ?? '') : '';
  const last = pieces[pieces.length - 1];
  const defendant =
    last !== undefined &&
    last.sign !== '' &&
    last.text.length <= 2 &&
    pieces.slice(0, -1).some(({ text }) => text.length >= TELLS_A_CASE);
  const suffix = pieces.length > 0 && (isLetters(last?.text) || defendant) ? (pieces.pop()?.text ?? '') : '';
  return {
    whole: plain(number),
    prefix,
    core: pieces.map(({ text }) => withoutZeros(text)).join('.'),
    joined: withoutZeros(pieces.map(({ text }) => text).join('')),
    bare: pieces.map(({ text }) => withoutZeros(text)).join(''),
    suffix: withoutZeros(suffix),
  };
}

function withoutZeros(text: string): string {
  return text.replace(/^0+(?=.)/, '');
}
