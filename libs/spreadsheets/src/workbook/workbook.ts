import { strToU8, Zip, ZipDeflate } from 'fflate';
import { type Cell, type CellStyle, cellXml, columnName, WorkbookError, xmlText } from './cell';
import { packageParts, sheetPath } from './package-parts';

/** One sheet: its rows are read once, in order, and never held together. */
export interface Sheet {
  /** Up to 31 characters without `[ ] : * ? / \`. */
  readonly name: string;
  /** Width in characters and the style that texts and numbers of the column have unless a cell says otherwise. */
  readonly columns: readonly { readonly width: number; readonly style?: CellStyle }[];
  /** Rows that stay on the screen while the rest scrolls, and repeat on each printed page. */
  readonly frozenRows?: number;
  readonly rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>;
  /** Drop-downs; asked for after the last row was taken. */
  readonly choices?: () => readonly Choices[];
  /** How many lines of text a row has room for, by its number from 1; asked when the row is written. Left out: the program decides. */
  readonly linesOf?: (row: number) => number;
  /** Columns, from 0, that are not shown. */
  readonly hidden?: readonly number[];
}

/** Cells that take one of a list of texts. */
export interface Choices {
  /** Such as `K2:K90`. */
  readonly cells: string;
  /** Where the texts stand: `Lists!$A$2:$C$2`. */
  readonly from: string;
  /** Said when something else was written. */
  readonly message: string;
}

const MOST_ROWS = 1_048_576;
const PIECE = 256 * 1024;
/** Points of one line of text. */
const LINE = 15;
/** Points of the highest row that a program takes. */
const HIGHEST = 409;
/** The date of every entry: a ZIP cannot say "none", and a clock would make two runs differ. Local, as ZIP counts. */
const ENTRY_DATE = new Date(1980, 0, 1);

/**
 * An XLSX workbook as pieces of bytes. The same sheets give the same bytes on every machine (the compression is
 * written in JavaScript, the entries carry no time), and memory does not grow with the number of rows.
 *
 * @example for await (const piece of workbook('Letters', [sheet])) file.write(piece)
 */
export async function* workbook(title: string, sheets: readonly Sheet[]): AsyncGenerator<Uint8Array> {
  sheets.forEach(checkName);
  const pieces: Uint8Array[] = [];
  const failures: Error[] = [];
  const zip = new Zip((error, data) => {
    if (error) failures.push(error);
    else pieces.push(data);
  });
  const taken = function* (): Generator<Uint8Array> {
    const failure = failures[0];
    if (failure) throw failure;
    yield* pieces.splice(0);
  };
  for (const part of packageParts(
    title,
    sheets.map(({ name }) => name),
  )) {
    entry(zip, part.path).push(strToU8(part.text), true);
    yield* taken();
  }
  for (const [index, sheet] of sheets.entries()) {
    const target = entry(zip, sheetPath(index));
    for await (const text of sheetXml(sheet)) {
      target.push(strToU8(text), false);
      yield* taken();
    }
    target.push(new Uint8Array(0), true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}

function entry(zip: Zip, path: string): ZipDeflate {
  const deflate = new ZipDeflate(path, { level: 4 });
  deflate.mtime = ENTRY_DATE;
  zip.add(deflate);
  return deflate;
}

/** The sheet in pieces of about 256 KB of text. */
async function* sheetXml(sheet: Sheet): AsyncGenerator<string> {
  const names = sheet.columns.map((_, column) => columnName(column));
  let text = sheetHead(sheet);
  let row = 0;
  for await (const cells of sheet.rows) {
    row++;
    if (row > MOST_ROWS)
      throw new WorkbookError(
        'workbook.too-many-rows',
        `the sheet "${sheet.name}" would have more than ${MOST_ROWS} rows: use the CSV file, which has no limit`,
      );
    const height =
      sheet.linesOf === undefined ? '' : ` ht="${Math.min(HIGHEST, sheet.linesOf(row) * LINE)}" customHeight="1"`;
    text += `<row r="${row}"${height}>`;
    for (let column = 0; column < cells.length; column++) {
      text += cellXml(
        cells[column] ?? null,
        `${names[column] ?? columnName(column)}${row}`,
        sheet.columns[column]?.style,
      );
    }
    text += '</row>';
    if (text.length >= PIECE) {
      yield text;
      text = '';
    }
  }
  yield `${text}</sheetData>${choicesXml(sheet.choices?.() ?? [])}<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup orientation="landscape" fitToHeight="0"/><headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter></worksheet>`;
}

function sheetHead(sheet: Sheet): string {
  const frozen = sheet.frozenRows ?? 0;
  const pane =
    frozen > 0 ? `<pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/>` : '';
  const columns = sheet.columns
    .map(
      ({ width }, i) =>
        `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"${sheet.hidden?.includes(i) ? ' hidden="1"' : ''}/>`,
    )
    .join('');
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
    `<sheetViews><sheetView workbookViewId="0" showGridLines="1">${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${columns}</cols><sheetData>`
  );
}

function checkName({ name }: Sheet): void {
  if (name.length === 0 || name.length > 31 || /[[\]:*?/\\]/.test(name))
    throw new WorkbookError('workbook.sheet-name', 'a sheet name has 1 to 31 characters and none of [ ] : * ? / \\');
}

function choicesXml(choices: readonly Choices[]): string {
  if (choices.length === 0) return '';
  const each = choices.map(
    ({ cells, from, message }) =>
      `<dataValidation type="list" allowBlank="1" showErrorMessage="1" error="${xmlText(message.slice(0, 225))}" sqref="${cells}"><formula1>${xmlText(from)}</formula1></dataValidation>`,
  );
  return `<dataValidations count="${choices.length}">${each.join('')}</dataValidations>`;
}
