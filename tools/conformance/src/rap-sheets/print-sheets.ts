import { type ComparedRow, SHEET_SET } from './compare-sheets';
import { SHEET_DEFECTS } from './sheet-defects';
import { type SummaryRow } from './our-rows';

/** Prints the table of the RAP sheets. Returns whether every difference has a name. */
export function printSheets(rows: readonly ComparedRow[], print: (line: string) => void): boolean {
  print('');
  print(`RAP sheets: the San Francisco tool and the statute, as of ${SHEET_SET.asOf}`);
  print(line(['sheet', 'date', 'case', 'charge', 'grade', 'earlier', 'now', 'differences and their names']));
  for (const { sheet, theirs, ours, differences } of rows) {
    const row = theirs ?? ours ?? {};
    const named = differences.map(
      ({ column, names }) => `${column}: ${names.map(({ id }) => id).join(' ') || 'NO NAME'}`,
    );
    print(
      line([
        sheet.replace(/_rap_sheet$/, ''),
        row['Date'] ?? '',
        row['Case Number'] ?? '',
        row['Charge'] ?? '',
        row['Severity'] ?? '',
        verdictOf(theirs),
        verdictOf(ours),
        named.join('; ') || 'equal',
      ]),
    );
    for (const { column, names } of differences.filter((each) => each.names.length === 0))
      print(`  ${column}, ${names.length} names: earlier "${theirs?.[column] ?? ''}", now "${ours?.[column] ?? ''}"`);
  }
  const shown = new Set(rows.flatMap((each) => each.differences.flatMap(({ names }) => names)));
  print('');
  for (const each of SHEET_DEFECTS.filter((one) => shown.has(one))) print(`  ${each.id.padEnd(18)} ${each.words}`);
  const differences = rows.flatMap((each) => each.differences);
  const unnamed = differences.filter((each) => each.names.length === 0).length;
  const equal = rows.filter((each) => each.differences.length === 0).length;
  print(
    `${rows.length} rows: ${equal} equal; ${differences.length} differences, ${differences.length - unnamed} named, ${unnamed} unnamed`,
  );
  return unnamed === 0;
}

function verdictOf(row: SummaryRow | undefined): string {
  return row ? `${row['Eligible'] ?? ''} (${row['Remedy'] ?? ''})` : 'not listed';
}

function line(cells: readonly string[]): string {
  return cells.map((each, i) => each.padEnd([11, 12, 13, 13, 7, 22, 22][i] ?? 0)).join('');
}
