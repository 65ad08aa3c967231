import { CasesOfPerson } from './cases-of-person';

function casesOf(added: readonly (readonly [court: string, number: string, filed: boolean])[]): [number, number] {
  const cases = new CasesOfPerson();
  for (const [court, number, filed] of added) cases.add(court, number, filed);
  return [cases.count, cases.withRelief];
}

describe('the cases of a person', () => {
  it.each<[string, Parameters<typeof casesOf>[0], [number, number]]>([
    ['none', [], [0, 0]],
    ['one without relief', [['A', '1', false]], [1, 0]],
    [
      'one case twice, of which the second is filed',
      [
        ['A', '1', false],
        ['A', '1', true],
      ],
      [1, 1],
    ],
    [
      'one case twice, of which the first is filed',
      [
        ['A', '1', true],
        ['A', '1', false],
      ],
      [1, 1],
    ],
    [
      'one case of which both are filed',
      [
        ['A', '1', true],
        ['A', '1', true],
      ],
      [1, 1],
    ],
    [
      'one number in two courts',
      [
        ['A', '1', true],
        ['B', '1', true],
      ],
      [2, 2],
    ],
    [
      'two numbers in one court, and the first again',
      [
        ['A', '1', false],
        ['A', '2', true],
        ['A', '1', true],
      ],
      [2, 2],
    ],
  ])('%s', (_, added, expected) => expect(casesOf(added)).toEqual(expected));
});
