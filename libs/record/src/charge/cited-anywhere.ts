import { type Offence, type OffenceQualifier, type OpenReading } from '../offence';
import { type CitationGroup, distinct, readCitationGroup } from './citation';
import { isProcedure, QUALIFIERS } from './sections';
import { mentionsQualifier, qualify, wordsAfter, wordsBefore } from './qualifier-words';

/** What a text cites, and what its words leave open. */
export interface CitedText {
  readonly offences: readonly Offence[];
  readonly open: readonly OpenReading[];
}

/** A citation and where it begins. */
export interface Place {
  readonly start: number;
  readonly group: CitationGroup;
}

const START = /(?<![A-Z0-9.#$]|\d:)(?:[A-Z]{2}[ .:#/-]{0,2}(?:§|SEC(?:TION)?S?\.?)? ?)?\d{2}/g;
const SECTION_BEFORE = /(?:^|[ ,;/])([1-9]\d{1,4}(?:\.\d{1,2})?(?:\([A-Z\d]{1,2}\))*)-$/;
/** A bare number after one of these is the number of something else. */
const NUMBER_OF =
  /(?:CASES?|NO|NOS|NUM|NUMBER|NBR|DOCKET|DKT|SCN|MCN|CRT|COURT|CR|CII|DR|FILE|BKG|BOOKING|REPORT|RPT|WARRANT|WRT|REF|ID|BAIL|FINE|LOG|OFN|ACCT|ADDRESS|ZIP|BOX|ROOM|BADGE|OFFICER)[ .:#-]*$/;
const CHARGE_WORD = /(?:CHARGES?|CHA?RGS?|CHGS?|COUNTS?|CNTS?|CTS?|VIOL|ATT[A-Z]*|CONSP[A-Z]*)[-/:]$/;
const UNIT = /^ ?(?:PLANTS?|GRAMS?|GRMS?|GMS?|LBS?|DOLLARS?|DAYS?|USD|MILES?|\d|-\d|\/\d|,\d{3})/;

/**
 * Every offence that a normalised free text cites with its code letters; without any such, the bare sections that it
 * names. Numbers of cases, dates and amounts cite nothing, nor does a section that says what a court did (`PER 1203.4 PC`).
 */
export function readCitedText(text: string): CitedText {
  return readPlaces(text, placesFrom(text, 0));
}

/** The places of a text that cite with code letters; when there are none and `bareToo`, those that cite bare sections. */
export function placesFrom(text: string, from: number, bareToo = true): readonly Place[] {
  const lettered: Place[] = [];
  const bare: Place[] = [];
  START.lastIndex = from;
  for (let match = START.exec(text); match; match = START.exec(text)) {
    const digits = match.index + match[0].length - 2;
    const place = placeAt(text, match.index) ?? (digits === match.index ? undefined : placeAt(text, digits));
    if (!place) {
      START.lastIndex = endOfNumber(text, digits);
      continue;
    }
    (place.group.lettersWritten ? lettered : bare).push(place);
    START.lastIndex = Math.max(place.group.end, match.index + 1);
  }
  return lettered.length > 0 || !bareToo ? lettered : bare;
}

function placeAt(text: string, start: number): Place | undefined {
  const group = readCitationGroup(text, start, false);
  if (!group || !group.coded || group.offences.length === 0) return undefined;
  if (!group.lettersWritten && !standsAlone(text, start, group)) return undefined;
  const offences = group.offences.filter((each) => !isProcedure(each.code, each.section));
  return { start, group: offences.length === group.offences.length ? group : { ...group, offences } };
}

/** A bare section is no part of a longer number or word, no number of a case, no amount. */
function standsAlone(text: string, start: number, group: CitationGroup): boolean {
  const after = text.slice(group.end, group.end + 10);
  if (/^[A-Z0-9]/.test(after) || UNIT.test(after)) return false;
  const before = text.slice(Math.max(0, start - 12), start);
  if (NUMBER_OF.test(before)) return false;
  if (/[A-Z0-9][-/]$/.test(before) && !CHARGE_WORD.test(before)) return false;
  return group.offences.every((each) => each.section.length >= 5);
}

/** The offences of places that stand in this order, each with what the words around it say. */
export function readPlaces(text: string, places: readonly Place[]): CitedText {
  const [only] = places;
  if (only && places.length === 1 && !mentionsQualifier(text)) {
    return { offences: only.group.offences, open: sectionBefore(text, 0, only.start) };
  }
  const offences: Offence[] = [];
  const open: OpenReading[] = [];
  const before = places.map(({ start }, i) => wordsBefore(text, places[i - 1]?.group.end ?? 0, start));
  let carried: readonly OffenceQualifier[] = [];
  for (const [i, { start, group }] of places.entries()) {
    const next = before[i + 1]?.start ?? text.length;
    const end = clauseEnd(text, group.end, next);
    const said = [...carried, ...(before[i]?.qualifiers ?? [])];
    const isOfNext = end === next && (places[i + 1]?.group.offences.length ?? 0) > 0;
    if (isOfNext && isQualifierOnly(group.offences)) {
      // `182(A)(1) PC-CONSPIRACY TO COMMIT 11359 HS`: the offence that it is of comes next.
      carried = [...said, ...qualifiersOf(group.offences)];
      continue;
    }
    const after = wordsAfter(text.slice(group.end, end), qualify(group.offences, said));
    const added = [...said, ...after.qualifiers];
    offences.push(...qualify(group.offences, added));
    open.push(...sectionBefore(text, places[i - 1]?.group.end ?? 0, before[i]?.start ?? start));
    open.push(
      ...[...(before[i]?.open ?? []), ...after.open].filter((each) => !added.some((one) => each.code.startsWith(one))),
    );
    carried = [];
  }
  return { offences: distinct(offences), open };
}

/** `215-186.22(B)(4) PC` in a free text, where a hyphen may also follow the number of a case: whether it is a section stays open. */
function sectionBefore(text: string, from: number, citation: number): readonly OpenReading[] {
  if (text[citation - 1] !== '-') return [];
  const match = SECTION_BEFORE.exec(text.slice(Math.max(from, citation - 30), citation));
  return match?.[1] === undefined ? [] : [{ code: 'section-in-words', words: match[1] }];
}

/** Nothing but the attempt or the conspiracy itself: `664 PC`, `182(A)(1) PC`. */
export function isQualifierOnly(offences: readonly Offence[]): boolean {
  return offences.length > 0 && offences.every((each) => QUALIFIERS[each.section] !== undefined);
}

function qualifiersOf(offences: readonly Offence[]): readonly OffenceQualifier[] {
  return offences.flatMap((each) => [...each.qualifiers, QUALIFIERS[each.section] ?? 'attempt']);
}

/** Words after a citation are its own until the next clause. */
function clauseEnd(text: string, from: number, next: number): number {
  const mark = text.indexOf(';', from);
  return mark >= 0 && mark < next ? mark : next;
}

function endOfNumber(text: string, from: number): number {
  let end = from;
  while (end < text.length && /[\d.]/.test(text[end] ?? '')) end++;
  return Math.max(end, from + 1);
}

/** Can the text cite anything at all? */
export function hasDigits(text: string): boolean {
  return /\d\d/.test(text);
}
