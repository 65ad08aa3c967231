import { sameCase } from './same-case';

describe(sameCase.name, () => {
  it.each([
    ['F98-01234', 'f98 01234', 'same'],
    ['0012-B', '12B', 'same'],
    ['98-01234', '9801234', 'same'],
    ['98F01234', '98-F-1234', 'same'],
    ['12345-01', '12345-1', 'same'],
    ['SCN012345A', 'SCN12345', 'alike'],
    ['BA012345', '012345', 'alike'],
    ['12345-01', '12345', 'alike'],
    ['F-98-0123456', 'F98123456', 'alike'],
    ['BA012345', 'SA012345', 'no'],
    ['12345-01', '12345-02', 'no'],
    ['0012-A', '0012-B', 'no'],
    ['F98-01234', 'F98-01235', 'no'],
    ['A12', '12', 'no'],
    ['12', '12', 'same'],
    ['', '', 'no'],
  ])('%s and %s: %s', (one, other, answer) => {
    expect(sameCase(one, other)).toBe(answer);
    expect(sameCase(other, one)).toBe(answer);
  });
});
