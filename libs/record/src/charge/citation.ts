import { type Offence } from '../offence';

/** Code letters as the state file and people write them. A pair of letters that is not here is a word of the description. */
const CODES = new Set([
  'BP',
  'CC',
  'CI',
  'CP',
  'EC',
  'ED',
  'EL',
  'FA',
  'FC',
  'FG',
  'FN',
  'GC',
  'HN',
  'HS',
  'IC',
  'LC',
  'MV',
  'PC',
  'PR',
  'PU',
  'RT',
  'SH',
  'UI',
  'US',
  'VC',
  'WI',
]);

const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/\bH ?& ?S(?:C|\b)|\bHSC\b/g, 'HS'],
  [/\bB ?& ?PC?\b/g, 'BP'],
  [/\bW ?& ?IC?\b/g, 'WI'],
  [/\bP\. ?C\.|\bCPC\b/g, 'PC'],
  [/\bV\. ?C\.|\bCVC\b/g, 'VC'],
];

/** Sections of the Penal Code whose name ends with a letter: `288A PC` is section 288a, while `11357A HS` is 11357(a). */
const LETTERED: Readonly<Record<string, RegExp>> = {
  '266': /^[a-k]$/,
  '273': /^(?:[ad-m]|ab)$/,
  '288': /^a$/,
  '337': /^[a-z]$/,
  '484': /^[a-j]$/,
  '487': /^[a-k]$/,
  '499': /^[a-d]$/,
  '529': /^a$/,
  '532': /^[a-f]$/,
  '537': /^[a-g]$/,
  '538': /^[a-h]$/,
  '593': /^[a-g]$/,
  '597': /^[a-z]$/,
  '640': /^[ab]$/,
  '647': /^a$/,
  '653': /^[a-z]$/,
};

/** The four sections that no other code has: read as Health and Safety Code also without its letters. */
const BARE_HEALTH_AND_SAFETY = new Set(['11357', '11358', '11359', '11360']);
const QUALIFIERS: Readonly<Record<string, 'attempt' | 'conspiracy'>> = { '664': 'attempt', '182': 'conspiracy' };

const SECTION = /(?:(\d{1,2}):)?([1-9]\d{1,4})(?:\.(\d{1,5}))?(?!\d)/y;
const RUN_TOGETHER = /664(1135[789]|11360)(?!\d)/y;
const CODE = /\s*([A-Z]{2})(?![A-Z])/y;
const LETTERS = /([A-Z]{1,2})(?![A-Z])/y;
const LETTER_BEFORE_CODE = /([A-Z])(?=([A-Z]{2})(?![A-Z]))/y;
const RUN_ON_PATH = /(\d{1,2}|[A-Z])(?![A-Z0-9]{2})/y;
/** `653(F)` is section 653f: these sections have no subdivisions of their own. */
const WITHOUT_SUBDIVISIONS = new Set(['266', '653']);
const BRACKET = /\s*[([]\s*([IVX]{1,4}|[A-Z]{1,2}|\d{1,3})\s*(?:[)\]]|(?=\s|-|$))/y;
const CODE_FIRST = /([A-Z]{2})(?:\s+§?\s*|§\s*)(?=\d)/y;
const SEPARATOR = /\s*([/,&+]|-|\s)\s*(?=\d|[A-Z]{2}\s+\d)/y;

interface Item {
  readonly section: string;
  readonly path: readonly string[];
  /** The path's first letter stood next to the number, without a bracket. */
  readonly glued: boolean;
  code: string;
}

interface Tail {
  readonly path: readonly string[];
  readonly glued: boolean;
  readonly code: string;
  readonly end: number;
}

/** What one place of a text cites, and where the citation ends. */
export interface CitationGroup {
  readonly offences: readonly Offence[];
  /** True when every offence has its code, written or certain. */
  readonly coded: boolean;
  /** True when code letters were written. */
  readonly lettersWritten: boolean;
  readonly end: number;
}

/** Upper case, one spelling per code, so that the grammar below is small. Lengths may change: positions are of the result. */
export function normaliseCitationText(text: string): string {
  let upper = text.toUpperCase();
  for (const [pattern, code] of SPELLINGS) upper = upper.replace(pattern, code);
  return upper;
}

function at(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position;
  return pattern.exec(text);
}

function readItem(text: string, start: number): { readonly items: Item[]; readonly end: number } | undefined {
  let position = start;
  let code = '';
  const first = at(CODE_FIRST, text, position);
  if (first && CODES.has(first[1] ?? '')) {
    code = first[1] ?? '';
    position += first[0].length;
  }
  const together = at(RUN_TOGETHER, text, position);
  if (together) {
    const tail = readTail(text, position + together[0].length);
    return { items: [qualifierItem('664'), itemOf(together[1] ?? '', tail, code)], end: tail.end };
  }
  const number = at(SECTION, text, position);
  if (!number) return undefined;
  const [, title, whole = '', fraction] = number;
  const tail = readTail(text, position + number[0].length);
  if (fraction !== undefined && fraction.length >= 3 && QUALIFIERS[whole]) {
    return { items: [qualifierItem(whole), itemOf(fraction, tail, code)], end: tail.end };
  }
  const section = `${title ? `${title}:` : ''}${whole}${fraction === undefined ? '' : `.${fraction}`}`;
  return { items: [itemOf(section, tail, code)], end: tail.end };
}

