import { PERSON_SCATTERED, type Population, type PopulationFile } from '@clearway/doj-bulk';
import { type NumberedPeople } from './number-people';

/**
 * The state's people under the joined numbering. Whoever is joined with anything is scattered: all rows are read, and the person is
 * decided before the rows are written. Pure.
 */
export function joinedPopulation(
  population: Population,
  numbered: NumberedPeople,
  counties: readonly string[],
  personId: (person: number) => string,
): Population {
  const { statePeople, ofState, stateMembers, starts } = numbered;
  const flags = new Uint8Array(statePeople);
  for (let old = 0; old < ofState.length; old++) flags[ofState[old]!]! |= population.flags[old]!;
  let scattered = 0;
  for (let person = 0; person < statePeople; person++) {
    if (stateMembers[person]! > 1 || starts[person + 1]! > starts[person]!) flags[person]! |= PERSON_SCATTERED;
    if ((flags[person]! & PERSON_SCATTERED) !== 0) scattered++;
  }
  return {
    ...population,
    files: population.files.map((file) => joinedFile(file, ofState, statePeople)),
    people: statePeople,
    scattered,
    flags,
    personId,
    counties: [...new Set([...population.counties, ...counties])].sort(),
  };
}

function joinedFile(file: PopulationFile, ofState: Int32Array, statePeople: number): PopulationFile {
  const here = new Uint8Array(statePeople);
  let people = 0;
  const numbers = file.extents.people.map((old) => {
    const person = ofState[old]!;
    if (here[person] === 0) people++;
    here[person] = 1;
    return person;
  });
  return { ...file, people, extents: { ...file.extents, people: numbers } };
}
