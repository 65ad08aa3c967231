import { type RecordTable } from '../table/record-table';
import { type UnitTable } from '../table/unit-table';

/** The number that two records share: both have the CII; the file's own number of the one leads to the CII; it is the file's own number. */
export type NumberKind = 'cii' | 'subject-of-cii' | 'subject';

/** Two records of the input, by place, that a number made one person. */
export interface NumberPair {
  readonly records: readonly [number, number];
  readonly number: NumberKind;
}

export const NUMBER_WORDS: Readonly<Record<NumberKind, string>> = {
  cii: 'the CII is the same',
  'subject-of-cii': "the file's own number of the person stands with that CII",
  subject: "the file's own number of the person is the same",
};

/** Each record that a number joined, with the record of its unit that has the CII and says most; so many as there are records more than units. */
export function* numberPairs(units: UnitTable, records: RecordTable): Generator<NumberPair> {
  for (let unit = 0; unit < units.length; unit++) {
    const [start, end] = [units.members.start(unit), units.members.end(unit)];
    if (end - start < 2) continue;
    const hasCii = (record: number): boolean => records.cii.at(record) !== 0;
    let named = units.shown(unit);
    for (let at = start; at < end && !hasCii(named); at++)
      if (hasCii(units.members.item(at))) named = units.members.item(at);
    for (let at = start; at < end; at++) {
      const record = units.members.item(at);
      if (record === named) continue;
      const number = hasCii(record) ? 'cii' : hasCii(named) ? 'subject-of-cii' : 'subject';
      yield { records: [named, record], number };
    }
  }
}
