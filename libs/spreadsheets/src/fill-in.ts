import { readWorkbook } from './read-workbook/read-workbook';
import { type Cell, columnName } from './workbook/cell';
import { workbook } from './workbook/workbook';

/** What somebody writes into a workbook: sheet, head of the column, row from 1, text or number. */
export interface Written {
  readonly sheet: string;
  readonly head: string;
  readonly row: number;
  readonly value: string | number;
}

/**
 * A workbook as somebody saves it who wrote into it: the same texts, without formats and formulas. `write` is given each sheet with
 * its rows, whose first has the heads; a sheet to which `rename` gives no name is left out. Specs of those who read workbooks back are
 * made with it.
 */
export async function rewritten(
  bytes: Uint8Array,
  write: (sheet: string, rows: Cell[][]) => void,
  rename = (name: string): string | null => name,
): Promise<Uint8Array> {
  const sheets = readWorkbook(bytes).sheets.flatMap(({ name, rows }) => {
    const saved = rename(name);
    if (saved === null) return [];
    const width = Math.max(...rows.flatMap(({ cells }) => [...cells.keys()]), 0) + 1;
    const cells = rows.map(({ cells: read }) => Array.from({ length: width }, (_, i) => read.get(i)?.text ?? null));
    write(name, cells);
    return [{ name: saved, columns: Array.from({ length: width }, () => ({ width: 10 })), rows: cells }];
  });
  return allOf(workbook('Returned', sheets));
}

/** The same with single cells. Throws where a sheet has no such head. */
export function fillIn(
  bytes: Uint8Array,
  written: readonly Written[],
  rename?: (name: string) => string,
): Promise<Uint8Array> {
  const write = (name: string, rows: Cell[][]): void => {
    for (const { head, row, value } of written.filter(({ sheet }) => sheet === name)) {
      const column = rows[0]?.indexOf(head) ?? -1;
      if (column < 0) throw new Error(`no column ${head} (${columnName(0)}...)`);
      const line = rows[row - 1];
      if (line) line[column] = value;
    }
  };
  return rewritten(bytes, write, rename);
}

/** All pieces of what is written, in one. */
export async function allOf(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}
