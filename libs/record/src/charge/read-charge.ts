import { filled } from '../filled';
import { type Charge, type ChargeProblem, type Offence, type OffenceQualifier, type OpenReading } from '../offence';
import { type CitationGroup, readCitationGroup } from './citation';
import { normaliseCitationText } from './citation-text';
import {
  type CitedText,
  hasDigits,
  isQualifierOnly,
  type Place,
  placesFrom,
  readCitedText,
  readPlaces,
} from './cited-anywhere';
import { isCertain, leadingWords, qualify, wordsBefore } from './qualifier-words';

const COMMENT = String.raw`(?:THE )?(?:COM(?:M(?:ENT|NT|T|TS)?)?|CMN?TS?|REMARK|RMK)S?\.?`;
const CHARGE = String.raw`(?:CHA?RGE?|CHG|CHRGE|OFFENSE|OFFENCE|OFF|CITATION|VIOLATION)S?\.?`;
const SEE_COMMENT = new RegExp(
  String.raw`^[ -/*]*(?:(?:PLEASE |PLS )?(?:SEE|REFER TO|REF) ?${COMMENT}(?![A-Z])(?: (?:TEXT|FIELD|LINE|SECTION|BELOW))*(?: FOR(?: THE)?(?: ${CHARGE})?)?|${CHARGE} (?:IS |ARE )?(?:IN|SEE) ${COMMENT})(?![A-Z0-9])`,
);
const SEEN_EASILY = /COM|CMT|CMN|REM|RMK/i;
const MARKS_BEFORE = /^[\s/.,;:*"'([§-]+/;

/**
 * Reads a charge field (`OFFENSE_DESCR` and its like) into the offences that it cites; when it is blank or says that
 * the charge stands in the comment, reads the comment, wherever in it the citation is.
 *
 * Anchored and structural: `11357.5 HS` is section 11357.5, `21135900 PC` cites nothing. Never throws: what cannot be
 * read is a named problem, what the words leave open stands in `open`.
 *
 * @example readCharge('664-11358(C) HS-ATT CULTIVATE').offences
 * // [{ code: 'HS', section: '11358', path: ['c'], qualifiers: ['attempt'] }]
 */
export function readCharge(text: string, comment = ''): Charge {
  const trimmed = text.trim();
  const field = normaliseCitationText(trimmed);
  const blank = !/[A-Z0-9]/.test(field) || filled(field) === '';
  if (!blank && !(SEEN_EASILY.test(field) && SEE_COMMENT.test(field))) return readField(trimmed, field);
  const inComment = readFree(comment.trim(), normaliseCitationText(comment));
  if (inComment) return inComment;
  return blank ? unread(trimmed, 'blank') : (readFree(trimmed, field) ?? unread(trimmed, 'see-comment'));
}

/** True when the charge stands in the comment: the field says so, or has neither letter nor digit. */
export function pointsToComment(text: string): boolean {
  if (!/[A-Z\d]/i.test(text)) return true;
  return SEEN_EASILY.test(text) && SEE_COMMENT.test(normaliseCitationText(text.trim()));
}

/**
 * Every offence that a free text cites with its code letters; without any such, the bare sections that it names. Numbers
 * of cases, dates and amounts cite nothing, nor does a section that says what a court did (`PER 1203.4 PC`).
 *
 * @example citedAnywhere('SCN-12345 11360(A) HS') // HS 11360(a)
 */
export function citedAnywhere(comment: string): readonly Offence[] {
  if (!hasDigits(comment)) return [];
  return readCitedText(normaliseCitationText(comment)).offences;
}

function readField(trimmed: string, normalised: string): Charge {
  if (!hasDigits(normalised)) return unread(trimmed, 'no-section');
  const field = normalised.replace(MARKS_BEFORE, '');
  const leading = leadingWords(field, 0);
  const group = readCitationGroup(field, leading.end, true);
  if (!group) return readWordsFirst(trimmed, field, leading.qualifiers) ?? unread(trimmed, 'no-section');
  if (!group.coded && !isQualifierOnly(group.offences)) {
    // An attempt whose offence cannot be read is not read as something else.
    const qualified = group.offences.some((each) => each.qualifiers.length > 0);
    return (qualified ? undefined : readFree(trimmed, field)) ?? unread(trimmed, 'no-code');
  }
  if (!group.lettersWritten && /^-\d{3}/.test(field.slice(group.end))) return unread(trimmed, 'no-section');
  return readWithFurther(trimmed, field, { start: leading.end, group }) ?? unread(trimmed, 'no-code');
}

/** The first citation of a field, and those that its words hold. Undefined when an attempt or conspiracy is of nothing. */
function readWithFurther(trimmed: string, field: string, first: Place): Charge | undefined {
  const { group } = first;
  const lone = isQualifierOnly(group.offences);
  const further = hasDigits(field.slice(group.end)) ? placesFrom(field, group.end, lone) : [];
  const cited = further.filter((each) => each.group.offences.length > 0);
  const joined = lone ? cited : cited.filter((each) => isJoined(field, group.end, each));
  if (!group.coded && joined.length === 0) return undefined;
  const { offences, open } = readPlaces(field, [group.coded ? first : inPenalCode(first), ...joined]);
  const rest = cited.filter((each) => !joined.includes(each));
  return charge(trimmed, { offences, open: open.concat(sectionsLeftOpen(field, group, rest)) });
}

/** `664;ATT 11359 HS`: beside another charge a bare attempt or conspiracy is that of the Penal Code. */
function inPenalCode({ start, group }: Place): Place {
  return { start, group: { ...group, offences: group.offences.map((each) => ({ ...each, code: 'PC' })) } };
}

/** `; 11358 HS-CULTIVATE`, `/ATT 11358 HS`: another charge of the field, and no word of the description. */
function isJoined(field: string, from: number, place: Place): boolean {
  return /(?:[;&+,]|(?<!W)\/|(?<![A-Z])AND) ?$/.test(field.slice(from, wordsBefore(field, from, place.start).start));
}

/** `11359 HS-POSSESS FOR SALE W/PRIOR 11350 HS`: another charge or a circumstance, which only a person can tell. */
function sectionsLeftOpen(field: string, group: CitationGroup, places: readonly Place[]): readonly OpenReading[] {
  const words = field.slice(group.end);
  if (group.withoutCode.length + places.length === 0 && !/^ ?[/,&+;]/.test(words)) return [];
  const joined = /^ ?[/,&+;] ?([1-9]\d{2,4}(?:\.\d{1,2})?)(?![\d.])(?! ?[A-Z]{2}(?![A-Z]))/.exec(words);
  const cited = places.flatMap((each) => each.group.offences.map(({ section, code }) => `${section} ${code}`));
  return [...group.withoutCode, ...(joined?.[1] === undefined ? [] : [joined[1]]), ...cited].map((cite) => ({
    code: 'section-in-words',
    words: cite,
  }));
}

/** `ATTEMPT POSSESS FOR SALE 11359 HS`: words, and the citation after them. */
function readWordsFirst(trimmed: string, field: string, said: readonly OffenceQualifier[]): Charge | undefined {
  const places = placesFrom(field, 0);
  const { offences, open } = readPlaces(field, places);
  if (offences.length === 0) return undefined;
  const words = field.slice(0, places[0]?.start ?? 0);
  const certain = said.filter((each) => isCertain(each, words, offences));
  return charge(trimmed, {
    offences: qualify(offences, certain),
    open: open.filter((each) => !certain.some((one) => each.code.startsWith(one))),
  });
}

function readFree(text: string, normalised: string): Charge | undefined {
  const cited = hasDigits(normalised) ? readCitedText(normalised) : undefined;
  return cited && cited.offences.length > 0 ? charge(text, cited) : undefined;
}

function charge(text: string, { offences, open }: CitedText): Charge {
  return open.length === 0 ? { text, offences } : { text, offences, open };
}

function unread(text: string, problem: ChargeProblem): Charge {
  return { text, offences: [], problem };
}
