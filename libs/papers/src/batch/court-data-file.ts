import { type CourtUpdateRow } from '@clearway/court-exchange';
import { csvRow, safeCell } from '@clearway/spreadsheets';
import { type CourtDataColumn, type CourtDataField, type CourtDataFormat } from '../courts/court-data-column';
import { type CourtFiling, type PublicContent } from '../courts/court-profile';

/** Clearway's own layout, for a court that has none. */
export const OWN_LAYOUT: readonly CourtDataColumn[] = [
  { name: 'ref', from: 'ref' },
  { name: 'courthouse', from: 'courthouse' },
  { name: 'court_of_record', from: 'courthouseOfRecord' },
  { name: 'courthouse_ori', from: 'courthouseOri' },
  { name: 'case_number', from: 'caseNumber' },
  { name: 'former_case_number', from: 'formerCaseNumber' },
  { name: 'other_case_numbers', from: 'otherCaseNumbers' },
  { name: 'defendant', from: 'defendant' },
  { name: 'count', from: 'count' },
  { name: 'section', from: 'section' },
  { name: 'charge', from: 'charge' },
  { name: 'conviction_date', from: 'convictionDate' },
  { name: 'relief', from: 'relief' },
  { name: 'statute', from: 'statute' },
  { name: 'disposition_reason_code', from: 'dispositionReasonCode' },
  { name: 'disposition_reason', from: 'dispositionReason' },
  { name: 'case_effect', from: 'caseEffect' },
  { name: 'arrest_too', from: 'arrestToo' },
  { name: 'floor_only', from: 'floorOnly' },
  { name: 'prosecuting_agency', from: 'agency' },
  { name: 'packet', from: 'packet' },
  { name: 'line', from: 'line' },
  { name: 'order_file', from: 'orderFile' },
];

/** `court_update.csv` of a batch in the court's layout, piece by piece. */
export function* courtDataFile(filing: CourtFiling, rows: Iterable<CourtUpdateRow>): Generator<Uint8Array> {
  const columns = filing.dataFile?.columns ?? OWN_LAYOUT;
  let text = csvRow(columns.map(({ name }) => safeCell(name)));
  for (const row of rows) {
    text += csvRow(columns.map((column) => safeCell(cellOf(column, row))));
    if (text.length < 1 << 16) continue;
    yield Buffer.from(text);
    text = '';
  }
  yield Buffer.from(text);
}

/** Columns whose field has codes, and none for this value: the field and, where its values are a closed list, the value. */
export function missingCodes(filing: CourtFiling, row: CourtUpdateRow): readonly string[] {
  const found: string[] = [];
  for (const { from, codes } of filing.dataFile?.columns ?? []) {
    const value = valueOf(from, row);
    if (codes && !Object.hasOwn(codes, value)) found.push(CLOSED.has(from) ? `${from}: ${value}` : from);
  }
  return found;
}

const CLOSED: ReadonlySet<CourtDataField> = new Set([
  'relief',
  'caseEffect',
  'arrestToo',
  'floorOnly',
  'dispositionReasonCode',
]);

/** False where the data file shows what public papers do not. */
export function dataFileIsPublic({ public: shown, dataFile }: CourtFiling): boolean {
  return (dataFile?.columns ?? OWN_LAYOUT).every(({ from }) => {
    const needs = SHOWN_BY[from];
    return needs === undefined || shown[needs];
  });
}

const SHOWN_BY: Readonly<Partial<Record<CourtDataField, keyof PublicContent>>> = {
  defendant: 'names',
  charge: 'charges',
  convictionDate: 'convictionDates',
};

function cellOf({ from, codes, format }: CourtDataColumn, row: CourtUpdateRow): string {
  const value = valueOf(from, row);
  const coded = codes?.[value] ?? value;
  return format ? formatted(coded, format) : coded;
}

function valueOf(from: CourtDataField, row: CourtUpdateRow): string {
  switch (from) {
    case 'otherCaseNumbers':
      return row.otherCaseNumbers.join('; ');
    case 'count':
      return row.count === 0 ? '' : String(row.count);
    case 'line':
      return String(row.line);
    case 'arrestToo':
    case 'floorOnly':
      return row[from] ? 'yes' : 'no';
    case 'dispositionReasonCode':
      return row.dispositionReason.code;
    case 'dispositionReason':
      return row.dispositionReason.words;
    default:
      return row[from];
  }
}

/** Dates that are not complete keep the parts that there are: `03/1998`. */
function formatted(value: string, format: CourtDataFormat): string {
  switch (format) {
    case 'YYYY-MM-DD':
      return value;
    case 'MM/DD/YYYY': {
      const [year = '', month, day] = value.split('-');
      return [month, day, year].filter((part) => part !== undefined).join('/');
    }
    case 'YYYYMMDD':
      return value.replaceAll('-', '');
    case '00':
    case '000':
      return value === '' ? '' : value.padStart(format.length, '0');
    case 'upper case':
      return value.toUpperCase();
  }
}
