import { type CountedName, MeantNames } from './meant-name';

const known: readonly CountedName[] = [
  { text: 'DONALD', count: 300 },
  { text: 'RONALD', count: 280 },
  { text: 'JOSE', count: 5000 },
  { text: 'ROSE', count: 40 },
  { text: 'ANA', count: 900 },
];
const names = new MeantNames(known, 40_000);

it.each([
  ['DTNALD', 1, 'DONALD'],
  ['DONLAD', 2, 'DONALD'],
  ['DONNALD', 1, 'DONALD'],
  ['DONLD', 1, 'DONALD'],
  // One slip from two names: the commoner one.
  ['FONALD', 1, 'DONALD'],
  ['DAMALD', 1, ''],
  // Too common to be a slip of the pen, and too short to tell.
  ['RONALD', 280, ''],
  ['ROSE', 40, ''],
  ['ANN', 1, ''],
])('%s, which %d records have, was meant to be %s', (text, count, meant) => {
  expect(names.meant({ text, count })).toBe(meant);
});

it('a name of the table of nicknames is nobody else, however rare it is here', () => {
  expect(names.meant({ text: 'JOSEY', count: 1 })).toBe('JOSE');
  expect(names.meant({ text: 'JOSS', count: 1 })).toBe('JOSE');
  expect(new MeantNames([{ text: 'MIKEL', count: 50 }], 1000).meant({ text: 'MIKE', count: 1 })).toBe('');
});
