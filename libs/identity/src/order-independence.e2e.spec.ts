import * as fc from 'fast-check';
import { joinPeople } from './join-people';
import { type IdentityRecord } from './record/identity-record';
import { record } from './testing/records';

/** Records of few names, dates and numbers, so that many of them nearly agree. */
const records = fc.array(
  fc
    .record({
      cii: fc.constantFrom('', '', 'A1', 'A2'),
      subject: fc.constantFrom('', '', '10000001'),
      file: fc.constantFrom('file-1', 'file-2'),
      ssnHash: fc.constantFrom('', '', 'hash'),
      name: fc.constantFrom(
        'OKONKWO,ROBERT JAMES',
        'OKONKWO,BOB',
        'OKONKWO,ROBERT JR',
        'ROBERT,OKONKWO',
        'OKONKWO,RAYMOND',
        'OKONKOW,ROBERT',
      ),
      births: fc.constantFrom([19800307], [19800703], [19800000], [19500307], [] as number[]),
      sex: fc.constantFrom('M' as const, 'F' as const, '' as const),
      cases: fc.constantFrom([] as string[], ['SCN012345'], ['SCN012399']),
    })
    .map((given) => record(given)),
  { minLength: 2, maxLength: 12 },
);

/** People as sorted lists of record ids. */
function peopleOf(input: readonly IdentityRecord[]): string[] {
  const { personOf, people } = joinPeople(input);
  const groups = Array.from({ length: people }, () => [] as string[]);
  personOf.forEach((person, at) => groups[person]?.push(input[at]?.id ?? ''));
  return groups.map((group) => group.sort().join(' ')).sort();
}

it('people do not depend on the order of the records', () => {
  fc.assert(
    fc.property(
      records.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
      ([list, shuffled]) => {
        expect(peopleOf(shuffled)).toEqual(peopleOf(list));
      },
    ),
    { numRuns: 300, seed: 5 },
  );
});

it('no person ever has two CIIs', () => {
  fc.assert(
    fc.property(records, (list) => {
      const { personOf } = joinPeople(list);
      const ciis = new Map<number, string>();
      list.forEach(({ cii }, at) => {
        if (cii === '') return;
        const person = personOf[at] as number;
        expect(ciis.get(person) ?? cii).toBe(cii);
        ciis.set(person, cii);
      });
    }),
    { numRuns: 300, seed: 6 },
  );
});
