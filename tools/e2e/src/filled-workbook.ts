import { type Cell, rewritten } from '@clearway/spreadsheets';

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
  const write = (name: string, [heads = [], ...rows]: Cell[][]): void => {
    for (const row of rows) {
      fill(name, {
        text: (head) => String(row[heads.indexOf(head)] ?? ''),
        set: (head, text) => {
          const column = heads.indexOf(head);
          if (column >= 0) row[column] = text;
        },
      });
    }
  };
  return Buffer.from(await rewritten(bytes, write, (name) => (name === without ? null : name)));
}
