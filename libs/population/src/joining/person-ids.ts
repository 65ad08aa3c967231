import { personIdOf } from '@clearway/record';
import { type NumberedPeople } from './number-people';

export interface IdsOfRecords {
  /** The id that a record alone has; those of the state first. */
  personOf(record: number): string;
  ciiOf(record: number): string;
}

/**
 * The ids of people: of the CII where any record has one, first of all the state's, else the state's own, else the least of
 * those of the records, so that the order of files does not matter. A person of whom a
 * refusal says that the CII is somebody else's has an id of the record. Pure.
 */
export function personIds(numbered: NumberedPeople, records: IdsOfRecords): (person: number) => string {
  const { people, statePeople, ofState, stateNamedBy, starts, others } = numbered;
  const first = ofState.length;
  const own = new Map<number, string>();
  const taken = new Map<string, number>();
  const withoutCii = new Set<string>();
  const recordsOf = (person: number): number[] => {
    const state = person < statePeople ? [stateNamedBy[person]!] : [];
    return [...state, ...[...others.subarray(starts[person], starts[person + 1])].map((other) => other + first)];
  };
  for (let person = 0; person < people; person++) {
    if (person < statePeople && starts[person] === starts[person + 1]) continue;
    const all = recordsOf(person);
    const withCii = all.find((record) => records.ciiOf(record) !== '');
    if (withCii !== undefined) {
      const cii = records.ciiOf(withCii);
      if (!taken.has(cii)) taken.set(cii, person);
      own.set(person, personIdOf({ cii }));
    } else if (person < statePeople) own.set(person, records.personOf(all[0]!));
    else own.set(person, toldApart(least(all.map((record) => records.personOf(record))), withoutCii));
  }
  refusedCiis(numbered, records, taken, own);
  return (person) => own.get(person) ?? records.personOf(stateNamedBy[person]!);
}

/** Two people can be told by the same in two files of one court (a name and a birth date), and are not one because of that. */
function toldApart(id: string, taken: Set<string>): string {
  let own = id;
  for (let nth = 2; taken.has(own); nth++) own = personIdOf({ register: 'again', key: `${id} ${nth}` });
  taken.add(own);
  return own;
}

/** By code unit. */
function least(ids: readonly string[]): string {
  return ids.reduce((one, other) => (other < one ? other : one));
}

/** Two people of one CII exist where somebody refused to join them: the first has its id, the others have one of their own. */
function refusedCiis(
  numbered: NumberedPeople,
  records: IdsOfRecords,
  taken: ReadonlyMap<string, number>,
  own: Map<number, string>,
): void {
  const { people, statePeople, ofState, stateNamedBy, starts, others } = numbered;
  const ownerOfState = new Map<string, number>();
  for (let person = 0; person < statePeople; person++) {
    const cii = records.ciiOf(stateNamedBy[person]!);
    if (cii !== '' && taken.has(cii)) ownerOfState.set(cii, person);
  }
  for (let person = 0; person < people; person++) {
    if (!own.has(person) || (person < statePeople && records.ciiOf(stateNamedBy[person]!) !== '')) continue;
    const here = [...others.subarray(starts[person], starts[person + 1])].map((other) => other + ofState.length);
    const withCii = here.find((record) => records.ciiOf(record) !== '');
    if (withCii === undefined) continue;
    const cii = records.ciiOf(withCii);
    if ((ownerOfState.get(cii) ?? taken.get(cii)) === person) continue;
    own.set(
      person,
      personIdOf({ fileSha256: records.personOf(withCii), subjectId: `record ${withCii - ofState.length}` }),
    );
  }
}
