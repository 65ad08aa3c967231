import { isCode, isCommonCode } from './citation-text';
import { codeOfBare, isGradeMark, QUALIFIERS } from './sections';

/** One section as a text has it, before its neighbours tell the code that it shares. */
export interface CitationItem {
  readonly section: string;
  readonly path: readonly string[];
  /** The path's first letter stood next to the number, without a bracket. */
  readonly glued: boolean;
  /** The letters written with it; empty when none are. */
  readonly code: string;
}

export interface CitationItems {
  readonly items: readonly CitationItem[];
  readonly end: number;
}

interface Tail {
  readonly path: readonly string[];
  readonly glued: boolean;
  readonly code: string;
  /** A qualifier in brackets: `11359(664) HS`. */
  readonly qualifier: string;
  readonly end: number;
}

const NOT_LONGER = String.raw`(?!\d|\.\d|,0\d\d)`;
const SECTION = new RegExp(String.raw`(?:(\d{1,2}):)?([1-9]\d{1,4})(?:(?:\.(\d{1,3})|,(\d))(?!\d))?${NOT_LONGER}`, 'y');
const RUN_TOGETHER = new RegExp(String.raw`664(\d{5}(?:\.\d)?)${NOT_LONGER}`, 'y');
const QUALIFIER_DOT = new RegExp(String.raw`(664|182)[.,]([1-9]\d{2,4}(?:\.\d{1,2})?)${NOT_LONGER}`, 'y');
const DOT_QUALIFIER = new RegExp(String.raw`(\d{5})[.,](664|182)${NOT_LONGER}`, 'y');
const CODE_FIRST = /([A-Z]{2})[ .:#/-]{0,2}(?:§+|SEC(?:T(?:ION)?)?S?\.?)? ?(?=\d)/y;
const CODE = / ?([A-Z]{2})(?![A-Z])/y;
const CODE_SET_OFF = / ?[-/.,([] ?([A-Z]{2})(?![A-Z])[)\]]?/y;
const LETTERS = /([A-Z]{1,2})(?![A-Z])\)?/y;
const LETTER_BEFORE_CODE = /([A-Z])(?=([A-Z]{2})(?![A-Z]))/y;
const RUN_ON_PATH = /(\d{1,2}|[A-Z])(?![A-Z0-9]{2})/y;
const DIGIT_BEFORE_CODE = /(\d{1,2})(?=([A-Z]{2})(?![A-Z]))/y;
/** `11357 B HS`, `11357-B2 HS`, `11357 SUBD B`: a letter that stands apart. */
const LETTER_APART =
  / ?[-.,]? ?(?:SUB(?:D(?:IV(?:ISION)?)?)?[. ] ?)?([A-Z])(\d{0,2})(?![A-Z\d])(?= ?[-./,([]? ?([A-Z]{2})?(?![A-Z]))/y;
const SUBDIVISION_WORD = /,? ?(?:SUB(?:D(?:IV(?:ISION)?)?)?\.?) ?(?=[([])/y;
const BRACKET = / ?[([] ?([IVX]{1,4}|[A-Z]{1,2}|\d{1,3}) ?(?:[)\]]|(?= |-|$))/y;
const DIGIT_AFTER_BRACKET = /(\d{1,2})(?![\d.]| ?[A-Z]{3})/y;

/** Match of a sticky pattern at one place of a text. */
export function at(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position;
  return pattern.exec(text);
}

function isLetter(text: string, position: number): boolean {
  const code = text.charCodeAt(position);
  return code >= 65 && code <= 90;
}

/** The section at `start` with its code letters before or after it and its subdivisions; a run-together attempt is two items. */
export function readItems(text: string, start: number): CitationItems | undefined {
  let position = start;
  let code = '';
  const first = isLetter(text, position) ? at(CODE_FIRST, text, position) : null;
  if (first && isCode(first[1] ?? '')) {
    code = first[1] ?? '';
    position += first[0].length;
  }
  return readWithQualifier(text, position, code) ?? readSection(text, position, code);
}

/** `66411359`, `664.11359`, `182.11359`, `11359.664`. */
function readWithQualifier(text: string, position: number, code: string): CitationItems | undefined {
  const leads = text.startsWith('664', position) || text.startsWith('182', position);
  const together = leads ? at(RUN_TOGETHER, text, position) : null;
  if (together && codeOfBare(together[1] ?? '') !== '') {
    return withQualifier('664', together[1] ?? '', text, position + together[0].length, code);
  }
  const dotted = leads ? at(QUALIFIER_DOT, text, position) : null;
  if (dotted) return withQualifier(dotted[1] ?? '', dotted[2] ?? '', text, position + dotted[0].length, code);
  const after = /[.,]/.test(text[position + 5] ?? '') ? at(DOT_QUALIFIER, text, position) : null;
  if (after) return withQualifier(after[2] ?? '', after[1] ?? '', text, position + after[0].length, code);
  return undefined;
}

function readSection(text: string, position: number, code: string): CitationItems | undefined {
  const number = at(SECTION, text, position);
  if (!number) return undefined;
  const [whole, title, digits = '', fraction, afterComma] = number;
  const decimals = fraction ?? afterComma;
  const section = `${title ? `${title}:` : ''}${digits}${decimals === undefined ? '' : `.${decimals}`}`;
  return itemsOf(section, text, position + whole.length, code, '');
}

function withQualifier(qualifier: string, section: string, text: string, end: number, code: string): CitationItems {
  return itemsOf(section, text, end, code, qualifier);
}

function itemsOf(section: string, text: string, start: number, code: string, qualifier: string): CitationItems {
  // `PRIOR 484 PC`, `W/PR 484 PC`: rare letters before a number are more often a word.
  const tail = readTail(text, start, section, !isCommonCode(code));
  const item = { section, path: tail.path, glued: tail.glued, code: tail.code || code };
  const qualifiers = [qualifier, tail.qualifier].filter((each) => each !== '');
  return {
    items: [...qualifiers.map((each) => ({ section: each, path: [], glued: false, code: '' })), item],
    end: tail.end,
  };
}

/** `(2)` after `11358(A)/`: a further subdivision of the item before, with what follows it. */
export function readSibling(
  item: CitationItem,
  text: string,
  bracket: number,
): { item: CitationItem; end: number } | undefined {
  const tail = readTail(text, bracket, item.section, true);
  const [first = ''] = tail.path;
  const level = item.path.findLastIndex((each) => /\d/.test(each) === /\d/.test(first));
  if (first === '' || tail.glued || level < 0 || isGradeMark(item.section, first.toUpperCase())) return undefined;
  return {
    item: { ...item, path: [...item.path.slice(0, level), ...tail.path], code: item.code || tail.code },
    end: tail.end,
  };
}

/** Letters, subdivisions and code letters after a section number. */
function readTail(text: string, start: number, section: string, wantsCode: boolean): Tail {
  const path: string[] = [];
  let position = readLetters(text, start, section, path);
  const glued = path.length > 0;
  if (!glued && text[position] !== '(') position = readLetterApart(text, position, section, path);
  let qualifier = '';
  let code = '';
  const word = text[position] === '(' ? null : at(SUBDIVISION_WORD, text, position);
  if (word) position += word[0].length;
  for (let bracket = at(BRACKET, text, position); bracket && path.length < 8; bracket = at(BRACKET, text, position)) {
    const [whole, inside = ''] = bracket;
    if (isCommonCode(inside)) break;
    position += whole.length;
    if (QUALIFIERS[inside]) qualifier = inside;
    else if (path.length > 0 || !isGradeMark(section, inside)) path.push(inside.toLowerCase());
    const digit = at(DIGIT_AFTER_BRACKET, text, position);
    if (digit) {
      path.push(digit[1] ?? '');
      position += digit[0].length;
    }
  }
  if (wantsCode) {
    const written = at(CODE, text, position);
    const setOff = written ? null : at(CODE_SET_OFF, text, position);
    if (written && isCode(written[1] ?? '')) {
      code = written[1] ?? '';
      position += written[0].length;
    } else if (setOff && isCommonCode(setOff[1] ?? '')) {
      code = setOff[1] ?? '';
      position += setOff[0].length;
    }
    const bracket = code !== '' && path.length === 0 ? at(BRACKET, text, position) : null;
    if (bracket && /^[A-E]$/.test(bracket[1] ?? '')) {
      path.push((bracket[1] ?? '').toLowerCase());
      position += bracket[0].length;
    }
  }
  return { path, glued, code, qualifier, end: position };
}

/** `A`, `B2`, `AHS`, `B2HS` next to the number. */
function readLetters(text: string, start: number, section: string, path: string[]): number {
  let position = start;
  if (!isLetter(text, start)) return start;
  const beforeCode = at(LETTER_BEFORE_CODE, text, position);
  const letters = at(LETTERS, text, position);
  if (beforeCode && isCode(beforeCode[2] ?? '')) {
    if (!isGradeMark(section, beforeCode[1] ?? '')) path.push((beforeCode[1] ?? '').toLowerCase());
    return position + 1;
  }
  if (!letters || isCode(letters[1] ?? '')) return position;
  if (isGradeMark(section, letters[1] ?? '')) return position + letters[0].length;
  path.push((letters[1] ?? '').toLowerCase());
  position += letters[0].length;
  while (path.length < 6) {
    const digit = at(DIGIT_BEFORE_CODE, text, position);
    const last = digit && isCode(digit[2] ?? '');
    const more = last ? digit : at(RUN_ON_PATH, text, position);
    if (!more) break;
    path.push((more[1] ?? '').toLowerCase());
    position += more[0].length;
    if (last) break;
  }
  return position;
}

/** A letter that stands apart is a subdivision before code letters, or (of the first letters) before the end or a mark. */
function readLetterApart(text: string, start: number, section: string, path: string[]): number {
  const apart = at(LETTER_APART, text, start);
  if (!apart) return start;
  const [whole, letter = '', digits = '', code = ''] = apart;
  const end = start + whole.length;
  const beforeCode = isCode(code);
  const closed =
    /^[A-E]$/.test(letter) && codeOfBare(section) === 'HS' && /^ ?(?:[-/,;:).]|$)/.test(text.slice(end, end + 2));
  if (!beforeCode && !closed) return start;
  if (isGradeMark(section, letter)) return end;
  path.push(letter.toLowerCase());
  if (digits !== '') path.push(digits);
  return end;
}
