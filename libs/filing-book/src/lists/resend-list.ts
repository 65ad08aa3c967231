import { type ListedSheet } from '@clearway/court-exchange';
import { type ResendLine } from '../reports/open-lines';
import { type RowOfLine } from './row-of-line';

/** What a court did not find or found different, as a list with what to do. */
export function resendList(lines: readonly ResendLine[], rowOf: RowOfLine): ListedSheet {
  return {
    name: 'Send again',
    heads: [
      'batch',
      'ref',
      'courthouse',
      'case_number',
      'other_case_numbers',
      'court_case_number',
      'defendant',
      'count',
      'section',
      'answer',
      'answered_on',
      'note',
      'what_to_do',
    ],
    rows: lines.map(({ batch, line, todo }) => {
      const row = rowOf(batch.batch, line.ref);
      return [
        batch.batch,
        line.ref,
        batch.court.name,
        row?.caseNumber ?? '',
        row?.otherCaseNumbers.join('; ') ?? '',
        line.answer?.caseNumber ?? '',
        row?.defendant ?? '',
        row && row.count > 0 ? String(row.count) : '',
        row?.section ?? '',
        line.answer?.answer ?? '',
        line.answer?.on ?? '',
        line.answer?.note ?? '',
        todo,
      ];
    }),
    widths: { batch: 20, ref: 20, courthouse: 28, defendant: 28, what_to_do: 60 },
  };
}
