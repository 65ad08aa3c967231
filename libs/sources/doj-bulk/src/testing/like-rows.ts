import fc from 'fast-check';
import { COLUMN_NAMES, columnIndex, type ColumnName } from '../columns';

const ROW: Partial<Record<ColumnName, string>> = {
  RECORD_ID: '0000000001',
  SUBJECT_ID: '10000001',
  REQ_CII_NUMBER: 'A100001',
  REQ_NAME: '"ROE,ANA         "',
  REQ_CDL: 'N1234567',
  REQ_SSN: '111223333',
  CII_NUMBER: 'A100001',
  PRI_NAME: '"ROE,ANA"',
  GENDER: 'F',
  PRI_DOB: '19700101',
  PRI_SSN: '111223333',
  RACE_DESCR: 'OTHER     ',
  CYC_SEG_SEP: '#',
  CYC_ORDER: '101',
  CYC_DATE: '19990101',
  STP_EVENT_DATE: '19990101',
  STP_TYPE_DESCR: 'COURT ACTION',
  STP_ORI_DESCR: 'CASC YOLO',
  STP_ORI_CNTY_NAME: 'YOLO',
  CNT_ORDER: '101001001000',
  OFN: '  -  ',
  OFFENSE_DESCR: '459 PC-BURGLARY',
  OFFENSE_QUAL_LST: ' '.repeat(22),
  DISP_OFFENSE_DESCR: ' '.repeat(40),
  DISP_OFFENSE_QUAL_LST: ' '.repeat(22),
  CONV_OFFENSE_DESCR: ' '.repeat(40),
  CONV_OFFENSE_QUAL_LST: ' '.repeat(22),
  FE_NUM_ARR_AGY: '  -  ',
  FE_NUM_CITE: '  -  ',
  FE_NUM_BOOKING: '  -  ',
  FE_NUM_CRT_CASE: '  -  ',
  DISP_DESCR: 'DISMISSED',
  CONV_STAT_DESCR: ' '.repeat(15),
  SENT_LENGTH: '  ',
  END_OF_REC: 'X',
};

/** What stands in cells that nobody expects it in. */
const AWKWARD = [
  '',
  'X',
  ' ',
  '-',
  '  -  ',
  '=1',
  '\t',
  '+5',
  '+x',
  '"-x"',
  '"@"',
  '""',
  '"A,B"',
  '"D""ARC"',
  '"="""',
  '"\rx"',
  '"two\nlines"',
  '"a\rb"',
  'GARC\xc3\x8dA',
  'GARC\xcdA',
  '"GARC\xcdA,X"',
  '\xc3\x8d',
  'YOLO',
  'KERN',
  'x'.repeat(70),
];
const BAD_ORDERS = ['101001001', '', 'X', '10200100100A', ' 10200100200'];
const ORDER = columnIndex('CNT_ORDER');
/** Columns that are asked about, and some beside them. */
const ASKED: readonly ColumnName[] = [
  ...([
    'RECORD_ID',
    'SUBJECT_STATUS',
    'SUBJECT_ID',
    'REQ_NAME',
    'REQ_CDL',
    'REQ_SSN',
    'PII_SEG_SEP',
    'CII_NUMBER',
  ] as const),
  ...(['PRI_NAME', 'GENDER', 'PRI_DOB', 'PRI_SSN', 'PRI_CDL', 'CITIZENSHIP_LIST', 'CYC_SEG_SEP', 'CYC_ORDER'] as const),
  ...(['CYC_DATE', 'STP_EVENT_DATE', 'STP_TYPE_DESCR', 'STP_ORI_DESCR', 'STP_ORI_CNTY_NAME', 'CNT_SEG_SEP'] as const),
  ...(['DISP_DATE', 'OFN', 'OFFENSE_DESCR', 'FE_NUM_CRT_CASE', 'DISP_DESCR', 'SENT_LENGTH', 'COMMENT_TEXT'] as const),
  ...(['OFFENSE_TOC', 'OFFENSE_QUAL_LST', 'DISP_OFFENSE_DESCR', 'FE_NUM_OOS_INN', 'END_OF_REC'] as const),
];
const COLUMNS = ASKED.map(columnIndex);
const FIRST: readonly string[] = COLUMN_NAMES.map((name) => ROW[name] ?? '');

type Change = (cells: string[]) => void;

