import { type ReadWorkbook } from '@clearway/spreadsheets';
import { type DraftDecision } from '../decisions/decision';
import { type WorkbookProblem } from '../errors';
import { readChecked } from '../questions/checked-code';
import { type AskedAbout, joinDraft } from '../same-person/join-draft';
import {
  isAsExported,
  PAIR_ANSWERS,
  PAIR_HEADS,
  type PairHead,
  type PairRowCode,
  ROW_NAMES,
  SHOWN_HEADS,
  type WorkbookCode,
} from '../same-person/sheet/pair-columns';
import { PAIR_SHEET } from '../same-person/sheet/pair-sheet';
import { findSheet, type ReturnedRow } from './returned-sheet';

type Row = ReturnedRow<PairHead>;

interface ReturnedPairs {
  readonly drafts: readonly DraftDecision[];
  /** Questions that were looked at and cannot be answered: they are asked again. */
  readonly cannotTell: number;
}

/**
 * The answers of the sheet that asks who is one person. Every row must be as it was exported and stand where it did: an answer
 * beside other records than those that were shown would join strangers. Adds to `problems`.
 */
export function returnedPairs(book: ReadWorkbook, problems: WorkbookProblem[]): ReturnedPairs {
  const expected = expectedPairs(book);
  const sheet = findSheet(book, PAIR_HEADS, problems);
  if (!sheet) {
    if (expected > 0)
      problems.push({
        sheet: PAIR_SHEET,
        cell: 'A1',
        cure: `the sheet was taken out, or a head of it was changed: it has ${expected} question(s); use the workbook as it was exported`,
      });
    return { drafts: [], cannotTell: 0 };
  }
  const missing = new Set(Array.from({ length: expected }, (_, i) => i + 1));
  const drafts: DraftDecision[] = [];
  let cannotTell = 0;
  const rows = sheet.rows.filter((row) => !isEmpty(row));
  for (let i = 0; i < rows.length; ) {
    const before = problems.length;
    const block = blockAt(rows, i);
    i += block.rows.length;
    if (block.n !== undefined && !missing.delete(block.n)) {
      block.rows[0]?.problem('No.', 'the same question stands above already; use the workbook as it was exported');
    }
    const answer = answerOf(block);
    if (problems.length > before) continue;
    if (answer === 'cannot-tell') cannotTell += 1;
    else if (answer) drafts.push(answer);
  }
  for (const n of missing) {
    problems.push({
      sheet: sheet.name,
      cell: 'A1',
      cure: `question ${n} was taken out; leave an answer empty instead, and use the workbook as it was exported`,
    });
  }
  return { drafts, cannotTell };
}

/** How many questions were exported. */
function expectedPairs(book: ReadWorkbook): number {
  for (const { rows } of book.sheets) {
    const code = readChecked(rows[0]?.cells.get(1)?.text ?? '') as Partial<WorkbookCode> | undefined;
    if (typeof code?.pairs === 'number') return code.pairs;
  }
  return 0;
}

interface Block {
  readonly rows: readonly Row[];
  readonly n: number | undefined;
  readonly about: AskedAbout | undefined;
}

/** The rows of one question, which stand together and in order; anything else is a problem, and one row is passed over. */
function blockAt(rows: readonly Row[], start: number): Block {
  const first = rows[start] as Row;
  const code = codeOf(first);
  if (!code) return { rows: [first], n: undefined, about: undefined };
  if (code.at !== 0) {
    first.problem(
      'Row',
      'the row above it was moved or taken out; use the workbook as it was exported, and do not sort it',
    );
    return { rows: [first], n: undefined, about: undefined };
  }
  const block = [first];
  for (let at = 1; at < ROW_NAMES.length; at++) {
    const next = rows[start + at];
    const its = next && (readChecked(next.text('Code')) as PairRowCode | undefined);
    if (!next || its?.pair !== code.pair || its.at !== at) {
      first.problem(
        'Row',
        `the row "${ROW_NAMES[at]}" of this question does not follow; use the workbook as it was exported, and do not sort it`,
      );
      break;
    }
    codeOf(next);
    block.push(next);
  }
  return { rows: block, n: code.n, about: code.about };
}

/** The code of a row whose cells are as they were exported. */
function codeOf(row: Row): PairRowCode | undefined {
  const code = readChecked(row.text('Code')) as PairRowCode | undefined;
  if (code?.cells === undefined) {
    row.problem('Code', 'was changed or is missing; use the workbook as it was exported');
    return undefined;
  }
  for (const [column, head] of SHOWN_HEADS.entries()) {
    if (!isAsExported(code.cells, column, row.text(head)))
      row.problem(
        head,
        'is not what was exported: what a record says is not changed here; use the workbook as it was exported',
      );
  }
  return code;
}

const OWN_HEADS = ['One person?', 'Reason', 'By', 'On'] as const;

function answerOf({ rows, about }: Block): DraftDecision | 'cannot-tell' | undefined {
  for (const row of rows.slice(1)) {
    for (const head of OWN_HEADS)
      if (row.text(head) !== '') row.problem(head, 'write it in the upper row of the question');
  }
  const [first] = rows;
  if (!first || !about) return undefined;
  const answer = first.text('One person?').toLowerCase();
  const reason = first.text('Reason');
  const signed = { by: first.text('By'), on: first.day('On') };
  switch (answer) {
    case '':
      if (reason !== '')
        first.problem('One person?', 'there is a reason and no answer: choose one of the list, or leave both empty');
      return undefined;
    case PAIR_ANSWERS.open:
      return 'cannot-tell';
    case PAIR_ANSWERS.one:
    case PAIR_ANSWERS.two:
      if (reason === '') first.problem('Reason', 'say what shows it, such as the booking photo');
      return joinDraft(
        about,
        { kind: answer === PAIR_ANSWERS.one ? 'same-person' : 'different-people', reason },
        signed,
      );
    default:
      first.problem('One person?', 'is none of the answers; choose one of the list, or leave the cell empty');
      return undefined;
  }
}

function isEmpty(row: Row): boolean {
  return PAIR_HEADS.every((head) => row.text(head) === '');
}
