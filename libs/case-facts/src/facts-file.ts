import { CsvError, decodeCsv, readCsv, type CsvRecord } from '@clearway/spreadsheets';
import { FactsFileError, type FactsProblem } from './errors';
import { type FactsRow } from './facts-row';
import { FACTS_COLUMNS, isColumn, readFactsRow, type FactsColumn } from './read-facts-row';

/** Heads that mean a column by another name; case, blanks and underscores do not matter. */
const OTHER_HEADS: Readonly<Record<string, FactsColumn>> = {
  CIINUMBER: 'cii',
  COURTCASENUMBER: 'case_number',
  CASE: 'case_number',
  CNTORDER: 'count',
  DATEOFCONVICTION: 'conviction_date',
};

/**
 * Reads a facts file: CSV with a header, UTF-8 or Windows-1252, a row for each case or count. Throws a FactsFileError that lists
 * every problem: what was misread must not stop anybody's relief.
 *
 * @param file index of the file among the facts files of the run
 * @param name what messages call it
 */
export function readFactsFile(bytes: Uint8Array, file = 0, name = 'facts file'): readonly FactsRow[] {
  const problems: FactsProblem[] = [];
  const rows: FactsRow[] = [];
  let columns: ReadonlyMap<FactsColumn, number> | undefined;
  let width = 0;
  try {
    for (const record of readCsv(decodeCsv(bytes))) {
      if (!columns) {
        columns = columnsOf(record, problems);
        width = record.fields.length;
        if (problems.length > 0) break;
      } else if (record.fields.length === width) {
        const row = readFactsRow(cellsOf(record, columns), file, record.line, problems);
        if (row) rows.push(row);
      } else {
        const cure = `has ${record.fields.length} fields, the header has ${width}: put fields that hold a comma in quotes`;
        problems.push({ code: 'facts.field-count', line: record.line, column: 'row', cure });
      }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { line, column, message } = error;
    problems.push({ code: 'facts.quotes', line, column: `column ${column}`, cure: message.replace(/^[^:]*: /, '') });
  }
  if (!columns && problems.length === 0) {
    const cure = `the file is empty: begin with a header of ${FACTS_COLUMNS.join(', ')}`;
    problems.push({ code: 'facts.empty', line: 1, column: 'header', cure });
  }
  if (problems.length > 0) throw new FactsFileError(name, problems);
  return rows;
}

function columnsOf({ fields, line }: CsvRecord, problems: FactsProblem[]): ReadonlyMap<FactsColumn, number> {
  const columns = new Map<FactsColumn, number>();
  fields.forEach((head, index) => {
    const column = columnOf(head);
    const at = { line, column: `column ${index + 1}` };
    if (!column) {
      if (head.trim() === '') return;
      const cure = `is no column of a facts file; name it one of ${FACTS_COLUMNS.join(', ')}, or leave it out`;
      problems.push({ code: 'facts.unknown-column', ...at, cure });
    } else if (columns.has(column)) {
      problems.push({ code: 'facts.column-twice', ...at, cure: `"${column}" stands twice: keep one` });
    } else columns.set(column, index);
  });
  if (!columns.has('cii') && !columns.has('subject_id')) {
    const cure = 'there is no column for the person: add cii, or subject_id';
    problems.push({ code: 'facts.missing-column', line, column: 'header', cure });
  }
  return columns;
}

function columnOf(head: string): FactsColumn | undefined {
  const plain = head
    .replace(/^\uFEFF/, '')
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
  if (isColumn(plain)) return plain;
  const bare = plain.replace(/_/g, '').toUpperCase();
  return FACTS_COLUMNS.find((each) => each.replace(/_/g, '').toUpperCase() === bare) ?? OTHER_HEADS[bare];
}

function cellsOf({ fields }: CsvRecord, columns: ReadonlyMap<FactsColumn, number>): (column: FactsColumn) => string {
  return (column) => {
    const index = columns.get(column);
    return index === undefined ? '' : (fields[index] ?? '').trim();
  };
}
