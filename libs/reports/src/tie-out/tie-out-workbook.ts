import { printDate } from '@clearway/record';
import { type Cell, type Sheet, workbook } from '@clearway/spreadsheets';
import { type ReportedRun } from '../run/reported-run';
import { type CountedNumber, differenceOf, sideInWords, sumOf, type TieOut, type TieOutCheck } from './tie-out';

const CHECKS_HEAD = ['Where', 'Of what', 'This number', '', 'must equal', '', 'Difference', 'Ties out'];
const NUMBERS_HEAD = ['Where', 'Number', 'Value', 'Counted in'];
const FIRST_CHECK_ROW = 8;
const FIRST_NUMBER_ROW = 2;

/**
 * `tie_out.xlsx`: a sheet of checks whose sides and differences are formulas over a sheet of the numbers as each part
 * of the program counted them. The workbook is written whether or not it ties; `TieOut.assertTies` decides the run.
 */
export function tieOutWorkbook(tieOut: TieOut, run: ReportedRun): AsyncGenerator<Uint8Array> {
  return workbook(`Tie-out, ${run.county}, as of ${printDate(run.asOf)}`, [
    checksSheet(tieOut, run),
    numbersSheet(tieOut),
  ]);
}

function checksSheet(tieOut: TieOut, run: ReportedRun): Sheet {
  const addresses = new Map(tieOut.numbers.map((number, i) => [number, `Numbers!C${FIRST_NUMBER_ROW + i}`]));
  const last = FIRST_CHECK_ROW + tieOut.checks.length - 1;
  const differences = `G${FIRST_CHECK_ROW}:G${last}`;
  const sum = tieOut.checks.reduce((total, check) => total + Math.abs(differenceOf(check)), 0);
  const rows: Cell[][] = [
    [{ text: 'Tie-out', style: 'title' }],
    [`${run.county}, as of ${printDate(run.asOf)}, policy ${run.policy.name}`],
    [
      {
        text: 'Every number that was counted in two places stands beside its other count. The run is only released when all differences are zero.',
        style: 'note',
      },
    ],
    ['Checks', null, null, { formula: `ROWS(${differences})`, value: tieOut.checks.length, style: 'total-count' }],
    [
      'Sum of all differences',
      null,
      null,
      { formula: `SUMPRODUCT(ABS(${differences}))`, value: sum, style: 'total-count' },
    ],
    [],
    CHECKS_HEAD.map((text) => ({ text, style: 'head' as const })),
    ...tieOut.checks.map((check, i) => checkRow(check, FIRST_CHECK_ROW + i, addresses)),
  ];
  const columns = [26, 13, 44, 12, 60, 12, 12, 10].map((width, i) => ({
    width,
    style: ([2, 4].includes(i) ? 'wrap' : 'plain') as 'wrap' | 'plain',
  }));
  return { name: 'Tie-out', columns, frozenRows: FIRST_CHECK_ROW - 1, rows };
}

function checkRow(check: TieOutCheck, row: number, addresses: ReadonlyMap<CountedNumber, string>): Cell[] {
  const side = (numbers: readonly CountedNumber[]): Cell => ({
    formula: numbers.map((number) => addresses.get(number) ?? '0').join('+') || '0',
    value: sumOf(numbers),
    style: 'count',
  });
  const difference = differenceOf(check);
  return [
    check.scope,
    check.area,
    sideInWords(check.left),
    side(check.left),
    sideInWords(check.right),
    side(check.right),
    { formula: `D${row}-F${row}`, value: difference, style: 'count' },
    {
      formula: `IF(G${row}=0,"yes","NO")`,
      value: difference === 0 ? 'yes' : 'NO',
      style: difference === 0 ? 'plain' : 'total',
    },
  ];
}

function numbersSheet(tieOut: TieOut): Sheet {
  const addresses = new Map(tieOut.numbers.map((number, i) => [number, `C${FIRST_NUMBER_ROW + i}`]));
  const rows: Cell[][] = [
    NUMBERS_HEAD.map((text) => ({ text, style: 'head' as const })),
    ...tieOut.numbers.map((number): Cell[] => [
      number.scope,
      number.name,
      valueCell(number, addresses),
      number.countedIn,
    ]),
  ];
  return {
    name: 'Numbers',
    columns: [{ width: 26 }, { width: 48 }, { width: 14, style: 'count' }, { width: 28 }],
    frozenRows: 1,
    rows,
  };
}

function valueCell(number: CountedNumber, addresses: ReadonlyMap<CountedNumber, string>): Cell {
  if (!number.sumOf) return { count: number.value, style: 'count' };
  return {
    formula: number.sumOf.map((part) => addresses.get(part) ?? '0').join('+') || '0',
    value: number.value,
    style: 'total-count',
  };
}
