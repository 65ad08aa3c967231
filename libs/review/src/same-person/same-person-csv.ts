import { printDate } from '@clearway/record';
import { BYTE_ORDER_MARK, csvRow, safeCell } from '@clearway/spreadsheets';
import { type AskedPair, type SeenRecord } from './asked-pair';

/** `same_person.csv`: one row for each pair of records of which nobody knows whether they are one person. */
export function samePersonCsv(pairs: readonly AskedPair[]): string {
  const head = [
    'Question',
    'Why',
    'Odds',
    ...['First', 'Second'].flatMap((which) => COLUMNS.map((column) => `${which} ${column}`)),
    'Evidence',
    'Guard',
  ];
  const rows = pairs.map(({ id, why, odds, records, lines, guardWords }) =>
    csvRow(
      [
        id,
        why,
        odds.toFixed(1),
        ...records.flatMap(cells),
        lines.map(({ words, weight }) => `${words} (${weight.toFixed(1)})`).join('; '),
        guardWords,
      ].map(safeCell),
    ),
  );
  return `${BYTE_ORDER_MARK}${csvRow(head)}${rows.join('')}`;
}

const COLUMNS = [
  'Record',
  'Source',
  'File',
  'Place',
  'Person',
  'Name',
  'Other Names',
  'Born',
  'Sex',
  'CII',
  'Cases',
  'Convictions',
];

function cells(record: SeenRecord): string[] {
  const { id, source, file, place, person, name, otherNames, births, sex, cii, cases, convictions } = record;
  return [
    id,
    source,
    file,
    place,
    person,
    name,
    otherNames.join('; '),
    births.map(printDate).join('; '),
    sex,
    cii,
    cases.join('; '),
    String(convictions),
  ];
}
