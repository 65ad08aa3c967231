import { evidenceKindOf, groundOf } from '@clearway/case-facts';
import { ANSWER_NAMES, type Relief, RELIEF_ORDER, reliefWords } from '@clearway/rules';
import { readWorkbook } from '@clearway/spreadsheets';
import { type Decision, type DraftDecision } from '../decisions/decision';
import { ReturnedWorkbookError, type WorkbookProblem } from '../errors';
import { type AskedQuestion } from '../questions/review-item';
import {
  CONVICTION_HEADS,
  type ConvictionHead,
  GROUP_HEADS,
  readCode,
  type RowCode,
  WITHDRAW,
} from '../questions/sheet-columns';
import { returnedPairs } from './returned-pairs';
import { findSheet, type ReturnedRow } from './returned-sheet';

export interface ImportedReview {
  readonly drafts: readonly DraftDecision[];
  /** Questions about who is one person that were answered with "cannot tell": they are asked again. */
  readonly cannotTell: number;
  /** Rows that could not be taken; empty unless the import is partial. */
  readonly problems: readonly WorkbookProblem[];
}

interface GroupAnswer {
  readonly asked: AskedQuestion;
  readonly answer: AskedQuestion['answers'][number] | undefined;
  readonly signed: DraftDecision['signed'];
}

/**
 * What attorneys wrote into a review workbook, as drafts of decisions. Throws a ReturnedWorkbookError with every problem; with
 * `partial` the rows that are right are taken all the same.
 */
export function importReview(bytes: Uint8Array, { partial }: { readonly partial: boolean }): ImportedReview {
  const book = readWorkbook(bytes);
  const problems: WorkbookProblem[] = [];
  const questions = findSheet(book, GROUP_HEADS, problems);
  const convictions = findSheet(book, CONVICTION_HEADS, problems);
  if (!questions || !convictions) {
    const missing = questions ? CONVICTION_HEADS : GROUP_HEADS;
    const cure = `no sheet has the heads ${missing.join(', ')} in its first row: use a workbook of clearway review export, and change no head`;
    throw new ReturnedWorkbookError('review.unusable', [{ sheet: '(any)', cell: 'A1', cure }]);
  }
  const groups = new Map<string, GroupAnswer>();
  for (const row of questions.rows) {
    const code = codeOf(row);
    if (code) groups.set(code.group, groupAnswerOf(row, code));
  }
  const drafts: DraftDecision[] = [];
  for (const row of convictions.rows) {
    const before = problems.length;
    const found = draftsOf(row, groups);
    if (problems.length === before) drafts.push(...found);
  }
  const pairs = returnedPairs(book, problems);
  drafts.push(...pairs.drafts);
  if (problems.length > 0 && !partial) throw new ReturnedWorkbookError('review.unusable', problems);
  return { drafts, cannotTell: pairs.cannotTell, problems };
}

/** The row's code; an empty row has none, a changed one is a problem. */
function codeOf(row: ReturnedRow<'Group' | 'Code'>): RowCode | undefined {
  if (row.text('Code') === '' && row.text('Group') === '') return undefined;
  const code = readCode(row.text('Code'));
  if (!code) row.problem('Code', 'was changed or is missing; copy the row from a new export');
  return code;
}

function groupAnswerOf(row: ReturnedRow<(typeof GROUP_HEADS)[number]>, { asked: json = '' }: RowCode): GroupAnswer {
  const asked = JSON.parse(json) as AskedQuestion;
  const text = row.text('Answer for all');
  const answer = text === '' ? undefined : answerOf(asked, text);
  if (text !== '' && !answer) row.problem('Answer for all', NOT_AN_ANSWER);
  return { asked, answer, signed: { by: row.text('Who'), on: row.day('When') } };
}

const NOT_AN_ANSWER = 'is none of the answers; choose one of the list, or leave the cell empty';

function answerOf({ answers }: AskedQuestion, text: string): AskedQuestion['answers'][number] | undefined {
  const wanted = text.toLowerCase();
  return answers.find(({ words, value }) => words.trim().toLowerCase() === wanted || value.toLowerCase() === wanted);
}

