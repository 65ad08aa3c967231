import { printDate } from '@clearway/record';
import { type SeenJoin, type SeenRecord } from '@clearway/population';
import { pairId } from '@clearway/review';
import { BYTE_ORDER_MARK, csvRow, safeCell } from '@clearway/spreadsheets';

const RECORD_COLUMNS = [
  'Record',
  'Source',
  'File',
  'Place',
  'Name',
  'Other Names',
  'Born',
  'Sex',
  'CII',
  'Case Numbers',
  'Convictions',
];
const COLUMNS = [
  'Person',
  'Joined By',
  'Odds in Bits',
  ...['First', 'Second'].flatMap((which) => RECORD_COLUMNS.map((column) => `${which} ${column}`)),
  'Evidence',
  'Pair',
];
const JOINED_BY: Readonly<Record<SeenJoin['by'], string>> = {
  model: 'likeness',
  decision: 'decision',
  number: 'number',
};

/** `people_joined.csv`: each join of two records by likeness, decision or number, side by side, with what speaks for and against it. */
export function* peopleJoinedCsv(joins: Iterable<SeenJoin>): Generator<string> {
  yield `${BYTE_ORDER_MARK}${csvRow(COLUMNS)}`;
  for (const { records, by, odds, lines, guardWords } of joins) {
    const evidence = lines
      .map(({ field, words, weight }) => `${field}: ${words} (${weight >= 0 ? '+' : ''}${weight.toFixed(1)})`)
      .join('; ');
    yield csvRow(
      [
        records[0].person,
        JOINED_BY[by],
        by === 'number' ? '' : odds.toFixed(1),
        ...records.flatMap(cellsOf),
        by === 'number' ? `number: ${guardWords}` : evidence,
        pairId(records[0].id, records[1].id),
      ].map(safeCell),
    );
  }
}

function cellsOf({
  id,
  source,
  file,
  place,
  name,
  otherNames,
  births,
  sex,
  cii,
  cases,
  convictions,
}: SeenRecord): string[] {
  return [
    id,
    source,
    file,
    place,
    name,
    otherNames.join('; '),
    births.map(printDate).join('; '),
    sex,
    cii,
    cases.join('; '),
    String(convictions),
  ];
}
