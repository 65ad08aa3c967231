import { printDate } from '@clearway/record';
import { BYTE_ORDER_MARK, csvRow, readCsv, safeCell } from '@clearway/spreadsheets';
import { type AskedPair, printAskedPair, type SeenRecord } from './asked-pair';
import { askWords, evidenceWords, oddsWords, signedBits } from './pair-words';
import { notSamePerson, readAskedPair } from './read-asked-pair';

/** What stands of each record, the one beside the other: `Name 1`, `Name 2`, `Born 1`, ... */
const OF_RECORD: readonly (readonly [string, (record: SeenRecord) => string])[] = [
  ['Name', ({ name }) => name],
  ['Other Names', ({ otherNames }) => otherNames.join('; ')],
  ['Born', ({ births }) => births.map(printDate).join('; ')],
  ['Sex', ({ sex }) => sex],
  ['CII', ({ cii }) => cii],
  ['Case Numbers', ({ cases }) => cases.join('; ')],
  ['Convictions', ({ convictions }) => String(convictions)],
  ['Source', ({ source }) => source],
  ['File', ({ file }) => file],
  ['Place', ({ place }) => place],
  ['Person', ({ person }) => person],
  ['Record', ({ id }) => id],
];
const COLUMNS = [
  'Question',
  ...OF_RECORD.flatMap(([head]) => [`${head} 1`, `${head} 2`]),
  'Why Asked',
  'Odds',
  'Odds in Words',
  'Evidence',
  'Codes',
];

/**
 * `same_person.csv`: a row for each question, both records side by side, then the evidence. In pieces, a row each, in the order
 * given.
 */
export function* samePersonCsv(pairs: Iterable<AskedPair>): Generator<string> {
  yield BYTE_ORDER_MARK + csvRow(COLUMNS);
  for (const pair of pairs) yield csvRow(cellsOf(pair).map(safeCell));
}

function cellsOf(pair: AskedPair): readonly string[] {
  const { id, records, odds, lines } = pair;
  const [one, other] = records;
  return [
    id,
    ...OF_RECORD.flatMap(([, cell]) => [cell(one), cell(other)]),
    askWords(pair),
    signedBits(odds),
    oddsWords(odds),
    lines.map(evidenceWords).join('; '),
    printAskedPair(pair),
  ];
}

/** Reads `same_person.csv`, row by row. Throws a ReviewError (`review.not-same-person`) with the line that cannot be used. */
export function* readSamePersonCsv(text: string): Generator<AskedPair> {
  let codes = -1;
  for (const { line, fields } of readCsv(text)) {
    if (codes === -1) {
      codes = fields.indexOf('Codes');
      if (codes === -1) throw notSamePerson(line);
    } else yield readAskedPair(fields[codes] ?? '', line);
  }
}
