import { personIdOf } from '@clearway/record';
import { PersonTable } from './person-table';

describe('PersonTable', () => {
  it('finds every id that it has, and no other', () => {
    const ids = Array.from({ length: 5000 }, (_, each) => personIdOf({ cii: `A${each}` }));
    const table = new PersonTable(structuredClone(PersonTable.of(ids).data));
    expect(ids.map((id) => table.find(id))).toEqual(ids.map((_, entry) => entry));
    for (let each = 5000; each < 10_000; each++) expect(table.find(personIdOf({ cii: `A${each}` }))).toBe(-1);
  });

  it('tells ids apart that differ at their end only', () => {
    const table = PersonTable.of(['aaaaaaaaaaaaaaab', 'aaaaaaaaaaaaaaac']);
    expect(['aaaaaaaaaaaaaaac', 'aaaaaaaaaaaaaaab', 'aaaaaaaaaaaaaaad'].map((id) => table.find(id))).toEqual([
      1, 0, -1,
    ]);
  });

  it('has nobody where there is nobody', () => expect(PersonTable.of([]).find('aaaaaaaaaaaaaaab')).toBe(-1));
});
