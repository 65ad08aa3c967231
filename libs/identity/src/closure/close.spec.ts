import { joinPeople } from '../join-people';
import { type IdentityRecord } from '../record/identity-record';
import { record } from '../testing/records';

function peopleOf(records: readonly IdentityRecord[]): string[] {
  const { personOf, people } = joinPeople(records);
  const groups = Array.from({ length: people }, () => [] as string[]);
  personOf.forEach((person, at) => groups[person]?.push(records[at]?.id ?? ''));
  return groups.map((group) => group.sort().join(' ')).sort();
}

/** Father and son of one name in the state's file, and a court's record of each without a birth date, which both name a third case. */
const name = 'OKONKWO,ROBERT JAMES';
const father = record({ id: 'father', cii: 'A1', name, births: [19500307], cases: ['SCN011111'], ssnHash: 'one' });
const son = record({ id: 'son', cii: 'A2', name, births: [19800307], cases: ['SCN022222'], ssnHash: 'other' });
const court = { file: 'court', name };
const ofFather = record({ ...court, id: 'of-father', ssnHash: 'one', cases: ['SCN011111', 'SCN099999'] });
const ofSon = record({ ...court, id: 'of-son', ssnHash: 'other', cases: ['SCN022222', 'SCN099999'] });

it('the strongest pair joins first: a weaker one cannot take a record away from the person whom it fits best', () => {
  const records = [father, son, ofFather, ofSon];
  const joined = joinPeople(records);
  const [weaker, stronger] = [joined.evidence(2, 3).odds, joined.evidence(0, 2).odds];
  expect(weaker).toBeLessThan(stronger);
  expect(joined.evidence(2, 3).answer).toBe('same');
  expect(peopleOf(records)).toEqual(['father of-father', 'of-son son']);
  expect(peopleOf([...records].reverse())).toEqual(['father of-father', 'of-son son']);
  expect(joined.joins).toHaveLength(2);
  expect(joined.asks).toEqual([]);
});

it('two names that one record says are both its own do not tell its other records apart', () => {
  const both = record({
    id: 'both',
    cii: 'A1',
    name: 'OKONKWO,ROBERT',
    aliases: ['OKONKWO,TERRY'],
    births: [19800307],
    cases: ['SCN011111', 'SCN022222'],
  });
  const courts = [
    record({ id: 'robert', file: 'court', name: 'OKONKWO,ROBERT', births: [19800307], cases: ['SCN011111'] }),
    record({ id: 'terry', file: 'court', name: 'OKONKWO,TERRY', births: [19800307], cases: ['SCN022222'] }),
  ];
  expect(peopleOf([both, ...courts])).toEqual(['both robert terry']);
  // The record between twins has one name, which is like both of theirs.
  const like = { ...both, names: [{ last: 'OKONKWO', first: 'MARI', middle: '', suffix: '' }] };
  const twins = [
    record({ id: 'maria', file: 'court', name: 'OKONKWO,MARIA', births: [19800307], sex: 'F', cases: ['SCN011111'] }),
    record({ id: 'mario', file: 'court', name: 'OKONKWO,MARIO', births: [19800307], sex: 'M', cases: ['SCN022222'] }),
  ];
  expect(peopleOf([like, ...twins]).some((people) => people.includes('maria mario'))).toBe(false);
});

it('two defendants whom one court lists in one case are two people: a son without birth date and suffix is not his father', () => {
  const cases = ['SCN011111'];
  const extract = { source: 'court-extract', file: 'court', name, cases } as const;
  const listed = record({ ...extract, cases: [...cases], id: 'listed', births: [19500307] });
  const other = record({ ...extract, cases: [...cases], id: 'other' });
  expect(peopleOf([father, listed, other])).toEqual(['father listed', 'other']);
  // The same name and birth date twice is one defendant who was written down twice.
  const twice = record({ ...extract, cases: [...cases], id: 'twice', births: [19500307] });
  expect(peopleOf([father, listed, twice])).toEqual(['father listed twice']);
  // In the extracts of two courts it is one person.
  expect(peopleOf([father, listed, { ...other, file: 'another court' }])).toEqual(['father listed other']);
});

it('one odd record does not keep the others of its person apart', () => {
  const births = [19901216];
  const alike = Array.from({ length: 8 }, (_, at) =>
    record({ id: `alike-${at}`, name: 'OKONKWO,JOSEPH R', births, sex: 'M', cases: [`SCN0${at}0000`] }),
  );
  const odd = record({ id: 'odd', name: 'JOSEF,OKONKWO R', births, sex: 'F', cases: ['SCN099999'] });
  const joined = joinPeople([...alike, odd]);
  expect(joined.people).toBe(2);
  expect(joined.asks).toHaveLength(1);
});
