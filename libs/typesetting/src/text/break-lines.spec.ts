import fc from 'fast-check';
import { breakLines } from './break-lines';
import { measure } from './shape';

describe('breakLines', () => {
  it('breaks at blanks', () =>
    expect(breakLines('the People of the State', 60, 12)).toEqual(['the People ', 'of the State']));
  it('breaks after a hyphen and keeps it', () =>
    expect(breakLines('HERNANDEZ-RODRIGUEZ', 90, 12)).toEqual(['HERNANDEZ-', 'RODRIGUEZ']));
  it('parts a word that is wider than a line', () => expect(breakLines('WWWWWWWW', 40, 12).length).toBeGreaterThan(1));
  it('parts Han anywhere', () => expect(breakLines('王小明陳大文', 40, 12)).toEqual(['王小明', '陳大文']));
  it('has one empty line for an empty text', () => expect(breakLines('', 40, 12)).toEqual(['']));

  it('loses nothing but blanks, and no line is too wide', () => {
    const word = fc.stringMatching(/^[A-Za-z0-9'()\-/,.éñ]{1,14}$/);
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 40, max: 400 }),
        (words, width) => {
          const text = words.join(' ');
          const lines = breakLines(text, width, 12);
          expect(lines.join('')).toBe(text);
          for (const line of lines) expect((measure(line.trimEnd()) * 12) / 1000).toBeLessThanOrEqual(width + 1e-6);
        },
      ),
    );
  });
});
