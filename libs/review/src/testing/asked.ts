import { type AskedPair, pairId, type SeenRecord } from '../same-person/asked-pair';

/** An invented record of a court; what is not given is not said. */
export function seenRecord(id: string, given: Partial<SeenRecord> = {}): SeenRecord {
  return {
    id,
    source: 'court-extract',
    file: 'court.csv',
    place: 'line 12',
    person: `person-${id}`,
    name: 'OKONKWO,ROBERT J',
    otherNames: [],
    births: [],
    sex: '',
    cii: '',
    cases: [],
    convictions: 0,
    ...given,
  };
}

/** An invented question about two records. */
export function askedPair(one: SeenRecord, other: SeenRecord, given: Partial<AskedPair> = {}): AskedPair {
  return {
    id: pairId(one.id, other.id),
    records: [one, other],
    odds: 3.25,
    why: 'weight',
    lines: [
      { field: 'last', level: 'same', words: 'the last names are the same', weight: 9.125 },
      { field: 'birth', level: 'digit', words: 'the birth dates differ by one digit', weight: 4 },
      { field: 'sex', level: 'different', words: 'the sex differs', weight: -2.004 },
    ],
    guardWords: '',
    ...given,
  };
}
