import { mostRelevant } from './relevant';

it.each([
  [['G3', 'G6'], '50 years or older', 'Deceased', 'G6'],
  [['G6', 'G7'], 'No convictions in past 10 years', '50 years or older', 'G7'],
  [['G6', 'L1'], 'PC 667(e)(2)(c)(iv)', 'Cannot tell', 'L1'],
  [['G12', 'G3'], 'not listed', 'Deceased', 'G3'],
  [['G12', 'G1'], 'Other 11357', 'not listed', 'G1'],
] as const)('of %j, for %s and %s, names %s first', (shown, old, replay, first) => {
  expect(mostRelevant(shown, [old, replay])[0]).toBe(first);
});
