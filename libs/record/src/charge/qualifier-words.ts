import { type Offence, type OffenceQualifier, type OpenReading } from '../offence';
import { at } from './citation-item';
import { mayPunishTheAttempt } from './sections';

/** What the words of a charge add to the sections that it cites. */
export interface QualifierWords {
  /** Said for certain. */
  readonly qualifiers: readonly OffenceQualifier[];
  /** Perhaps said. */
  readonly open: readonly OpenReading[];
}

const NOTHING: QualifierWords = { qualifiers: [], open: [] };
const ATTEMPT = String.raw`(?:ATT(?:E?MP?T?|P?T)?(?:ED|ING|S)?|ATMPT(?:ED)?)`;
const CONSPIRACY = String.raw`(?:CONSP(?:IRACY|IRE[DS]?|IRING|IR|RCY|IRCY)?)`;
const WORD = `(?<![A-Z0-9])(?:(${ATTEMPT})|(${CONSPIRACY}))(?![A-Z0-9])`;
const ANY_WORD = new RegExp(WORD, 'g');
/** `ATTEMPT TO COMMIT `, `CONSPIRACY (PC 182) `, `CONSP/`: what leads to a citation or to the words of a charge. */
const LEADING = new RegExp(
  String.raw`[ -/:;*]*${WORD}\.?(?: ?\((?:PC )?(?:664|182)(?: PC)?\))?(?:[ :;,./-]+(?:TO|COMMIT|COMM|VIOLATE|VIOL|OF|A|AN|THE)(?![A-Z0-9])\.?)*[ :;,./-]*`,
  'y',
);
/** Set off at the end: `-ATTEMPTED`, `(ATT)`, `, CONSPIRACY`. */
const SET_OFF_AT_END = new RegExp(String.raw`[-(,;:] ?${WORD}[.) ]*$`);
/** `ATT: SMITH` is for the attention of somebody, `ATT W/` has something with it. */
const ANOTHER_SENSE = /^\.? ?(?::|W\/|WITH(?![A-Z])|SHEET|DOC)/;
const TOPICS: readonly (readonly [OffenceQualifier, OpenReading['code']])[] = [
  ['attempt', 'attempt-in-words'],
  ['conspiracy', 'conspiracy-in-words'],
];

/** Qualifier words at `start`, before a citation, and where they end: `ATTEMPT TO COMMIT 11359`, `CONSP 11358 HS`. */
export function leadingWords(text: string, start: number): { qualifiers: readonly OffenceQualifier[]; end: number } {
  const qualifiers: OffenceQualifier[] = [];
  let end = start;
  while (qualifiers.length < 2) {
    const match = at(LEADING, text, end);
    if (!match) break;
    qualifiers.push(match[1] === undefined ? 'conspiracy' : 'attempt');
    end += match[0].length;
  }
  return { qualifiers, end };
}

/** The same where the words end at a citation: `CHRG: ATTEMPTED 11359 HS`. Only the last words before it are looked at. */
export function wordsBefore(text: string): QualifierWords {
  const near = text.slice(-60);
  const found: OffenceQualifier[] = [];
  const open: OpenReading[] = [];
  for (const match of near.matchAll(ANY_WORD)) {
    const { qualifiers, end } = leadingWords(near, match.index);
    if (end === near.length) found.push(...qualifiers);
    else open.push({ code: match[1] === undefined ? 'conspiracy-in-words' : 'attempt-in-words', words: wordsAt(near, match.index) });
  }
  return { qualifiers: found, open: open.filter((each) => !found.some((one) => each.code.startsWith(one))) };
}

/**
 * What the words after a citation say of its offences. Certain: first (`11359 HS-ATT POSSESS FOR SALE`) or set off at the end
 * (`11359 HS-POSSESS FOR SALE-ATTEMPTED`), for one offence that does not punish the attempt itself. Everywhere else
 * (`SELL/ATTEMPT SELL`, `11360(A) HS-ATT TRANSPORT`) it stays open: a missed attempt would give relief that the statute does
 * not name, a wrong one would deny it.
 */
export function wordsAfter(words: string, offences: readonly Offence[]): QualifierWords {
  if (!/ATT|ATM|CONSP/.test(words)) return NOTHING;
  const qualifiers: OffenceQualifier[] = [];
  const open: OpenReading[] = [];
  const first = at(LEADING, words, 0);
  const last = SET_OFF_AT_END.exec(words);
  for (const [qualifier, code] of TOPICS) {
    const place = (match: RegExpExecArray | null) => match?.[qualifier === 'attempt' ? 1 : 2];
    const mentioned = [...words.matchAll(ANY_WORD)].find((each) => place(each as RegExpExecArray) !== undefined);
    if (!mentioned || offences.every((each) => isItself(each, qualifier) || each.code === 'US')) continue;
    const certain = place(first) !== undefined && !ANOTHER_SENSE.test(words.slice(mentioned.index + mentioned[0].length));
    if ((certain || place(last) !== undefined) && isCertain(qualifier, words, offences)) qualifiers.push(qualifier);
    else open.push({ code, words: wordsAt(words, mentioned.index) });
  }
  return { qualifiers, open };
}

function isCertain(qualifier: OffenceQualifier, words: string, offences: readonly Offence[]): boolean {
  const [offence] = offences;
  if (!offence || offences.length > 1) return false;
  return qualifier === 'conspiracy' || !mayPunishTheAttempt(offence.code, offence.section, words);
}

/** The offence is the attempt or conspiracy, or is already said to be one. */
function isItself(offence: Offence, qualifier: OffenceQualifier): boolean {
  const sections = qualifier === 'attempt' ? ['664'] : ['182', '182.5'];
  return offence.qualifiers.includes(qualifier) || sections.includes(offence.section);
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
