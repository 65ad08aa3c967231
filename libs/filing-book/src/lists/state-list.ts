import { type ListedSheet } from '@clearway/court-exchange';
import { type StateDuty } from '../reports/state-duties';
import { type RowOfLine } from './row-of-line';

/** Match keys of law: what a disposition report carries (PC 13125, 13151.1). */
export function stateList(duties: readonly StateDuty[], rowOf: RowOfLine): ListedSheet {
  const heads = [
    'cii',
    'name',
    'other_names',
    'birth_date',
    'arrest_date',
    'arresting_ori',
    'booking_number',
    'court_ori',
    'case_number',
    'former_case_number',
    'count',
    'count_order',
    'section',
    'charge_code',
    'conviction_date',
    'relief',
    'statute',
    'disposition_reason',
    'disposition_reason_words',
    'case_effect',
    'arrest_too',
    'order_date',
    'due',
    'overdue_days',
    'batch',
    'ref',
  ];
  const rows = duties.map(({ batch, line, orderedOn, due, daysOver }) => {
    const row = rowOf(batch.batch, line.ref);
    const keys = row?.matchKeys;
    const known = row
      ? [
          keys?.cii ?? '',
          keys?.name ?? '',
          keys?.otherNames.join('; ') ?? '',
          keys?.birthDate ?? '',
          keys?.arrestDate ?? '',
          keys?.arrestingOri ?? '',
          keys?.bookingNumber ?? '',
          keys?.courtOri ?? '',
          row.caseNumber,
          row.formerCaseNumber,
          row.count === 0 ? '' : String(row.count),
          keys?.countOrder ?? '',
          row.section,
          keys?.chargeCode ?? '',
          row.convictionDate,
          row.relief,
          row.statute,
          row.dispositionReason.code,
          row.dispositionReason.words,
          row.caseEffect,
          row.arrestToo ? 'yes' : 'no',
        ]
      : [...Array<string>(15).fill(''), line.relief, ...Array<string>(5).fill('')];
    return [...known, orderedOn, due, daysOver === 0 ? '' : String(daysOver), batch.batch, line.ref];
  });
  return {
    name: 'State',
    heads,
    rows,
    widths: { name: 28, other_names: 28, disposition_reason_words: 40, batch: 20, ref: 20 },
  };
}
