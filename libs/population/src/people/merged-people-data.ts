import { type NumberedPeople } from '../joining/number-people';
import { type Place } from '../spool/line-spool';
import { type MergedPeopleData, PERSON_ASKED } from './merged-people';
import { PersonTable } from './person-table';

export interface PeopleToMerge {
  readonly numbered: NumberedPeople;
  readonly personId: (person: number) => string;
  /** People of whom something is asked. */
  readonly asked: ReadonlySet<number>;
  /** Histories of the other sources, from 0, whose CII is somebody else's. */
  readonly doubted: readonly number[];
  /** The spool of histories, and where each of the other sources' histories stands there. */
  readonly path: string;
  readonly places: readonly Place[];
}

/** Puts what the state's files do not have of people into memory that threads share. */
export function mergedPeopleData({
  numbered,
  personId,
  asked,
  doubted,
  path,
  places,
}: PeopleToMerge): MergedPeopleData {
  const { people, statePeople } = numbered;
  const ofState: number[] = [];
  for (let person = 0; person < statePeople; person++)
    if (asked.has(person) || numbered.starts[person + 1]! > numbered.starts[person]!) ofState.push(person);
  const entries = ofState.length + people - statePeople;
  const personAt = (entry: number): number =>
    entry < ofState.length ? ofState[entry]! : statePeople + entry - ofState.length;
  const flags = new Uint8Array(new SharedArrayBuffer(entries));
  const starts = new Uint32Array(new SharedArrayBuffer((entries + 1) * 4));
  const offsets = new Float64Array(new SharedArrayBuffer(places.length * 8));
  const lengths = new Uint32Array(new SharedArrayBuffer(places.length * 4));
  const isDoubted = new Set(doubted);
  const doubtedAt: number[] = [];
  let at = 0;
  for (let entry = 0; entry < entries; entry++) {
    const person = personAt(entry);
    if (asked.has(person)) flags[entry] = PERSON_ASKED;
    for (let index = numbered.starts[person]!; index < numbered.starts[person + 1]!; index++, at++) {
      const history = numbered.others[index]!;
      const { offset, length } = places[history]!;
      if (isDoubted.has(history)) doubtedAt.push(at);
      offsets[at] = offset;
      lengths[at] = length;
    }
    starts[entry + 1] = at;
  }
  return {
    path,
    table: PersonTable.of(ofState.map(personId)).data,
    stateEntries: ofState.length,
    entries,
    flags,
    starts,
    offsets,
    lengths,
    doubted: new Set(doubtedAt),
  };
}
