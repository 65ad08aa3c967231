import {
  BYTE_ORDER_MARK,
  type Choices,
  columnName,
  csvRow,
  safeCell,
  type Sheet,
  workbook,
} from '@clearway/spreadsheets';

/** A list for people: heads, rows, and how wide a column is in a sheet. */
export interface ListedSheet {
  readonly name: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** By head; 16 characters where it names none. */
  readonly widths?: Readonly<Record<string, number>>;
  /** Heads whose cells take one of a list. */
  readonly choices?: Readonly<Record<string, readonly string[]>>;
}

/** As a CSV that a spreadsheet program opens safely: byte order mark, no cell that runs. */
export function listedCsv({ heads, rows }: ListedSheet): string {
  return BYTE_ORDER_MARK + [heads, ...rows].map((cells) => csvRow(cells.map(safeCell))).join('');
}

/** Most rows that carry a drop-down although nothing stands there yet. */
const HELP_WIDTH = 110;

/**
 * As a workbook with the lists and, in front, a sheet of words. Every cell is text: numbers of cases keep their zeros. The same lists
 * give the same bytes.
 */
export function listedWorkbook(
  title: string,
  lists: readonly ListedSheet[],
  help: readonly string[] = [],
): AsyncGenerator<Uint8Array> {
  const taken: { readonly texts: readonly string[] }[] = [];
  const sheets = lists.map((list) => sheetOf(list, taken));
  const front: Sheet[] =
    help.length === 0
      ? []
      : [
          {
            name: 'Read me',
            columns: [{ width: HELP_WIDTH, style: 'wrap' }],
            rows: [[{ text: title, style: 'title' }], ...help.map((line) => [line])],
          },
        ];
  const longest = Math.max(0, ...taken.map(({ texts }) => texts.length));
  const rows = Array.from({ length: longest }, (_, row) => taken.map(({ texts }) => texts[row] ?? ''));
  const back: Sheet[] =
    taken.length === 0
      ? []
      : [{ name: 'Lists', columns: taken.map(() => ({ width: 20, style: 'text' as const })), rows }];
  return workbook(title, [...front, ...sheets, ...back]);
}

function sheetOf(
  { name, heads, rows, widths = {}, choices = {} }: ListedSheet,
  taken: { readonly texts: readonly string[] }[],
): Sheet {
  const lists: Choices[] = [];
  for (const [head, texts] of Object.entries(choices)) {
    const column = columnName(heads.indexOf(head));
    const list = columnName(taken.push({ texts }) - 1);
    if (rows.length > 0) {
      lists.push({
        cells: `${column}2:${column}${rows.length + 1}`,
        from: `Lists!$${list}$1:$${list}$${texts.length}`,
        message: 'Choose one of the list, or leave the cell empty.',
      });
    }
  }
  return {
    name,
    columns: heads.map((head) => ({ width: widths[head] ?? 16, style: 'text' as const })),
    frozenRows: 1,
    rows: [heads.map((text) => ({ text, style: 'head' as const })), ...rows],
    choices: () => lists,
  };
}
