import { type Offence, type OffenceQualifier } from '../offence';
import { at, type CitationItem, readItems, readSibling } from './citation-item';
import { codeBesideOthers, codeOfBare, LETTERED, mayShareCode, QUALIFIERS, WITHOUT_SUBDIVISIONS } from './sections';

/** What one place of a text cites, and where the citation ends. */
export interface CitationGroup {
  readonly offences: readonly Offence[];
  /** True when every offence has its code, written or certain. */
  readonly coded: boolean;
  /** True when code letters were written. */
  readonly lettersWritten: boolean;
  /** Sections beside the offences whose code nothing tells. */
  readonly withoutCode: readonly string[];
  readonly end: number;
}

const SEPARATOR = / ?(AND |OF |[/,&+;:(-]| )[ (]*(?=\d|[A-Z]{2}[ .:#/-]{0,2}\d)/y;
const SIBLING = / ?(?:[/,&+]|AND) ?(?=[([] ?(?:[A-Z]|\d) ?[)\]])/y;
/** What may follow a qualifier that stands last: `11358 HS-182 PLANTS` is no conspiracy. */
const AFTER_QUALIFIER = /(?: ?[-/,;:).(]| ?(?:ATT|CONSP|AND )| ?$)/y;
const LONGEST_LIST = 8;

/**
 * Reads the citation that begins at `start` of a normalised text: sections joined by `/ , & +`, an attempt or a conspiracy
 * before or after (`664-11358`, `11358/664`, `182(A)(1)/11359`). `loose` lets a hyphen or a blank join two sections
 * (`215-186.22(B)(4) PC`), as only a charge field does. Undefined when no section stands there.
 */
export function readCitationGroup(text: string, start: number, loose: boolean): CitationGroup | undefined {
  const first = readItems(text, start);
  if (!first) return undefined;
  const items = [...first.items];
  let end = first.end;
  for (let count = 0; count < LONGEST_LIST; count++) {
    const next = readSiblingAfter(text, end, items) ?? readNext(text, end, items, loose);
    if (!next) break;
    items.push(...next.items);
    end = next.end;
  }
  return toGroup(items, end);
}

function readSiblingAfter(text: string, end: number, items: readonly CitationItem[]) {
  const previous = items[items.length - 1];
  if (!previous || previous.path.length === 0) return undefined;
  const separator = at(SIBLING, text, end);
  const sibling = separator && readSibling(previous, text, end + separator[0].length);
  return sibling ? { items: [sibling.item], end: sibling.end } : undefined;
}

function readNext(text: string, end: number, items: readonly CitationItem[], loose: boolean) {
  const separator = at(SEPARATOR, text, end);
  if (!separator) return undefined;
  const next = readItems(text, end + separator[0].length);
  return next && mayJoin((separator[1] ?? '').trim(), items, next.items, text, next.end, loose) ? next : undefined;
}

function mayJoin(
  separator: string,
  before: readonly CitationItem[],
  next: readonly CitationItem[],
  text: string,
  end: number,
  loose: boolean,
): boolean {
  const previous = before[before.length - 1];
  if (!previous) return false;
  const certain = next.some(isCertain);
  if (before.every(isQualifier)) return certain || (next.every(isLong) && (previous.code === '' || separator !== '-'));
  if (next.every(isQualifier)) return certain || at(AFTER_QUALIFIER, text, end) !== null;
  if (!certain || separator === ':' || separator === '(' || separator === 'OF') return false;
  // `11357 HS; 11358 HS-ATTEMPTED`: a clause of its own, with its own words.
  if (separator === ';' && previous.code !== '' && next.some((each) => each.code !== '')) return false;
  if (!loose) return separator === '/' || (/^(?:[,&+;]|AND)$/.test(separator) && isCertain(previous));
  if (separator === '-') return previous.code === '' || next.every(isLong);
  return separator !== '' || (isCertain(previous) && next.every(isLong));
}

function isQualifier(item: CitationItem): boolean {
  return QUALIFIERS[item.section] !== undefined;
}

function isCertain(item: CitationItem): boolean {
  return item.code !== '' || codeOfBare(item.section) !== '';
}

function isLong(item: CitationItem): boolean {
  return item.section.length >= 3;
}

function toGroup(items: readonly CitationItem[], end: number): CitationGroup {
  const qualifiers = new Set<OffenceQualifier>();
  let objects = items.filter((each) => !isQualifier(each));
  const own = items.filter(isQualifier);
  for (const each of own) qualifiers.add(QUALIFIERS[each.section] ?? 'attempt');
  if (objects.length === 0) {
    // Nothing but qualifiers: the conspiracy, else the attempt, is the offence itself.
    const object = own.find((each) => each.section !== '664') ?? own[0];
    objects = object ? [object] : [];
    qualifiers.delete(QUALIFIERS[object?.section ?? ''] ?? 'attempt');
  }
  const codes = codesOf(items);
  const listed = (['attempt', 'conspiracy'] as const).filter((each) => qualifiers.has(each));
  const withCode = objects.filter((each) => codes.get(each) !== '');
  const lone = withCode.length === 0;
  return {
    offences: distinct((lone ? objects : withCode).map((each) => toOffence(each, codes.get(each) ?? '', listed))),
    coded: !lone,
    lettersWritten: items.some((each) => each.code !== ''),
    withoutCode: lone ? [] : objects.filter((each) => codes.get(each) === '').map((each) => each.section),
    end,
  };
}

/** Each item's code: its own letters, else the one that its section has for certain, else the next one's. */
function codesOf(items: readonly CitationItem[]): ReadonlyMap<CitationItem, string> {
  const codes = new Map<CitationItem, string>();
  const qualified = items.some(isQualifier);
  let following = '';
  for (let i = items.length - 1; i >= 0; i--) {
    const each = items[i];
    if (!each) continue;
    const certain = codeOfBare(each.section) || (items.length > 1 ? codeBesideOthers(each.section) : '');
    let code = each.code || certain;
    // `182(A)(1)/11359 PC`: the letters are those of the conspiracy or attempt.
    if (qualified && code === 'PC' && certain === 'HS') code = certain;
    if (code === '' && mayShareCode(each.section, following)) code = following;
    codes.set(each, code);
    if (each.code !== '') following = each.code;
  }
  return codes;
}

function toOffence(item: CitationItem, code: string, qualifiers: readonly OffenceQualifier[]): Offence {
  const { section, path } = item;
  const letter = path[0] ?? '';
  const lettered =
    code === 'PC' && LETTERED[section]?.test(letter) === true && (item.glued || WITHOUT_SUBDIVISIONS.has(section));
  return {
    code,
    section: lettered ? `${section}${letter}` : section,
    path: lettered ? path.slice(1) : path,
    qualifiers,
  };
}

/** The same offences, each once. */
export function distinct(offences: readonly Offence[]): readonly Offence[] {
  if (offences.length < 2) return offences;
  const seen = new Set<string>();
  return offences.filter((each) => {
    const key = JSON.stringify(each);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
