import { RECEIPT_ANSWERS } from '../formats/codes';
import { type CourtUpdateRow } from '../formats/court-update';
import { type ReceiptLine } from '../formats/receipt';
import { type ListedSheet, listedCsv, listedWorkbook } from '../sheets/sheet-file';

const HEADS = [
  'batch',
  'ref',
  'case_number',
  'defendant',
  'count',
  'section',
  'relief',
  'answer',
  'answered_on',
  'court_case_number',
  'note',
] as const;

const HELP: readonly string[] = [
  'Please say what became of each line of the order, and send the file back, .xlsx or .csv. A line without an answer stays open.',
  'granted, denied: what the court ordered. answered_on is the day of the order.',
  'not-found: the court has no such case or count. already-relieved: the relief stood before. destroyed: the record is destroyed.',
  'mismatch: the case is there, but name, number or count differ. Please write the number as the court has it under court_case_number.',
  'A last row with * under ref answers every line that the file does not name.',
];

/** A list that a clerk fills in: every line of a batch that is open, with room for the answer. */
export function receiptForm(batch: string, rows: readonly CourtUpdateRow[]): ListedSheet {
  return {
    name: 'Lines',
    heads: HEADS,
    rows: rows.map(({ ref, caseNumber, defendant, count, section, relief }) => [
      batch,
      ref,
      caseNumber,
      defendant,
      count === 0 ? '' : String(count),
      section,
      relief,
      '',
      '',
      '',
      '',
    ]),
    widths: { batch: 20, ref: 20, defendant: 30, relief: 26, note: 40, court_case_number: 22 },
    choices: { answer: RECEIPT_ANSWERS },
  };
}

export function receiptFormWorkbook(batch: string, rows: readonly CourtUpdateRow[]): AsyncGenerator<Uint8Array> {
  return listedWorkbook('What became of each line', [receiptForm(batch, rows)], HELP);
}

/** Receipts as CSV and as JSON, as `readReceipts` reads them. */
export function receiptsCsv(lines: readonly ReceiptLine[]): string {
  return listedCsv({
    name: 'Receipts',
    heads: ['batch', 'ref', 'answer', 'answered_on', 'court_case_number', 'note'],
    rows: lines.map(({ batch, ref, answer, on, caseNumber, note }) => [batch, ref, answer, on, caseNumber, note]),
  });
}

export function receiptsJson(lines: readonly ReceiptLine[]): string {
  return `${JSON.stringify({ lines: lines.map(({ batch, ref, answer, on, caseNumber, note }) => ({ batch, ref, answer, on, caseNumber, note })) }, null, 2)}\n`;
}
