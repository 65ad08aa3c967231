import { rewritten } from '@clearway/spreadsheets';

/** The cells of a row, by the heads of the sheet; what is set is written back. */
export interface FilledRow {
  readonly text: (head: string) => string;
  readonly set: (head: string, text: string) => void;
}

/** A workbook as a person would save it after writing into the rows of its sheets. */
export async function filledWorkbook(
  bytes: Uint8Array,
  fill: (sheet: string, row: FilledRow) => void,
): Promise<Buffer> {
  const saved = await rewritten(bytes, (name, [heads = [], ...rows]) => {
    for (const row of rows) {
      fill(name, {
        text: (head) => String(row[heads.indexOf(head)] ?? ''),
        set: (head, text) => {
          const column = heads.indexOf(head);
          if (column >= 0) row[column] = text;
        },
      });
    }
  });
  return Buffer.from(saved);
}