type Row = ReturnedRow<ConvictionHead>;

function draftsOf(row: Row, groups: ReadonlyMap<string, GroupAnswer>): readonly DraftDecision[] {
  const code = codeOf(row);
  if (!code) return [];
  const own = { by: row.text('Who'), on: row.day('When') };
  const group = groups.get(code.group);
  const { person, key, basis } = code;
  const decisions: Decision[] = [];
  const challenge = challengeOf(row);
  if (challenge) decisions.push(challenge);
  const override = overrideOf(row);
  if (override) decisions.push(override);
  const drafts = decisions.map((decision): DraftDecision => ({ person, key, basis, decision, signed: own }));
  const text = row.text('Own answer');
  if (text !== '' && !group) row.problem('Own answer', 'nothing is asked of this conviction; leave the cell empty');
  if (!group) return drafts;
  const answer = text === '' ? group.answer : answerOf(group.asked, text);
  if (!answer && text !== '') row.problem('Own answer', NOT_AN_ANSWER);
  if (!answer) return drafts;
  const signed = text === '' ? { by: own.by || group.signed.by, on: own.on || group.signed.on } : own;
  return [...drafts, { person, key, basis, decision: answered(group.asked, answer.value), signed }];
}

/** The decision that an answer is, by its value or its words; undefined when it is none of those that may be given. */
export function answerDecision(asked: AskedQuestion, text: string): Decision | undefined {
  const answer = answerOf(asked, text.trim());
  return answer && answered(asked, answer.value);
}

/** Of a question of an election the answer is `step: yes`, or `step, step: no`. */
function answered({ question, fact, answers }: AskedQuestion, value: string): Decision {
  const name = ANSWER_NAMES.find((each) => each === fact);
  if (name !== undefined) return { kind: 'answer', question, fact: name, value };
  const steps: Record<string, 'yes' | 'no'> = {};
  const all = answers.flatMap((each) => namesOf(each.value));
  const yes = value.endsWith(': yes') ? namesOf(value) : [];
  for (const step of [...new Set(all)].sort()) steps[step] = yes.includes(step) ? 'yes' : 'no';
  return { kind: 'answer', question, steps };
}

function namesOf(answer: string): string[] {
  return answer.replace(/: (?:yes|no)$/, '').split(', ');
}

function challengeOf(row: Row): Decision | undefined {
  const ground = row.text('Challenge: ground');
  const evidence = row.text('Challenge: evidence');
  const kind = row.text('Challenge: kind of evidence');
  if (ground === '' && evidence === '' && kind === '') return undefined;
  if (ground.toLowerCase() === WITHDRAW) {
    if (evidence === '') row.problem('Challenge: evidence', 'say here why the challenge is withdrawn');
    return { kind: 'withdraw-challenge', reason: evidence };
  }
  const code = groundOf(ground);
  const evidenceKind = evidenceKindOf(kind);
  if (!code) row.problem('Challenge: ground', 'choose a ground of HS 11361.9(c)(1) or (2) from the list');
  if (evidence === '')
    row.problem(
      'Challenge: evidence',
      'without evidence there is no challenge: name it, or leave the three cells empty',
    );
  if (!evidenceKind)
    row.problem('Challenge: kind of evidence', 'choose a kind from the list; unreliable hearsay is no evidence');
  return code && evidenceKind ? { kind: 'challenge', ground: code, evidence, evidenceKind } : undefined;
}

function overrideOf(row: Row): Decision | undefined {
  const relief = row.text('Override: relief').toLowerCase();
  const reason = row.text('Override: reason');
  if (relief === '' && reason === '') return undefined;
  const found = RELIEF_ORDER.find(
    (each): each is Relief => each !== 'none' && (each === relief || reliefWords(each).toLowerCase() === relief),
  );
  if (!found) row.problem('Override: relief', 'choose a relief from the list: an override only adds');
  if (reason === '') row.problem('Override: reason', 'an override needs a reason');
  return found && reason !== '' ? { kind: 'override', relief: found, reason } : undefined;
}
