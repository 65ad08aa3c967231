import { type Offence, type OffenceQualifier, type OpenReading } from '../offence';
import { type CitationGroup, distinct, readCitationGroup } from './citation';
import { isProcedure } from './sections';
import { qualify, wordsAfter, wordsBefore } from './qualifier-words';

/** What a free text cites. */
export interface CitedText {
  readonly offences: readonly Offence[];
  readonly open: readonly OpenReading[];
}

interface Place {
  readonly start: number;
  readonly group: CitationGroup;
}

const START = /(?<![A-Z0-9.#$]|\d:)(?:[A-Z]{2}[ .:#/-]{0,2}(?:§|SEC(?:TION)?S?\.?)? ?)?\d{2}/g;
const DIGITS = /\d{2}/;
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
  const lettered: Place[] = [];
  const bare: Place[] = [];
  START.lastIndex = 0;
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
  return offencesOf(text, lettered.length > 0 ? lettered : bare);
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

function offencesOf(text: string, places: readonly Place[]): CitedText {
  const offences: Offence[] = [];
  const open: OpenReading[] = [];
  for (const [i, { start, group }] of places.entries()) {
    const from = places[i - 1]?.group.end ?? 0;
    const until = clauseEnd(text, group.end, places[i + 1]?.start ?? text.length);
    const before = wordsBefore(text.slice(from, start));
    const after = wordsAfter(text.slice(group.end, until), group.offences);
    const added: OffenceQualifier[] = [...before.qualifiers, ...after.qualifiers];
    offences.push(...qualify(group.offences, added));
    open.push(...[...before.open, ...after.open].filter((each) => !added.some((one) => each.code.startsWith(one))));
  }
  return { offences: distinct(offences), open };
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
  return DIGITS.test(text);
}