function qualifierItem(section: string): Item {
  return { section, path: [], glued: false, code: '' };
}

function itemOf(section: string, tail: Tail, codeBefore: string): Item {
  return { section, path: tail.path, glued: tail.glued, code: codeBefore || tail.code };
}

/** Letters, bracketed subdivisions and code letters after a section number. */
function readTail(text: string, start: number): Tail {
  const path: string[] = [];
  let position = start;
  const beforeCode = at(LETTER_BEFORE_CODE, text, position);
  const letters = at(LETTERS, text, position);
  if (beforeCode && CODES.has(beforeCode[2] ?? '')) {
    path.push((beforeCode[1] ?? '').toLowerCase());
    position += 1;
  } else if (letters && !CODES.has(letters[1] ?? '')) {
    path.push((letters[1] ?? '').toLowerCase());
    position += letters[0].length;
    for (let more = at(RUN_ON_PATH, text, position); more && path.length < 6; more = at(RUN_ON_PATH, text, position)) {
      path.push((more[1] ?? '').toLowerCase());
      position += more[0].length;
    }
  }
  const glued = path.length > 0;
  for (let bracket = at(BRACKET, text, position); bracket && path.length < 8; bracket = at(BRACKET, text, position)) {
    path.push((bracket[1] ?? '').toLowerCase());
    position += bracket[0].length;
  }
  const code = at(CODE, text, position);
  if (code && CODES.has(code[1] ?? '')) return { path, glued, code: code[1] ?? '', end: position + code[0].length };
  return { path, glued, code: '', end: position };
}

/**
 * Reads the citation that begins at `start` of a normalised text: sections joined by `/ , & +`, an attempt or a conspiracy
 * before or after (`664-11358`, `11358/664`, `182(A)(1)/11359`). `loose` lets a hyphen join two sections without a
 * qualifier (`215-186.22(B)(4) PC`), as only a charge field does. Undefined when no section stands there.
 */
export function readCitationGroup(text: string, start: number, loose: boolean): CitationGroup | undefined {
  const first = readItem(text, start);
  if (!first) return undefined;
  const items = [...first.items];
  let end = first.end;
  for (let count = 0; count < 8; count++) {
    const separator = at(SEPARATOR, text, end);
    if (!separator) break;
    const next = readItem(text, end + separator[0].length);
    if (!next || !mayJoin(separator[1] ?? '', items, next.items, loose)) break;
    items.push(...next.items);
    end = next.end;
  }
  return toGroup(items, end);
}

function mayJoin(separator: string, before: readonly Item[], next: readonly Item[], loose: boolean): boolean {
  const previous = before[before.length - 1];
  if (!previous) return false;
  const nextIsQualifier = next.every((each) => QUALIFIERS[each.section]);
  const beforeIsQualifier = before.every((each) => QUALIFIERS[each.section]);
  const certain = next.some((each) => each.code !== '' || BARE_HEALTH_AND_SAFETY.has(each.section));
  if (beforeIsQualifier || nextIsQualifier) return previous.code === '' || separator !== '-' || certain;
  if (separator === '-') return loose && previous.code === '' && next.some((each) => each.code !== '');
  return (loose ? /[/,&+]/ : /\//).test(separator) && certain;
}

function toGroup(items: readonly Item[], end: number): CitationGroup {
  let following = '';
  const coded = items.map((each) => ({ ...each }));
  for (let i = coded.length - 1; i >= 0; i--) {
    const each = coded[i];
    if (!each) continue;
    if (each.code === '') each.code = following;
    following = each.code;
  }
  const qualifiers = new Set(coded.map((each) => QUALIFIERS[each.section]).filter((each) => each !== undefined));
  let objects = coded.filter((each) => !QUALIFIERS[each.section]);
  if (objects.length === 0) {
    const object = coded.find((each) => each.section === '182') ?? coded[0];
    objects = object ? [object] : [];
    qualifiers.delete(QUALIFIERS[object?.section ?? ''] ?? 'attempt');
  }
  const lettersWritten = items.some((each) => each.code !== '');
  const offences = objects.map((each): Offence => {
    const code = codeOf(each, qualifiers.size > 0);
    const letter = each.path[0] ?? '';
    const lettered =
      code === 'PC' &&
      LETTERED[each.section]?.test(letter) === true &&
      (each.glued || WITHOUT_SUBDIVISIONS.has(each.section));
    return {
      code,
      section: lettered ? `${each.section}${letter}` : each.section,
      path: lettered ? each.path.slice(1) : each.path,
      qualifiers: (['attempt', 'conspiracy'] as const).filter((each) => qualifiers.has(each)),
    };
  });
  return { offences: distinct(offences), coded: offences.every((each) => each.code !== ''), lettersWritten, end };
}

function codeOf(each: Item, qualified: boolean): string {
  if (!BARE_HEALTH_AND_SAFETY.has(each.section)) return each.code;
  // `182(A)(1)/11359 PC`: the letters are those of the conspiracy or attempt.
  return each.code === '' || (qualified && each.code === 'PC') ? 'HS' : each.code;
}

function distinct(offences: readonly Offence[]): Offence[] {
  const seen = new Set<string>();
  return offences.filter((each) => {
    const key = JSON.stringify(each);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
