import { LEVELS } from '../model/model-source';
import { joinPeople } from '../join-people';
import { record } from '../testing/records';
import { caseKeys } from '../table/case-key';
import { compareBirths } from './compare-births';

it.each([
  [19800307, 19800307, 'same'],
  [19800307, 19800703, 'swapped'],
  [19800307, 19800301, 'digit'],
  [19800321, 19800312, 'digit'],
  [19860307, 19680307, 'far'],
  [19800307, 19800300, 'month'],
  [19800307, 19800000, 'year-only'],
  [19800307, 19801122, 'same-year'],
  [19800307, 19811122, 'near'],
  [19800307, 19891122, 'different'],
  [19500307, 19800307, 'far'],
])('%d and %d are %s, either way round', (one, other, level) => {
  expect(LEVELS.birth[compareBirths(one, other, 13)]).toBe(level);
  expect(LEVELS.birth[compareBirths(other, one, 13)]).toBe(level);
});

it.each([
  ['BA0012345', '12345'],
  ['BA-0012345-01', '12345'],
  ['12345A', '12345'],
  ['0123', ''],
  ['', ''],
])('the digits of case %s are %s', (number, core) => {
  expect(caseKeys({ court: 'TESTING', number }).core).toBe(core);
});

it('of names that changed places the first name is the one that people have as a first name, whichever record comes first', () => {
  const others = Array.from({ length: 5 }, (_, at) => record({ name: `DOE,JOSEPH ${'ABCDE'.charAt(at)}` }));
  for (const ids of [
    ['a', 'b'],
    ['b', 'a'],
    ['c', 'a'],
    ['x', 'y'],
  ]) {
    const [right, wrong] = [
      record({ id: ids[0] ?? '', name: 'OKONKWO,JOSEPH' }),
      record({ id: ids[1] ?? '', name: 'JOSEF,OKONKWO' }),
    ];
    const { lines } = joinPeople([right, wrong, ...others]).evidence(0, 1);
    expect(lines.map(({ field, level }) => `${field} ${level}`)).toEqual(['last same', 'first sound', 'order swapped']);
  }
});
