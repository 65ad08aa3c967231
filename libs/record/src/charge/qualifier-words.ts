import { type Offence, type OffenceQualifier, type OpenReading } from '../offence';
import { at } from './citation-item';
import { mayPunishTheAttempt, QUALIFIERS } from './sections';

/** What the words of a charge add to the sections that it cites. */
export interface QualifierWords {
  /** Said for certain. */
  readonly qualifiers: readonly OffenceQualifier[];
  /** Perhaps said. */
  readonly open: readonly OpenReading[];
}

/** How far before a citation its words are looked for. */
const FAR = 60;
const MENTIONS = /ATT|ATM|CONSP/;
const NOTHING: QualifierWords = { qualifiers: [], open: [] };
const ATTEMPT = String.raw`(?:ATT(?:E?MP?T?|P?T)?(?:ED|ING|S)?|ATMPT(?:ED)?)`;
const CONSPIRACY = String.raw`(?:CONSP(?:IRACY|IRE[DS]?|IRING|IR|RCY|IRCY)?)`;
const WORD = `(?<![A-Z0-9])(?:(${ATTEMPT})|(${CONSPIRACY}))(?![A-Z0-9])`;
const ANY_WORD = new RegExp(WORD, 'g');
/** `ATTEMPT TO COMMIT `, `CONSPIRACY (PC 182) `, `CONSP/`: what leads to a citation or to the words of a charge. */
const LEADING = new RegExp(
  String.raw`[ -/:*]*${WORD}\.?(?: ?\((?:PC )?(?:664|182)(?: PC)?\))?(?:[ :,./-]+(?:TO|COMMIT|COMM|VIOLATE|VIOL|OF|A|AN|THE)(?![A-Z0-9])\.?)*[ :,./-]*`,
  'y',
);
/** Last, and set off or as a whole word: `-ATT`, `(ATTEMPT)`, `, CONSPIRACY`, `FOR SALE ATTEMPTED`. */
const AT_END = new RegExp(
  String.raw`(?:[-(,:] ?${WORD}|(?<![/&]|(?<![A-Z])(?:OR|AND|NO|NOT|SEE|W/O)) (?:(ATTEMPT(?:ED)?)|(CONSPIRACY)))[.) ]*$`,
);
/** `ATT: SMITH` is for the attention of somebody, `ATT W/` has something with it. */
const ANOTHER_SENSE = /^\.? ?(?::|W\/|WITH(?![A-Z])|SHEET|DOC)/;
const TOPICS: readonly (readonly [OffenceQualifier, OpenReading['code']])[] = [
  ['attempt', 'attempt-in-words'],
  ['conspiracy', 'conspiracy-in-words'],
];

/** Can the text hold such words at all? */
export function mentionsQualifier(text: string): boolean {
  return MENTIONS.test(text);
}

/** Qualifier words at `start`, before a citation, and where they end: `ATTEMPT TO COMMIT 11359`, `CONSP 11358 HS`. */
export function leadingWords(text: string, start: number): { qualifiers: readonly OffenceQualifier[]; end: number } {
  const qualifiers: OffenceQualifier[] = [];
  let end = start;
  if (/\d/.test(text[start] ?? '')) return { qualifiers, end };
  while (qualifiers.length < 2) {
    const match = at(LEADING, text, end);
    if (!match) break;
    qualifiers.push(match[1] === undefined ? 'conspiracy' : 'attempt');
    end += match[0].length;
  }
  return { qualifiers, end };
}

/**
 * The same where the words end at a citation: `CHRG: ATTEMPTED 11359 HS`. Looks at the last words between `from` and the
 * citation; `start` is where those that qualify it begin. Other words before it stay open.
 */
export function wordsBefore(text: string, from: number, citation: number): QualifierWords & { readonly start: number } {
  const clause = Math.max(from, citation - FAR, text.lastIndexOf(';', citation - 1) + 1);
  const near = text.slice(clause, citation);
  if (!mentionsQualifier(near)) return { ...NOTHING, start: citation };
  const open: OpenReading[] = [];
  for (const match of near.matchAll(ANY_WORD)) {
    const { qualifiers, end } = leadingWords(near, match.index);
    const denied = /(?<![A-Z])(?:NOT?|OR|W\/O) $/.test(near.slice(0, match.index));
    if (end === near.length && !denied) return { qualifiers, open: [], start: citation - near.length + match.index };
    open.push({
      code: match[1] === undefined ? 'conspiracy-in-words' : 'attempt-in-words',
      words: wordsAt(near, match.index),
    });
  }
  return { qualifiers: [], open, start: citation };
}

/**
 * What the words after a citation say of its offences. Certain: first (`11359 HS-ATT POSSESS FOR SALE`) or set off at the end
 * (`11359 HS-POSSESS FOR SALE-ATTEMPTED`), for one offence that does not punish the attempt itself. Everywhere else
 * (`SELL/ATTEMPT SELL`, `11360(A) HS-ATT TRANSPORT`) it stays open: a missed attempt would give relief that the statute does
 * not name, a wrong one would deny it.
 */
export function wordsAfter(words: string, offences: readonly Offence[]): QualifierWords {
  if (!mentionsQualifier(words)) return NOTHING;
  const qualifiers: OffenceQualifier[] = [];
  const open: OpenReading[] = [];
  const first = at(LEADING, words, 0);
  const last = AT_END.exec(words);
  for (const [qualifier, code] of TOPICS) {
    const group = qualifier === 'attempt' ? 1 : 2;
    const mentioned = [...words.matchAll(ANY_WORD)].find((each) => each[group] !== undefined);
    if (!mentioned || offences.every((each) => isItself(each, qualifier) || each.code === 'US')) continue;
    const leads =
      first?.[group] !== undefined && !ANOTHER_SENSE.test(words.slice(mentioned.index + mentioned[0].length));
    const ends = (last?.[group] ?? last?.[group + 2]) !== undefined;
    if ((leads || ends) && isCertain(qualifier, words, offences)) qualifiers.push(qualifier);
    else open.push({ code, words: wordsAt(words, mentioned.index) });
  }
  return { qualifiers, open };
}

/** Do these words for certain make an attempt or conspiracy of the one offence? */
export function isCertain(qualifier: OffenceQualifier, words: string, offences: readonly Offence[]): boolean {
  const [offence] = offences;
  if (!offence || offences.length > 1) return false;
  return qualifier === 'conspiracy' || !mayPunishTheAttempt(offence.code, offence.section, words);
}

/** The offence is the attempt or conspiracy, or is already said to be one. */
function isItself(offence: Offence, qualifier: OffenceQualifier): boolean {
  return offence.qualifiers.includes(qualifier) || QUALIFIERS[offence.section] === qualifier;
}

function wordsAt(text: string, start: number): string {
  return text.slice(start, start + 40).trim();
}

/** The offences with what the words add for certain; the offence that is the attempt or conspiracy itself stays as it is. */
export function qualify(offences: readonly Offence[], added: readonly OffenceQualifier[]): readonly Offence[] {
  if (added.length === 0) return offences;
  return offences.map((offence) => {
    const all = (['attempt', 'conspiracy'] as const).filter(
      (each) => offence.qualifiers.includes(each) || (added.includes(each) && !isItself(offence, each)),
    );
    return { ...offence, qualifiers: all };
  });
}
