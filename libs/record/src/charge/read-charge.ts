import { type Charge, type Offence, type OpenReading } from '../offence';
import { distinct, readCitationGroup } from './citation';
import { normaliseCitationText } from './citation-text';
import { hasDigits, readCitedText } from './cited-anywhere';
import { leadingWords, qualify, wordsAfter } from './qualifier-words';

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
  const blank = !/[A-Z0-9]/.test(field);
  if (!blank && !SEE_COMMENT.test(field)) return readField(trimmed, field);
  const inComment = readFree(comment.trim(), normaliseCitationText(comment));
  if (inComment) return inComment;
  if (blank) return { text: trimmed, offences: [], problem: 'blank' };
  return readFree(trimmed, field) ?? { text: trimmed, offences: [], problem: 'see-comment' };
}

/** True when the field says that the charge stands in the comment. */
export function pointsToComment(text: string): boolean {
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
  if (!hasDigits(normalised)) return { text: trimmed, offences: [], problem: 'no-section' };
  const field = normalised.replace(MARKS_BEFORE, '');
  const leading = leadingWords(field, 0);
  const group = readCitationGroup(field, leading.end, true);
  if (!group) return readFree(trimmed, field) ?? { text: trimmed, offences: [], problem: 'no-section' };
  const words = field.slice(group.end);
  const offences = qualify(group.offences, leading.qualifiers);
  const object = offences.every(isQualifierOnly) ? objectInWords(words, offences) : undefined;
  if (object) return charge(trimmed, object, []);
  if (!group.coded) return readFree(trimmed, field) ?? { text: trimmed, offences: [], problem: 'no-code' };
  const after = wordsAfter(words, offences);
  const open = [...after.open, ...sectionsInWords(words), ...group.withoutCode.map(sectionLeftOpen)];
  return charge(trimmed, qualify(offences, after.qualifiers), open);
}

function readFree(text: string, normalised: string): Charge | undefined {
  if (!hasDigits(normalised)) return undefined;
  const { offences, open } = readCitedText(normalised);
  return offences.length === 0 ? undefined : charge(text, offences, open);
}

function charge(text: string, offences: readonly Offence[], open: readonly OpenReading[]): Charge {
  return open.length === 0 ? { text, offences } : { text, offences, open };
}

function isQualifierOnly({ section }: Offence): boolean {
  return section === '664' || section === '182' || section === '182.5';
}

/** `182(A)(1) PC-CONSPIRACY TO COMMIT 11359 HS`: the offence that the conspiracy or the attempt is of stands in the words. */
function objectInWords(words: string, own: readonly Offence[]): readonly Offence[] | undefined {
  if (!hasDigits(words)) return undefined;
  const objects = readCitedText(words).offences.filter((each) => !isQualifierOnly(each));
  if (objects.length === 0) return undefined;
  const said = own.map((each) => (each.section === '664' ? ('attempt' as const) : ('conspiracy' as const)));
  return distinct(qualify(objects, [...said, ...own.flatMap((each) => each.qualifiers)]));
}

/** `11359 HS-POSSESS FOR SALE W/PRIOR 11350 HS`: another charge or a circumstance, which only a person can tell. */
function sectionsInWords(words: string): readonly OpenReading[] {
  if (!/\d{2}.* ?[A-Z]{2}|\d{3}/.test(words)) return [];
  return readCitedText(words).offences.map((each) => sectionLeftOpen(`${each.section} ${each.code}`));
}

function sectionLeftOpen(words: string): OpenReading {
  return { code: 'section-in-words', words };
}

