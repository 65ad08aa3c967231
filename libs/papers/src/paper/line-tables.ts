import { type FilingLine } from '../filing/filing-plan';
import { printedDate } from '../filing/printed-values';
import { TABLE_WORDS } from '../words/order-words';
import { EFFECT_WORDS, RELIEF_WORDS } from '../words/relief-words';
import { groundMarks } from './grounds';
import { type Block, type TableColumn } from './paper';

/** Widths add up to the 504 points between the margins of a letter page. */
const BULK_COLUMNS: readonly TableColumn[] = [
  { title: TABLE_WORDS.line, width: 38, align: 'right' },
  { title: TABLE_WORDS.caseNumber, width: 87 },
  { title: TABLE_WORDS.defendant, width: 139 },
  { title: TABLE_WORDS.count, width: 42, align: 'right' },
  { title: TABLE_WORDS.offense, width: 80 },
  { title: TABLE_WORDS.convicted, width: 67 },
  { title: TABLE_WORDS.relief, width: 51 },
];

/** The same with room for the mark of an authority behind the relief. */
const BULK_WIDTHS_WITH_MARKS = [34, 84, 131, 40, 80, 65, 70];
const MARKED_BULK_COLUMNS: readonly TableColumn[] = BULK_COLUMNS.map((column, i) => ({ ...column, width: BULK_WIDTHS_WITH_MARKS[i] ?? column.width }));

const CASE_COLUMNS: readonly TableColumn[] = [
  { title: TABLE_WORDS.line, width: 36, align: 'right' },
  { title: TABLE_WORDS.count, width: 44, align: 'right' },
  { title: TABLE_WORDS.offense, width: 86 },
  { title: TABLE_WORDS.charge, width: 140 },
  { title: TABLE_WORDS.convicted, width: 68 },
  { title: TABLE_WORDS.relief, width: 84 },
  { title: TABLE_WORDS.effect, width: 46 },
];

/** Lines with case and defendant; `all` are those of the packet, by which marks of authorities are given. */
export function bulkTable(lines: readonly FilingLine[], all: readonly FilingLine[] = lines): Block {
  const marks = groundMarks(all);
  return {
    kind: 'table',
    columns: marks.size === 0 ? BULK_COLUMNS : MARKED_BULK_COLUMNS,
    rows: lines.map((line) => [
      String(line.line),
      line.otherCaseNumbers.length === 0 ? line.caseNumber : `${line.caseNumber} [${line.otherCaseNumbers.join(', ')}]`,
      line.name,
      printedCount(line),
      line.citation,
      printedDate(line.convictedOn),
      marked(`${RELIEF_WORDS[line.relief].code} ${EFFECT_WORDS[line.effect].letter}`, line, marks),
    ]),
  };
}

/** The lines of one case and person. */
export function caseTable(lines: readonly FilingLine[]): Block {
  const marks = groundMarks(lines);
  return {
    kind: 'table',
    columns: CASE_COLUMNS,
    rows: lines.map((line) => [
      String(line.line),
      printedCount(line),
      line.citation,
      line.chargeText,
      printedDate(line.convictedOn),
      marked(RELIEF_WORDS[line.relief].short, line, marks),
      EFFECT_WORDS[line.effect].letter,
    ]),
  };
}

function marked(text: string, { authority }: FilingLine, marks: ReadonlyMap<string, string>): string {
  return authority === '' ? text : `${text} ${marks.get(authority) ?? ''}`;
}

function printedCount(line: FilingLine): string {
  return line.count === 0 ? '' : String(line.count);
}
