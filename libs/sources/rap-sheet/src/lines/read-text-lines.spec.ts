import { readTextLines } from './read-text-lines';

const places = (bytes: Buffer) =>
  readTextLines(bytes).lines.map(({ number, page, line, offset, text }) => [number, page, line, offset, text]);

describe(readTextLines.name, () => {
  it('counts lines as an editor does, whatever ends them', () => {
    expect(places(Buffer.from('a\nb\r\n\rc'))).toEqual([
      [1, 1, 1, 0, 'a'],
      [2, 1, 2, 2, 'b'],
      [3, 1, 3, 5, ''],
      [4, 1, 4, 6, 'c'],
    ]);
    expect(places(Buffer.from('a\nb\n'))).toHaveLength(2);
  });

  it('begins a page at a form feed, which is no line of its own', () => {
    expect(places(Buffer.from('a\n\fb\nc\fd\n\f'))).toEqual([
      [1, 1, 1, 0, 'a'],
      [2, 2, 2, 3, 'b'],
      [3, 2, 3, 5, 'c'],
      [4, 3, 3, 7, 'd'],
    ]);
    expect(readTextLines(Buffer.from('a\n\fb\n\f')).pages).toBe(2);
  });

  it('reads UTF-8 with and without its mark, and Windows-1252', () => {
    const name = 'NAM/01 PEÑA, JOSÉ – “X”';
    expect(places(Buffer.from(`\ufeff${name}\nb`))).toEqual([
      [1, 1, 1, 3, name],
      [2, 1, 2, 3 + Buffer.byteLength(name) + 1, 'b'],
    ]);
    const bytes = [...name].map((each) => ({ '–': 0x96, '“': 0x93, '”': 0x94 })[each] ?? each.charCodeAt(0));
    expect(places(Buffer.from([...bytes, 0x0a, 0x62]))).toEqual([
      [1, 1, 1, 0, name],
      [2, 1, 2, name.length + 1, 'b'],
    ]);
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'rap-sheet.empty'],
    ['blanks', Buffer.from('\ufeff \n\f\t'), 'rap-sheet.empty'],
    ['a picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10]), 'rap-sheet.not-text'],
    ['UTF-16', Buffer.from('\ufeffCII', 'utf16le'), 'rap-sheet.not-text'],
  ])('refuses %s', (_, bytes, code) => {
    expect(() => readTextLines(bytes)).toThrow(expect.objectContaining({ code }) as Error);
  });
});
