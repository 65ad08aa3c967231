import { PERSON_INCOMPLETE, PERSON_SCATTERED, type Population, type PopulationFile } from '@clearway/doj-bulk';
import { personIdOf } from '@clearway/record';
import { joinedPopulation } from './joined-population';
import { numberPeople, type NumberedPeople } from './number-people';
import { personIds } from './person-ids';

/** Three people of the state, then records of other sources; `who` says of each which person it is. */
function numbered(who: readonly number[], ciis: readonly string[] = [], statePeople = 3): NumberedPeople {
  return numberPeople({
    statePeople,
    personOf: Int32Array.from(who),
    hasCii: (record) => (ciis[record] ?? '') !== '',
    idOf: (record) => `own${9 - record}`,
  });
}

const others = ({ starts, others: all }: NumberedPeople, person: number): number[] => [
  ...all.subarray(starts[person], starts[person + 1]),
];

describe('numberPeople', () => {
  it('numbers the people of the state first, then those whom only other sources have, in their order', () => {
    const people = numbered([0, 1, 2, 1, 3, 4, 3]);
    expect([people.people, people.statePeople, [...people.ofState]]).toEqual([5, 3, [0, 1, 2]]);
    expect([0, 1, 2, 3, 4].map((person) => others(people, person))).toEqual([[], [0], [], [1, 3], [2]]);
  });

  it('makes two people of the state one, under the number of the first', () => {
    const people = numbered([0, 1, 0, 0, 2]);
    expect([people.people, people.statePeople, [...people.ofState], [...people.stateMembers]]).toEqual([
      3,
      2,
      [0, 1, 0],
      [2, 1],
    ]);
    expect([0, 1, 2].map((person) => others(people, person))).toEqual([[0], [], [1]]);
  });

  it('works where there is no file of the state', () => {
    const people = numbered([0, 1, 0], [], 0);
    expect([people.people, people.statePeople, others(people, 0), others(people, 1)]).toEqual([2, 0, [0, 2], [1]]);
  });
});

describe('personIds', () => {
  const idOf = (who: readonly number[], ciis: readonly string[], statePeople = 3): string[] => {
    const people = numbered(who, ciis, statePeople);
    const ids = personIds(people, {
      ciiOf: (record) => ciis[record] ?? '',
      personOf: (record) => (ciis[record] ? personIdOf({ cii: ciis[record] }) : `own${record}`),
    });
    return Array.from({ length: people.people }, (_, person) => ids(person));
  };

  it('is that of the CII of the state, else of another source, else of the first record', () => {
    expect(idOf([0, 1, 2, 0, 1, 3, 4], ['A1', '', '', '', 'A5', '', 'A7'])).toEqual([
      personIdOf({ cii: 'A1' }),
      personIdOf({ cii: 'A5' }),
      'own2',
      'own5',
      personIdOf({ cii: 'A7' }),
    ]);
  });

  it('is that of the CII of either of two people of the state', () => {
    expect(idOf([0, 1, 0], ['', '', 'A3'])).toEqual([personIdOf({ cii: 'A3' }), 'own1']);
  });

  it('does not depend on the order of records without a CII', () => {
    expect(idOf([0, 1, 2, 3, 3], ['A1'])).toEqual([personIdOf({ cii: 'A1' }), 'own1', 'own2', 'own3']);
    expect(idOf([0, 1, 1, 2], [])[1]).toBe('own2');
    const turned = personIds(numbered([0, 1, 2, 3, 3]), { ciiOf: () => '', personOf: (record) => `own${9 - record}` });
    expect(turned(3)).toBe('own5');
  });

  it('is never one id for two people whom two files of a court tell by the same', () => {
    const ids = personIds(numbered([0, 1, 2, 3, 4], [], 3), {
      ciiOf: () => '',
      personOf: (record) => `own${Math.min(record, 3)}`,
    });
    expect(ids(3)).toBe('own3');
    expect(ids(4)).not.toBe('own3');
  });

  it('is never one id for two people whom somebody refused to join although they have one CII', () => {
    for (const who of [
      [0, 1, 2, 3],
      [0, 1, 2, 3, 4],
      [0, 1, 2, 1, 3],
    ]) {
      const ids = idOf(who, ['A1', '', '', 'A1', 'A1']);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids[0]).toBe(personIdOf({ cii: 'A1' }));
    }
  });
});

describe('joinedPopulation', () => {
  const file = (index: number, people: readonly number[]): PopulationFile =>
    ({
      index,
      people: new Set(people).size,
      extents: { count: people.length, people: Int32Array.from(people) },
    }) as unknown as PopulationFile;
  const population = (flags: readonly number[]): Population =>
    ({
      files: [file(0, [0, 1]), file(1, [2, 1])],
      people: 3,
      scattered: 1,
      flags: Uint8Array.from(flags),
      counties: ['FRESNO'],
    }) as unknown as Population;
  const joined = (who: readonly number[], flags = [0, PERSON_SCATTERED, 0]): Population =>
    joinedPopulation(population(flags), numbered(who), ['KINGS'], (person) => `p${person}`);

  it('reads whole whoever is joined with anything, and leaves the others where they stand', () => {
    const { flags, scattered, people, counties } = joined([0, 1, 2, 0, 3]);
    expect([[...flags], scattered, people, counties]).toEqual([
      [PERSON_SCATTERED, PERSON_SCATTERED, 0],
      2,
      3,
      ['FRESNO', 'KINGS'],
    ]);
  });

  it('gives the rows of two people who are one to one, counts them once in each file, and forgets nothing of either', () => {
    const { files, flags, scattered, people } = joined([0, 1, 0], [0, PERSON_SCATTERED, PERSON_INCOMPLETE]);
    expect(files.map(({ extents, people: here }) => [[...extents.people], here])).toEqual([
      [[0, 1], 2],
      [[0, 1], 2],
    ]);
    expect([[...flags], scattered, people]).toEqual([[PERSON_SCATTERED | PERSON_INCOMPLETE, PERSON_SCATTERED], 2, 2]);
  });
});
