import { type ListedSheet } from '@clearway/court-exchange';
import { type OpenLine } from '../reports/open-lines';
import { type RowOfLine } from './row-of-line';

/** What is before a court without an answer, as a list for people. */
export function openList(lines: readonly OpenLine[], rowOf: RowOfLine): ListedSheet {
  return {
    name: 'Open',
    heads: [
      'batch',
      'ref',
      'courthouse',
      'prosecuting_agency',
      'case_number',
      'defendant',
      'relief',
      'since',
      'days',
      'age',
    ],
    rows: lines.map(({ batch, line, since, days, age }) => {
      const row = rowOf(batch.batch, line.ref);
      return [
        batch.batch,
        line.ref,
        batch.court.name,
        batch.agency,
        row?.caseNumber ?? '',
        row?.defendant ?? '',
        line.relief,
        since,
        String(days),
        age,
      ];
    }),
    widths: { batch: 20, ref: 20, courthouse: 28, prosecuting_agency: 30, defendant: 28, relief: 24 },
  };
}
