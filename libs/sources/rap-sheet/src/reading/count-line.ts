import { readCharge } from '@clearway/record';

/** `CNT:001-003 #A1 #A2`: which counts, and their case numbers. */
export interface CountLine {
  readonly from: number;
  readonly through: number;
  readonly caseNumbers: readonly string[];
  /** `F`, `M`, `I`, `N` or blank. */
  readonly classOfCharge: string;
  /** What else stands on the line. */
  readonly rest: string;
}

const LONGEST_RANGE = 200;
const CLASS = /\s*\bTOC\s?[:;]\s?([MFIN])\b/;

/** Undefined when the line begins no count. `following` is the number of a count whose line gives none. */
export function countLineOf(text: string, following: number): CountLine | undefined {
  if (!text.startsWith('CNT:')) return undefined;
  const { text: whole, classOfCharge } = withoutClass(text.slice(4).trim());
  const [, first, last, tail = ''] = /^(\d{1,3})?(?:\s*-\s*(\d{1,3})(?!\d))?(.*)$/.exec(whole) ?? [];
  const from = first === undefined ? following : Number(first);
  const through = Number(last ?? from);
  const isRange = through >= from && through - from < LONGEST_RANGE;
  const [before = '', ...cases] = tail.replace(/\bPAGE \d+ OF \d+/, ' ').split('#');
  // Scanning may put the charge on the line of the count, after its case number.
  const [, number, charge = ''] = /^\s*(\S+)\s+(\S.*)$/.exec(cases[cases.length - 1] ?? '') ?? [];
  const isJoined = number !== undefined && isChargeLine(charge);
  if (isJoined) cases[cases.length - 1] = number;
  return {
    from,
    through: isRange ? through : from,
    caseNumbers: cases.map(caseNumberOf).filter((each) => each !== ''),
    classOfCharge,
    rest: `${isRange ? '' : `-${last ?? ''} `}${before}${isJoined ? charge : ''}`.trim(),
  };
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
