import { type Charge, type Offence } from '../offence';
import { normaliseCitationText, readCitationGroup } from './citation';

const SEE_COMMENT = /^SEE\s+COMMENTS?\s+FOR\s+CHARGES?/i;
/** Longest part of a field that is searched; the state's fields are far shorter. */
const LONGEST = 600;
const CONSPIRACY_WORDS = /^CONSPIRACY\s*\(PC 182\)\s*/;
const ATTEMPT_WORDS = /^ATTEMPT\s*\(PC 664\)\s*/;

/**
 * Reads a charge field (`OFFENSE_DESCR` and its like) into the offences that it cites; when it is blank or says that
 * the charge stands in the comment, reads the comment, wherever in it the citation is.
 *
 * Anchored and structural: `11357.5 HS` is section 11357.5, `21135900 PC` cites nothing. Never throws: what cannot be
 * read is a named problem.
 *
 * @example readCharge('664-11358(C) HS-ATT CULTIVATE').offences
 * // [{ code: 'HS', section: '11358', path: ['c'], qualifiers: ['attempt'] }]
 */
export function readCharge(text: string, comment = ''): Charge {
  const trimmed = text.trim();
  if (trimmed !== '' && !SEE_COMMENT.test(trimmed)) return readField(trimmed);
  const offences = citedAnywhere(comment);
  if (offences.length > 0) return { text: comment.trim(), offences };
  return { text: trimmed, offences: [], problem: trimmed === '' ? 'blank' : 'see-comment' };
}

/** True when the field says that the charge stands in the comment. */
export function pointsToComment(text: string): boolean {
  return SEE_COMMENT.test(text.trim());
}

function readField(trimmed: string): Charge {
  let text = normaliseCitationText(trimmed.slice(0, LONGEST)).replace(/^[\s/.,-]+/, '');
  const prefix: string[] = [];
  if (ATTEMPT_WORDS.test(text)) {
    prefix.push('664');
    text = text.replace(ATTEMPT_WORDS, '');
  }
  if (CONSPIRACY_WORDS.test(text)) {
    prefix.push('182');
    text = text.replace(CONSPIRACY_WORDS, '');
  }
  const group = readCitationGroup([...prefix, text].join('/'), 0, true);
  if (!group || group.offences.length === 0) return { text: trimmed, offences: [], problem: 'no-section' };
  if (!group.coded) return { text: trimmed, offences: [], problem: 'no-code' };
  return { text: trimmed, offences: group.offences };
}

/**
 * Every offence that a free text cites with its code letters; without any such, the bare cannabis sections that it
 * names. Numbers of cases and dates cite nothing.
 *
 * @example citedAnywhere('SCN-12345 11360(A) HS') // HS 11360(a)
 */
export function citedAnywhere(comment: string): readonly Offence[] {
  if (!/\d\d/.test(comment)) return [];
  const text = normaliseCitationText(comment.slice(0, LONGEST));
  const lettered: Offence[] = [];
  const bare: Offence[] = [];
  const start = /(?<![A-Z0-9.#$:])(?:[A-Z]{2}\s+)?\d{2}/g;
  for (let match = start.exec(text); match; match = start.exec(text)) {
    const group =
      readCitationGroup(text, match.index, false) ?? readCitationGroup(text, match.index + match[0].length - 2, false);
    if (!group || !group.coded || group.offences.length === 0) {
      start.lastIndex = endOfNumber(text, match.index + match[0].length);
      continue;
    }
    (group.lettersWritten ? lettered : standsAlone(text, group.end) ? bare : []).push(...group.offences);
    start.lastIndex = Math.max(group.end, match.index + 1);
  }
  const found = lettered.length > 0 ? lettered : bare;
  return found.filter((each, i) => found.findIndex((other) => JSON.stringify(other) === JSON.stringify(each)) === i);
}

function endOfNumber(text: string, from: number): number {
  let end = from;
  while (end < text.length && /[\d.]/.test(text[end] ?? '')) end++;
  return end;
}

/** A bare section is not the beginning of a longer number or word. */
function standsAlone(text: string, end: number): boolean {
  return !/[A-Z0-9]/.test(text[end] ?? ' ');
}
