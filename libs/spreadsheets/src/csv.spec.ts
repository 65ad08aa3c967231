import { csvCell, csvRow, safeCell, safeCsvCell, safeCsvRow } from './csv';

describe('csvCell', () => {
  it.each([
    ['plain', 'plain'],
    ['', ''],
    ['a,b', '"a,b"'],
    ['say "yes"', '"say ""yes"""'],
    ['two\nlines', '"two\nlines"'],
    ['two\rlines', '"two\rlines"'],
    [' blank ', ' blank '],
  ])('writes %j as %j', (text, written) => expect(csvCell(text)).toBe(written));

  it('ends a row with one line feed', () => expect(csvRow(['a', '', 'b,c'])).toBe('a,,"b,c"\n'));
});

describe('safeCell', () => {
  it.each([
    '=1+1',
    '+cmd',
    '-cmd',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '--1',
    '-1-1',
    '+1+1',
    '+12',
    '+0012300',
    '-0012300',
    '-'.repeat(2),
  ])('stops %j from running', (text) => {
    expect(safeCell(text)).toBe(`'${text}`);
  });

  it.each(['-', '-1', '-1.5', '-0.5', '+3.3', '+0.5', '12', 'HS 11357(a)', '', "'=1"])('leaves %j as it is', (text) =>
    expect(safeCell(text)).toBe(text),
  );
});

describe('safeCsvCell', () => {
  it('is what the two steps give, whatever stands at the beginning, in the middle and at the end', () => {
    const letters = Array.from({ length: 0x180 }, (_, code) => String.fromCharCode(code));
    const pieces = ['', ...letters, '\u202e', '\u200c', '\u2028', '\ufeff', '\ud83d', '-1', '+3.3', '"', ',', '\r\n'];
    const texts = pieces.flatMap((each) => [
      each,
      `${each}a`,
      `a${each}`,
      `a${each}b`,
      `-${each}`,
      `=${each}`,
      ` ${each}`,
    ]);
    expect(texts.filter((text) => safeCsvCell(text) !== csvCell(safeCell(text)))).toEqual([]);
  });

  it('makes a row of them', () => expect(safeCsvRow(['=1', 'a,b', '', '-'])).toBe(`'=1,"a,b",,-\n`));
});
