import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rawRow, readCsv } from '@clearway/earlier-tools';
import { parseCalendarDate } from '@clearway/record';
import { ourRows, type SummaryRow } from './our-rows';
import { SHEET_DEFECTS, type SheetDefect } from './sheet-defects';
import { type OutlineConviction, outlineOf, type SheetOutline } from './sheet-outline';

/** The set: sheets as text, and `summary.csv` as the San Francisco tool wrote it on that day. */
export const SHEET_SET = { folder: 'rap_sheets', county: 'SAN FRANCISCO', asOf: '2011-01-02' } as const;

const COLUMNS = [
  'Name',
  'Courthouse',
  'Sentence',
  'Superstrikes',
  '2 prior convictions',
  'PC290',
  'Remedy',
  'Eligible',
  'Deceased',
];
const KEY = ['Date', 'Case Number', 'Charge', 'Severity'];

/** One row of either side. A difference is one column, or `row` where only one side has it. */
export interface ComparedRow {
  readonly sheet: string;
  readonly theirs: SummaryRow | undefined;
  readonly ours: SummaryRow | undefined;
  readonly differences: readonly { readonly column: string; readonly names: readonly SheetDefect[] }[];
}

/** Every row of the summary and of ours, side by side. Undefined when the folder holds no such set. */
export function compareSheets(folder: string): readonly ComparedRow[] | undefined {
  const at = join(folder, SHEET_SET.folder);
  if (!existsSync(join(at, 'summary.csv'))) return undefined;
  const [header = [], ...records] = readCsv(readFileSync(join(at, 'summary.csv'), 'utf8'));
  const theirs = records.map((each) => rawRow(header, each));
  const sheets = [...new Set(theirs.map((each) => each['Filename'] ?? ''))].sort();
  return sheets.flatMap((name) => {
    const bytes = readFileSync(join(at, name.replace(/\.pdf$/, '.txt')));
    const ours = ourRows(bytes, SHEET_SET.county, parseCalendarDate(SHEET_SET.asOf));
    return sideBySide(
      name.replace(/\.pdf$/, ''),
      theirs.filter((each) => each['Filename'] === name),
      ours,
      outlineOf(bytes.toString('utf8')),
    );
  });
}

function sideBySide(
  sheet: string,
  theirs: readonly SummaryRow[],
  ours: readonly SummaryRow[],
  outline: SheetOutline,
): readonly ComparedRow[] {
  const left = [...ours];
  const paired = theirs.map((row): [SummaryRow | undefined, SummaryRow | undefined] => {
    const match = left.findIndex((each) => keyOf(each) === keyOf(row));
    return [row, match < 0 ? undefined : left.splice(match, 1)[0]];
  });
  const rows = [...paired, ...left.map((row): [undefined, SummaryRow] => [undefined, row])];
  return rows
    .map(([their, our]) => ({ sheet, theirs: their, ours: our, differences: differencesOf(their, our, outline) }))
    .sort((a, b) => (keyOf(a.ours ?? a.theirs ?? {}) < keyOf(b.ours ?? b.theirs ?? {}) ? -1 : 1));
}

function differencesOf(
  theirs: SummaryRow | undefined,
  ours: SummaryRow | undefined,
  outline: SheetOutline,
): ComparedRow['differences'] {
  const columns = theirs && ours ? COLUMNS.filter((each) => (theirs[each] ?? '') !== (ours[each] ?? '')) : ['row'];
  const conviction = convictionOf(theirs ?? ours ?? {}, outline);
  return columns.map((column) => ({
    column,
    // What the tool left out can be named; a row that only the tool has cannot.
    names:
      conviction && !(column === 'row' && theirs)
        ? SHEET_DEFECTS.filter((each) => each.columns.includes(column) && each.shows(outline, conviction))
        : [],
  }));
}

function keyOf(row: SummaryRow): string {
  return KEY.map((each) => row[each] ?? '').join('\0');
}

function convictionOf(row: SummaryRow, { convictions }: SheetOutline): OutlineConviction | undefined {
  const date = (row['Date'] ?? '').replace(/-/g, '');
  return convictions.find(
    (each) => each.date === date && each.charge === row['Charge'] && each.severity === row['Severity'],
  );
}
