import { type FilingLine } from '../filing/filing-plan';
import { printedDate } from '../filing/printed-values';
import { type PaperWords } from '../templates/paper-words';
import { EVERYTHING_SHOWN, type IndexRow, type ShownContent } from '../values/paper-given';
import { EFFECT_WORDS, RELIEF_WORDS } from '../words/relief-words';
import { groundMarks } from './grounds';
import { type Block, type TableColumn } from './paper';

type Table = Extract<Block, { kind: 'table' }>;

/** A column before its width is fitted to the page. */
interface Cells<Row> {
  readonly title: string;
  /** In points, of the 504 between the margins of a letter page. */
  readonly width: number;
  readonly align?: 'right';
  readonly cell: (row: Row) => string;
}

const PAGE_WIDTH = 504;

/** Columns left out give their width to the widest of those that stay. */
function tableOf<Row>(columns: readonly (Cells<Row> | undefined)[], rows: readonly Row[]): Table {
  const kept = columns.filter((column) => column !== undefined);
  const spare = PAGE_WIDTH - kept.reduce((sum, { width }) => sum + width, 0);
  const widest = kept.reduce((at, { width }, i) => (width > (kept[at]?.width ?? 0) ? i : at), 0);
  return {
    kind: 'table',
    columns: kept.map(
      ({ title, width, align }, i): TableColumn => ({
        title,
        width: i === widest ? width + spare : width,
        ...(align ? { align } : {}),
      }),
    ),
    rows: rows.map((row) => kept.map(({ cell }) => cell(row))),
  };
}

/** Lines with case and defendant; `all` are those of the packet, by which marks of authorities are given. */
export function bulkTable(
  lines: readonly FilingLine[],
  words: PaperWords,
  shown: ShownContent = EVERYTHING_SHOWN,
  all: readonly FilingLine[] = lines,
): Table {
  const marks = groundMarks(all);
  const [number, caseNumber, defendant, count, offense, convicted, relief] =
    marks.size === 0 ? [41, 87, 135, 44, 80, 66, 51] : [41, 84, 122, 44, 78, 65, 70];
  return tableOf<FilingLine>(
    [
      { title: words.plain('table', 'line'), width: number ?? 0, align: 'right', cell: ({ line }) => String(line) },
      {
        title: words.plain('table', 'case-number'),
        width: caseNumber ?? 0,
        cell: (line) =>
          line.otherCaseNumbers.length === 0
            ? line.caseNumber
            : `${line.caseNumber} [${line.otherCaseNumbers.join(', ')}]`,
      },
      shown.names
        ? { title: words.plain('table', 'defendant'), width: defendant ?? 0, cell: ({ name }) => name }
        : undefined,
      { title: words.plain('table', 'count'), width: count ?? 0, align: 'right', cell: printedCount },
      { title: words.plain('table', 'offense'), width: offense ?? 0, cell: ({ citation }) => citation },
      shown.convictionDates
        ? {
            title: words.plain('table', 'convicted'),
            width: convicted ?? 0,
            cell: ({ convictedOn }) => printedDate(convictedOn),
          }
        : undefined,
      {
        title: words.plain('table', 'relief'),
        width: relief ?? 0,
        cell: (line) => marked(`${RELIEF_WORDS[line.relief].code} ${EFFECT_WORDS[line.effect].letter}`, line, marks),
      },
    ],
    lines,
  );
}

/** The lines of one case and person. */
export function caseTable(
  lines: readonly FilingLine[],
  words: PaperWords,
  shown: ShownContent = EVERYTHING_SHOWN,
): Table {
  const marks = groundMarks(lines);
  return tableOf<FilingLine>(
    [
      { title: words.plain('table', 'line'), width: 36, align: 'right', cell: ({ line }) => String(line) },
      { title: words.plain('table', 'count'), width: 46, align: 'right', cell: printedCount },
      { title: words.plain('table', 'offense'), width: 80, cell: ({ citation }) => citation },
      shown.charges
        ? { title: words.plain('table', 'charge'), width: 138, cell: ({ chargeText }) => chargeText }
        : undefined,
      shown.convictionDates
        ? { title: words.plain('table', 'convicted'), width: 66, cell: ({ convictedOn }) => printedDate(convictedOn) }
        : undefined,
      {
        title: words.plain('table', 'relief'),
        width: 94,
        cell: (line) => marked(words.relief(line.relief, 'short'), line, marks),
      },
      { title: words.plain('table', 'effect'), width: 44, cell: ({ effect }) => EFFECT_WORDS[effect].letter },
    ],
    lines,
  );
}

/** The papers of a batch. */
export function indexTable(
  rows: readonly IndexRow[],
  words: PaperWords,
  shown: ShownContent = EVERYTHING_SHOWN,
): Table {
  return tableOf<IndexRow>(
    [
      { title: words.plain('index', 'case-number'), width: 90, cell: ({ caseNumber }) => caseNumber },
      shown.names
        ? { title: words.plain('index', 'defendant'), width: 134, cell: ({ defendant }) => defendant }
        : undefined,
      { title: words.plain('index', 'packet'), width: 90, cell: ({ packet }) => packet },
      { title: words.plain('index', 'file'), width: 148, cell: ({ file }) => file },
      { title: words.plain('index', 'page'), width: 42, align: 'right', cell: ({ page }) => String(page) },
    ],
    rows,
  );
}

/**
 * The convictions of a case as a text that always is the same for the same table: case and defendant, the heads, then one row a line,
 * cells between tabs. Its SHA-256 (of its UTF-8) is what motion and order of a case name, because they have no exhibit.
 */
export function caseListText(lines: readonly FilingLine[], words: PaperWords, shown?: ShownContent): string {
  const { columns, rows } = caseTable(lines, words, shown);
  const { caseNumber = '', name = '' } = lines[0] ?? {};
  const head = [caseNumber, shown?.names === false ? words.plain('list', 'withheld-name') : name];
  return [head, columns.map(({ title }) => title), ...rows]
    .map((cells) => `${cells.map((cell) => cell.replace(/\s+/g, ' ')).join('\t')}\n`)
    .join('');
}

function marked(text: string, { authority }: FilingLine, marks: ReadonlyMap<string, string>): string {
  return authority === '' ? text : `${text} ${marks.get(authority) ?? ''}`;
}

function printedCount(line: FilingLine): string {
  return line.count === 0 ? '' : String(line.count);
}
