import { printDate } from '@clearway/record';
import { type ReceiptAnswer } from '../formats/codes';
import { type ReceiptLine } from '../formats/receipt';
import { type CourtColumns, type CourtRow, isWorkbook, readCourtTable, throwProblems } from '../reading/court-table';
import { type ExchangeProblem } from '../reading/problem';
import { type AnswerWords, receiptAnswer } from '../words/answer-words';
import { jsonRows } from './json-rows';

export const RECEIPT_COLUMNS = {
  batch: ['batch_id', 'batch_number'],
  ref: ['reference', 'our_ref', 'clearway_ref', 'line_ref'],
  answer: ['status', 'result', 'response', 'disposition', 'action', 'court_answer'],
  answered_on: ['on', 'date', 'order_date', 'date_granted', 'answer_date', 'disposition_date', 'date_of_order'],
  court_case_number: ['case_number_of_court', 'present_case_number', 'caseNumber', 'case_no', 'case'],
  note: ['notes', 'comment', 'comments', 'remarks', 'reason'],
} as const satisfies CourtColumns<string>;
type Head = keyof typeof RECEIPT_COLUMNS;

/** For every line of the batch that the file does not name. */
export const WHOLE_BATCH = '*';

/** A line of a receipt, and where it stands: what is wrong with it beside the book is said by file and line too. */
export interface ReadReceiptLine extends ReceiptLine {
  readonly place: number;
}

export interface ReadReceiptOptions {
  readonly words?: AnswerWords<ReceiptAnswer>;
  /** The batch of lines that name none. */
  readonly batch?: string;
  /** Day of lines that name none, `yyyymmdd`; 0: each must name its own. No day may be later than `today`. */
  readonly on: number;
  /** `yyyymmdd`. */
  readonly today: number;
}

/**
 * Reads what a court did with the lines of a batch: CSV, XLSX or JSON, by the bytes. The same line twice is one; two answers to one
 * line are a problem. Throws an ExchangeFileError with every problem at once.
 */
export function readReceipts(bytes: Uint8Array, file: string, options: ReadReceiptOptions): readonly ReadReceiptLine[] {
  const problems: ExchangeProblem[] = [];
  const rows = isJson(bytes)
    ? jsonRows<Head>(bytes, file, RECEIPT_COLUMNS, problems)
    : readCourtTable<Head>(bytes, file, RECEIPT_COLUMNS, ['ref', 'answer'], problems)?.rows;
  const found = new Map<string, ReadReceiptLine>();
  for (const row of rows ?? []) {
    const line = lineOf(row, options);
    if (!line) continue;
    const key = `${line.batch} ${line.ref}`;
    const before = found.get(key);
    if (before && before.answer !== line.answer)
      row.problem('answer', `contradicts line ${before.place}, which answers the same line: keep one of the two`);
    else if (before && before.on !== line.on)
      row.problem(
        'answered_on',
        `is another day than in line ${before.place}, which answers the same line: keep one of the two`,
      );
    else if (!before) found.set(key, line);
  }
  if (rows && found.size === 0 && problems.length === 0)
    problems.push({ file, line: 1, column: 'row', cure: 'no line is answered in it', nearest: '' });
  throwProblems(problems);
  return [...found.values()];
}

function isJson(bytes: Uint8Array): boolean {
  if (isWorkbook(bytes)) return false;
  const first = Buffer.from(bytes.subarray(0, 64))
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart()[0];
  return first === '{' || first === '[';
}

function lineOf(
  row: CourtRow<Head>,
  { words, batch: given, on: day, today }: ReadReceiptOptions,
): ReadReceiptLine | undefined {
  const written = row.text('answer');
  const ref = row.text('ref').toLowerCase();
  // A form that the court has filled in part: the rest is open.
  if (written === '' && row.text('answered_on') === '') return undefined;
  let whole = true;
  const refuse = (head: Head, cure: string, nearest = ''): void => {
    whole = false;
    row.problem(head, cure, nearest);
  };
  const batch = row.text('batch').toLowerCase() || (given ?? '');
  if (!/^[0-9a-f]{16}$/.test(batch)) {
    refuse(
      'batch',
      batch === ''
        ? 'is empty: write the batch that stands in the manifest, or give --batch'
        : row.isNumber('batch') || /^[\d.]+e[+-]?\d+$/.test(batch)
          ? 'was made a number by the spreadsheet program and lost digits: give --batch, or format the column as text'
          : 'is no batch: 16 digits and letters a to f, as in the manifest',
    );
  }
  if (ref !== WHOLE_BATCH && !/^[0-9a-f]{12}-\d+$/.test(ref)) {
    refuse(
      'ref',
      ref === ''
        ? 'is empty: write the reference of the line, or * for the whole batch'
        : row.isNumber('ref')
          ? 'was made a number by the spreadsheet program: format the column as text and write the reference again'
          : 'is no reference of a line: give it back as it stood in the data file',
    );
  }
  if (written === '') refuse('answer', 'is empty although the line is dated: write an answer');
  const { answer, nearest } = receiptAnswer(written, words);
  if (written !== '' && answer === undefined) refuse('answer', 'is no answer of the list', nearest);
  const on = row.text('answered_on') === '' ? day : row.day('answered_on');
  if (row.text('answered_on') === '' && on === 0)
    refuse('answered_on', 'is empty: write the day of the order or answer, or give --on');
  if (on > today) refuse('answered_on', 'is a day that has not come yet');
  if (!whole || answer === undefined || on === 0) return undefined;
  return {
    batch,
    ref,
    answer,
    on: printDate(on),
    caseNumber: row.text('court_case_number'),
    note: row.text('note'),
    place: row.line,
  };
}
