import { type CourtColumns, ExchangeFileError, type ExchangeProblem, readCourtTable } from '@clearway/court-exchange';
import { type CourtFileRow } from './after-order';

const COLUMNS = {
  case_number: ['case', 'case_no', 'case_num', 'number', 'docket', 'docket_number'],
  count: ['count_number', 'count_no', 'ct'],
  defendant: ['name', 'defendant_name', 'party'],
  disposition: ['status', 'case_status', 'count_status', 'result', 'outcome', 'plea_disposition'],
} as const satisfies CourtColumns<string>;

/** Reads a court's own list of cases with what became of each, CSV or XLSX. Throws an ExchangeFileError with every problem. */
export function readCourtFile(bytes: Uint8Array, file: string): readonly CourtFileRow[] {
  const problems: ExchangeProblem[] = [];
  const table = readCourtTable<keyof typeof COLUMNS>(bytes, file, COLUMNS, ['case_number', 'disposition'], problems);
  const rows = (table?.rows ?? []).map((row): CourtFileRow => {
    const count = row.text('count');
    if (count !== '' && !/^\d{1,3}$/.test(count))
      row.problem('count', 'write the number of the count, 1 to 999, or leave it empty');
    return {
      caseNumber: row.text('case_number'),
      count: Number(count) || 0,
      defendant: row.text('defendant'),
      disposition: row.text('disposition'),
      line: row.line,
    };
  });
  if (problems.length > 0) throw new ExchangeFileError(problems);
  return rows;
}
