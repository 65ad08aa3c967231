import { type Cell, readWorkbook, workbook } from '@clearway/spreadsheets';

/** The cells of a row, by the heads of the sheet; what is set is written back. */
export interface FilledRow {
  readonly text: (head: string) => string;
  readonly set: (head: string, text: string) => void;
}

/**
 * A workbook as a person would save it after writing into the rows of its sheets.
 *
 * @param without a sheet that is left out
 */
export async function filledWorkbook(
  bytes: Uint8Array,
  fill: (sheet: string, row: FilledRow) => void,
  without?: string,
): Promise<Buffer> {
  const sheets = readWorkbook(bytes).sheets.filter(({ name }) => name !== without);
  const saved = sheets.map(({ name, rows }) => {
    const heads = new Map([...(rows[0]?.cells ?? [])].map(([column, { text }]) => [text, column]));
    const width = Math.max(1, ...rows.flatMap(({ cells }) => [...cells.keys()].map((column) => column + 1)));
    const texts = rows.map(({ cells }) => Array.from({ length: width }, (_, column) => cells.get(column)?.text ?? ''));
    for (const row of texts.slice(1)) {
      fill(name, {
        text: (head) => row[heads.get(head) ?? -1] ?? '',
        set: (head, text) => {
          const column = heads.get(head);
          if (column !== undefined) row[column] = text;
        },
      });
    }
    const cells: Cell[][] = texts.map((row) => row.map((text) => (text === '' ? null : text)));
    return { name, columns: Array.from({ length: width }, () => ({ width: 20 })), rows: cells };
  });
  const pieces: Uint8Array[] = [];
  for await (const piece of workbook('Review', saved)) pieces.push(piece);
  return Buffer.concat(pieces);
}