const lasting: fc.Arbitrary<Change> = fc.oneof(
  { weight: 10, arbitrary: fc.constant<Change>(() => undefined) },
  // As the first row, but for the count
  {
    weight: 4,
    arbitrary: fc.constant<Change>((cells) =>
      FIRST.forEach((cell, column) => column !== ORDER && (cells[column] = cell)),
    ),
  },
  // The next count, step or cycle
  {
    weight: 10,
    arbitrary: fc.constantFrom(1_000, 1_000_000, 1_000_000_000).map(
      (more): Change =>
        (cells) =>
          (cells[ORDER] = String(Number(cells[ORDER]) + more)),
    ),
  },
  {
    weight: 4,
    arbitrary: fc.tuple(fc.constantFrom(...COLUMNS), fc.constantFrom(...AWKWARD)).map(
      ([column, text]): Change =>
        (cells) =>
          (cells[column] = text),
    ),
  },
  // Signs
  {
    weight: 2,
    arbitrary: fc
      .constantFrom<
        readonly [ColumnName, string]
      >(['DISP_DESCR', 'CONVICTED'], ['DISP_DESCR', ''], ['OFFENSE_DESCR', '11357(A) HS'], ['STP_TYPE_DESCR', 'REGISTRATION'])
      .map(
        ([column, text]): Change =>
          (cells) =>
            (cells[columnIndex(column)] = text),
      ),
  },
  // A comma moves: all bytes before and behind stay where they are.
  {
    weight: 3,
    arbitrary: fc.tuple(fc.constantFrom(...COLUMNS.slice(0, -1)), fc.nat({ max: 20 })).map(
      ([column, length]): Change =>
        (cells) => {
          const both = cells[column]! + cells[column + 1]!;
          if (both.includes('"')) return;
          cells[column] = both.slice(0, length);
          cells[column + 1] = both.slice(length);
        },
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.constantFrom(...COLUMNS), fc.constantFrom('X', ' ', '-')).map(
      ([column, text]): Change =>
        (cells) =>
          (cells[column] += text),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(...(['SUBJECT_ID', 'CII_NUMBER', 'STP_ORI_CNTY_NAME'] as const).map(columnIndex)).map(
      (column): Change =>
        (cells) =>
          (cells[column] = '\xc3\x8dA'),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('7', '"7"', '=7', '-7', '-', '"+7x"', '0000000002', 'x'.repeat(40)).map(
      (id): Change =>
        (cells) =>
          (cells[0] = id),
    ),
  },
);

const once: fc.Arbitrary<Change> = fc.oneof(
  { weight: 14, arbitrary: fc.constant<Change>(() => undefined) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(...BAD_ORDERS).map(
      (order): Change =>
        (cells) =>
          (cells[ORDER] = order),
    ),
  },
  // A field too few or too many, and those behind it stand where they should
  {
    weight: 2,
    arbitrary: fc.constantFrom<Change>(
      (cells) => cells.splice(columnIndex('CYC_SEG_SEP'), 3, '#X', ''),
      (cells) => cells.splice(columnIndex('STP_ORI_CNTY_NAME'), 2, `${cells[columnIndex('STP_ORI_CNTY_NAME')]}X`),
      (cells) => cells.splice(columnIndex('FE_NUM_OOS_INN'), 2, `${cells[columnIndex('FE_NUM_OOS_INN')]}X`),
      (cells) => cells.splice(0, 2, `"${cells[1]}`),
      (cells) => cells.splice(0, 2, `\n${cells[1]}`),
      (cells) => cells.splice(0, 1, 'x'.repeat(20), 'y'.repeat(11)),
    ),
  },
  // One row in two lines
  {
    weight: 1,
    arbitrary: fc.integer({ min: 52, max: 93 }).map(
      (column): Change =>
        (cells) =>
          (cells[column] = 'a\nb'),
    ),
  },
  // Windows-1252
  { weight: 2, arbitrary: fc.constant<Change>((cells) => (cells[columnIndex('COMMENT_TEXT')] = 'GARC\xcdA')) },
  // A quoted comma in the place of one between fields
  {
    weight: 2,
    arbitrary: fc.integer({ min: 2, max: 93 }).map(
      (column): Change =>
        (cells) => {
          cells[column] = '"A,B"';
          cells.splice(column < 70 ? 80 : 60, 1);
        },
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom<Change>(
      (cells) => cells.splice(60, 1),
      (cells) => cells.splice(20, 1),
      (cells) => cells.splice(60, 0, ''),
      (cells) => cells.push(''),
      // as many commas as a byte cannot count
      (cells) => cells.push(...new Array<string>(4096).fill('')),
      (cells) => (cells[70] = 'y'.repeat(5000)),
      (cells) => (cells[5] = `"${'z'.repeat(300)}"`),
      (cells) => (cells[70] = 'a"b'),
      (cells) => (cells[70] = 'a\rb'),
      (cells) => (cells[12] = 'a"b'),
      (cells) => (cells[70] = '"open'),
      (cells) => (cells[72] = '"A,B"'),
      (cells) => (cells[94] = '\r'),
      (cells) => (cells[93] = `"${'n'.repeat(9000)}"`),
    ),
  },
);

/** Rows of which most say what the row before says, and the rest nearly; the first one is good. Some are longer than 4 KiB, some than 8. */
export const likeRows: fc.Arbitrary<Buffer> = fc
  .tuple(
    fc.array(
      fc.tuple(
        fc.array(lasting, { minLength: 1, maxLength: 2 }),
        once,
        fc.constantFrom('\n', '\n', '\n', '\n', '\n', '\r\n', '\n\n', '\r\r\n'),
      ),
      { minLength: 8, maxLength: 30 },
    ),
    fc.boolean(),
  )
  .map(([steps, whole]) => {
    const cells = [...FIRST];
    let text = `${cells.join(',')}\n`;
    for (const [changes, harm, end] of steps) {
      for (const change of changes) change(cells);
      const row = [...cells];
      harm(row);
      text += row.join(',') + end;
    }
    return Buffer.from(whole ? text : text.replace(/\s+$/, ''), 'latin1');
  });

/** Rows of one person, one for each change: what it sets stays, and each row has the next count. */
export function rowsOfOne(changes: readonly Partial<Record<ColumnName, string>>[]): Buffer {
  const cells = [...FIRST];
  const rows = changes.map((change) => {
    for (const [name, text] of Object.entries(change)) cells[COLUMN_NAMES.indexOf(name as ColumnName)] = text;
    cells[ORDER] = String(Number(cells[ORDER]) + 1000);
    return `${cells.join(',')}\n`;
  });
  return Buffer.from(rows.join(''), 'latin1');
}
