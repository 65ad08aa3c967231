import { readCharge } from '@clearway/record';

/** `CNT:001-003,006 #A1 #A2`: which counts, and their case numbers. */
export interface CountLine {
  /** Rising; at least one. */
  readonly numbers: readonly number[];
  readonly caseNumbers: readonly string[];
  /** `F`, `M`, `I`, `N` or blank. */
  readonly classOfCharge: string;
  /** What else stands on the line. */
  readonly rest: string;
}

const LONGEST_RANGE = 200;
const LONGEST_LEAP = 20;
const RANGE = /\d{1,3}(?:\s*-\s*\d{1,3})?/.source;
/** Counts and ranges of counts, up to the case numbers or the end of the line. */
const LISTED = new RegExp(`^(${RANGE}(?:(?:\\s*[,;&]\\s*|\\s+)${RANGE})*)(\\s*(?:#.*|PAGE \\d+ OF \\d+.*)?)$`);
/** Where other words follow, numbers after a blank may be theirs: `01 459 PC-BURGLARY`. */
const FIRST = new RegExp(`^(${RANGE}(?:\\s*[,;&]\\s*${RANGE})*)(?!\\d)(.*)$`);
const CLASS = /\s*\bTOC\s?[:;]\s?([MFIN])\b/;

/** Undefined when the line begins no count. `following` is the number of a count whose line gives none. */
export function countLineOf(text: string, following: number): CountLine | undefined {
  if (!text.startsWith('CNT:')) return undefined;
  const { text: whole, classOfCharge } = withoutClass(text.slice(4).trim());
  const [, listed = '', tail = ''] = LISTED.exec(whole) ?? FIRST.exec(whole) ?? ['', '', whole];
  const numbers = numbersOf(listed);
  const [before = '', ...cases] = (numbers || listed === '' ? tail : whole.replace(/^\d{1,3}/, ''))
    .replace(/\bPAGE \d+ OF \d+/, ' ')
    .split('#');
  // Scanning may put the charge on the line of the count, after its case number.
  const [, number, charge = ''] = /^\s*(\S+)\s+(\S.*)$/.exec(cases[cases.length - 1] ?? '') ?? [];
  const isJoined = number !== undefined && isChargeLine(charge);
  if (isJoined) cases[cases.length - 1] = number;
  return {
    numbers: numbers ?? [Number(/^\d{1,3}/.exec(whole)?.[0] ?? following)],
    caseNumbers: cases.map(caseNumberOf).filter((each) => each !== ''),
    classOfCharge,
    rest: `${before}${isJoined ? charge : ''}`.trim(),
  };
}

/** `1-3,6` as 1, 2, 3, 6; undefined where the numbers do not rise, or leap further than counts of a case do. */
function numbersOf(listed: string): readonly number[] | undefined {
  const numbers: number[] = [];
  for (const part of listed.split(/\s*[,;&]\s*|(?<=\d)\s+(?=\d)/).filter((each) => each !== '')) {
    const [from = 0, through = from] = part.split('-').map(Number);
    const last = numbers[numbers.length - 1];
    if (through < from || through - from >= LONGEST_RANGE) return undefined;
    if (last !== undefined && (from <= last || from - last > LONGEST_LEAP)) return undefined;
    for (let number = from; number <= through; number++) numbers.push(number);
  }
  return numbers.length === 0 || numbers.length > LONGEST_RANGE ? undefined : numbers;
}

/** A case number keeps every digit, zero and suffix; only marks after it go. */
export function caseNumberOf(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/^[\s.:;,-]+|[\s.:;,-]+$/g, '');
}

/** `11358 HS-CULTIVATE TOC:F` without the class. */
export function withoutClass(text: string): { readonly text: string; readonly classOfCharge: string } {
  const match = CLASS.exec(text);
  return match ? { text: text.replace(CLASS, '').trim(), classOfCharge: match[1] ?? '' } : { text, classOfCharge: '' };
}

/** Does a line without a label cite a charge, or say that it stands in a comment? */
export function isChargeLine(text: string): boolean {
  if (/^SEE COM/.test(text)) return true;
  if (!/^[^A-Z\d]{0,3}\d|^(?:ATT|CONSP|HS|PC|VC|BP|WI)[A-Z]*[ .-]+\(?\d/.test(text)) return false;
  return readCharge(text).offences.length > 0 || /^\d[\d.:]*(?:\([A-Z\d]+\))* ?[A-Z]{2} ?-/.test(text);
}
