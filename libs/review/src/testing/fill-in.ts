import { type Cell, columnName, readWorkbook, workbook } from '@clearway/spreadsheets';

/** What somebody writes into a workbook: sheet, head of the column, row, text or number. */
export interface Written {
  readonly sheet: string;
  readonly head: string;
  readonly row: number;
  readonly value: string | number;
}

/** The workbook as it would come back: the same cells, with what was written, under other names of sheets. */
export async function fillIn(
  bytes: Uint8Array,
  written: readonly Written[],
  rename = (name: string): string => name,
): Promise<Uint8Array> {
  const sheets = readWorkbook(bytes).sheets.map(({ name, rows }) => {
    const heads = new Map([...(rows[0]?.cells ?? [])].map(([column, { text }]) => [text, column]));
    const width = Math.max(...rows.flatMap(({ cells }) => [...cells.keys()]), 0) + 1;
    const cells = rows.map(({ cells: read }) =>
      Array.from({ length: width }, (_, i): Cell => read.get(i)?.text ?? null),
    );
    for (const { head, row, value } of written.filter(({ sheet }) => sheet === name)) {
      const column = heads.get(head);
      if (column === undefined) throw new Error(`no column ${head} (${columnName(0)}...)`);
      const line = cells[row - 1];
      if (line) line[column] = value;
    }
    return { name: rename(name), columns: Array.from({ length: width }, () => ({ width: 10 })), rows: cells };
  });
  return allOf(workbook('Returned', sheets));
}

export async function allOf(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}
