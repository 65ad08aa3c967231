/** Who is who, as `joinPeople` said: of each record its person. The people of the state's files are the first records, in their order. */
export interface RecordsToNumber {
  readonly statePeople: number;
  /** 0, 1, 2 in the order in which people first appear. */
  readonly personOf: Int32Array;
  readonly hasCii: (record: number) => boolean;
  /** The id that a record alone has. */
  readonly idOf: (record: number) => string;
}

/** One numbering of people over all sources: those of the state's files first, then those whom only other sources have. */
export interface NumberedPeople {
  readonly people: number;
  /** The first so many have a record in the state's files. */
  readonly statePeople: number;
  /** The number of each person of the state's own numbering. */
  readonly ofState: Int32Array;
  /** How many of the state's people each is, of the first `statePeople`. */
  readonly stateMembers: Uint32Array;
  /** Whose id each of them has: of the state's people that it is, the first with a CII, else the one whose id is the least. */
  readonly stateNamedBy: Int32Array;
  /** Records of other sources, from 0, by person: those of a person are `others[starts[person]]` up to `others[starts[person + 1]]`. */
  readonly starts: Uint32Array;
  readonly others: Uint32Array;
}

/** Numbers people by their first record. Pure. */
export function numberPeople({ statePeople, personOf, hasCii, idOf }: RecordsToNumber): NumberedPeople {
  let people = 0;
  let ofState = 0;
  for (let record = 0; record < personOf.length; record++) {
    people = Math.max(people, personOf[record]! + 1);
    if (record < statePeople) ofState = people;
  }
  const stateMembers = new Uint32Array(ofState);
  const stateNamedBy = new Int32Array(ofState).fill(-1);
  const starts = new Uint32Array(people + 1);
  for (let record = 0; record < personOf.length; record++) {
    const person = personOf[record]!;
    if (record >= statePeople) {
      starts[person + 1]!++;
      continue;
    }
    stateMembers[person]!++;
    const namedBy = stateNamedBy[person]!;
    const isBetter = (): boolean => !hasCii(namedBy) && (hasCii(record) || idOf(record) < idOf(namedBy));
    if (namedBy < 0 || isBetter()) stateNamedBy[person] = record;
  }
  for (let person = 0; person < people; person++) starts[person + 1]! += starts[person]!;
  const next = starts.slice();
  const others = new Uint32Array(personOf.length - statePeople);
  for (let record = statePeople; record < personOf.length; record++)
    others[next[personOf[record]!]!++] = record - statePeople;
  return {
    people,
    statePeople: ofState,
    ofState: personOf.slice(0, statePeople),
    stateMembers,
    stateNamedBy,
    starts,
    others,
  };
}
