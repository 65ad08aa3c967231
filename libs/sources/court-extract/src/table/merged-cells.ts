import { type ReadCell, type ReadSheet } from '@clearway/spreadsheets';

/**
 * The rows with the value of each merged cell in every row that it covers: a workbook keeps it in the first cell only, and a case
 * number merged over its counts would be missing from all but one.
 */
export function withMergedCells(sheet: ReadSheet, headerRow: number): { rows: ReadSheet['rows']; filled: number } {
  const merged = (sheet.merged ?? []).filter(({ lastRow }) => lastRow > headerRow);
  if (merged.length === 0) return { rows: sheet.rows, filled: 0 };
  const rows = new Map(sheet.rows.map((each) => [each.row, new Map(each.cells)]));
  let filled = 0;
  for (const { firstRow, lastRow, firstColumn } of merged) {
    const value = rows.get(firstRow)?.get(firstColumn);
    if (!value || firstRow <= headerRow) continue;
    for (let row = firstRow + 1; row <= lastRow; row++) {
      const cells: Map<number, ReadCell> | undefined = rows.get(row);
      if (!cells || cells.size === 0 || cells.has(firstColumn)) continue;
      cells.set(firstColumn, value);
      filled++;
    }
  }
  return { rows: [...rows].map(([row, cells]) => ({ row, cells })), filled };
}
