import { MATCH_ANSWERS, type MatchAnswer, RECEIPT_ANSWERS, type ReceiptAnswer } from '../formats/codes';
import { nearest } from '../reading/nearest';

/** Words of a court, in any spelling of letters and blanks, to the code that they mean. A court's profile adds its own. */
export type AnswerWords<Answer extends string> = Readonly<Record<string, Answer>>;

/** What courts write for the answers to a list of cases. The codes themselves are understood as well. */
export const MATCH_WORDS: AnswerWords<MatchAnswer> = wordsOf<MatchAnswer>({
  exists: [
    'yes',
    'y',
    'exist',
    'found',
    'case found',
    'on file',
    'match',
    'matched',
    'ok',
    'located',
    'active',
    'closed',
  ],
  destroyed: [
    'destroy',
    'dest',
    'purged',
    'file destroyed',
    'record destroyed',
    'records destroyed',
    'case destroyed',
    'expunged and destroyed',
  ],
  'already-granted': [
    'granted',
    'already done',
    'already dismissed',
    'dismissed',
    'dism',
    'already sealed',
    'sealed',
    'done',
    'relief granted',
    'previously granted',
    'already relieved',
  ],
  renumbered: ['renum', 'new number', 'new case number', 'number changed', 'converted'],
  transferred: ['transfer', 'trans', 'xfer', 'other court', 'moved', 'transferred out'],
  'not-found': [
    'no',
    'n',
    'none',
    'no record',
    'no case',
    'no match',
    'nf',
    'notfound',
    'not located',
    'unable to locate',
    'unknown',
    'no such case',
  ],
});

/** What courts write for what they did with a line. `dismissed` is said of the count, not of the motion. */
export const RECEIPT_WORDS: AnswerWords<ReceiptAnswer> = wordsOf<ReceiptAnswer>({
  granted: [
    'grant',
    'grt',
    'gr',
    'yes',
    'y',
    'ordered',
    'so ordered',
    'order granted',
    'motion granted',
    'relief granted',
    'dism',
    'dismissed',
    'count dismissed',
    'dismissed and sealed',
    'dismiss and seal',
    'sealed',
    'redesignated',
    'reduced',
    'processed',
    'completed',
    'done',
  ],
  denied: [
    'deny',
    'den',
    'dnd',
    'no',
    'n',
    'not granted',
    'motion denied',
    'relief denied',
    'stricken',
    'struck',
    'refused',
  ],
  'not-found': [
    'no record',
    'no case',
    'no match',
    'nf',
    'notfound',
    'not located',
    'unable to locate',
    'no such case',
    'case not found',
  ],
  'already-relieved': [
    'already granted',
    'already done',
    'already dismissed',
    'already sealed',
    'previously granted',
    'previously dismissed',
    'previously sealed',
    'prior relief',
    'duplicate',
    'dup',
  ],
  destroyed: ['destroy', 'dest', 'purged', 'file destroyed', 'record destroyed', 'records destroyed', 'case destroyed'],
  mismatch: [
    'mm',
    'name mismatch',
    'wrong name',
    'wrong number',
    'wrong case',
    'wrong defendant',
    'does not match',
    'no such count',
    'data mismatch',
    'rejected',
    'reject',
  ],
});

export interface Understood<Answer extends string> {
  /** undefined: no word of the table; nothing is guessed from a part of it (`GRANTED IN PART` is not granted). */
  readonly answer: Answer | undefined;
  readonly nearest: string;
}

export function matchAnswer(text: string, own: AnswerWords<MatchAnswer> = {}): Understood<MatchAnswer> {
  return understand(text, MATCH_ANSWERS, MATCH_WORDS, own);
}

export function receiptAnswer(text: string, own: AnswerWords<ReceiptAnswer> = {}): Understood<ReceiptAnswer> {
  return understand(text, RECEIPT_ANSWERS, RECEIPT_WORDS, own);
}

function understand<Answer extends string>(
  text: string,
  codes: readonly Answer[],
  words: AnswerWords<Answer>,
  own: AnswerWords<Answer>,
): Understood<Answer> {
  const wanted = plainWords(text);
  const ofCourt = Object.entries(own).find(([word]) => plainWords(word) === wanted)?.[1];
  const answer = ofCourt ?? codes.find((code) => plainWords(code) === wanted) ?? words[wanted];
  return { answer, nearest: answer === undefined ? nearest(text, codes) : '' };
}

/** `  GRANTED. ` and `Not-Found` as `granted` and `not found`. */
function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function wordsOf<Answer extends string>(table: Readonly<Record<Answer, readonly string[]>>): AnswerWords<Answer> {
  const words = Object.create(null) as Record<string, Answer>;
  for (const [answer, own] of Object.entries(table) as [Answer, readonly string[]][])
    for (const word of own) words[plainWords(word)] = answer;
  return words;
}
