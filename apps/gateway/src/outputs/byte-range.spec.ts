import { readByteRange } from './byte-range';

describe(readByteRange.name, () => {
  const cases: [header: string | undefined, size: number, expected: ReturnType<typeof readByteRange>][] = [
    [undefined, 1000, 'whole'],
    ['bytes=0-99', 1000, { first: 0, last: 99 }],
    ['bytes=900-', 1000, { first: 900, last: 999 }],
    ['bytes=900-5000', 1000, { first: 900, last: 999 }],
    ['bytes=-100', 1000, { first: 900, last: 999 }],
    ['bytes=-5000', 1000, { first: 0, last: 999 }],
    ['bytes=-0', 1000, 'unsatisfiable'],
    ['bytes=1000-', 1000, 'unsatisfiable'],
    ['bytes=0-', 0, 'unsatisfiable'],
    ['bytes=5-2', 1000, 'whole'],
    ['bytes=0-1,5-6', 1000, 'whole'],
    ['lines=0-1', 1000, 'whole'],
    ['bytes=-', 1000, 'whole'],
  ];
  it.each(cases)('reads %s of %d bytes', (header, size, expected) => {
    expect(readByteRange(header, size)).toEqual(expected);
  });
});
