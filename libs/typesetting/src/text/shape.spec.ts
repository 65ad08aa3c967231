import { UnprintableTextError } from '../errors';
import { measure, shape, unprintableCharacters, type GlyphRun } from './shape';

const glyphRuns = (text: string): readonly GlyphRun[] => shape(text).runs.filter((run) => run.kind === 'glyphs');

describe('shape', () => {
  it('sets the base set in one run with the widths of Times New Roman', () => {
    const shaped = shape('HS 11359');
    expect(shaped.runs).toHaveLength(1);
    expect(measure('H')).toBe(722);
    expect(measure('i')).toBe(278);
    expect(shaped.width).toBe(722 + 556 + 250 + 5 * 500);
  });

  it.each([
    ['Latin with accents', "O'HARA-MÜLLER-ŠĆEPANOVIĆ"],
    ['Vietnamese', 'Nguyễn Thị Phương'],
    ['Cyrillic', 'Владимир Ђорђевић'],
    ['Greek', 'Γιώργος Παπαδόπουλος'],
    ['Armenian', 'Արամ Խաչատրյան'],
    ['Georgian', 'გიორგი'],
    ['Hebrew', 'דוד כהן'],
    ['Arabic', 'علي بن أبي طالب'],
    ['Farsi', 'پژمان گلچین'],
    ['Chinese', '王小明 陳大文'],
    ['Japanese', 'さとう タロウ 髙橋'],
    ['Korean', '김철수'],
    ['Khmer', 'សុខ វិចិត្រា'],
    ['Thai', 'สมชาย ใจดี'],
    ['Lao', 'ສົມພອນ'],
    ['Devanagari', 'राजेश कुमार'],
  ])('has a glyph for every character of %s', (_, name) => {
    expect(unprintableCharacters(name)).toEqual([]);
    const glyphs = glyphRuns(name).flatMap((run) => run.glyphs);
    expect(glyphs.length).toBeGreaterThan(0);
    expect(glyphs.every((glyph) => glyph.id !== 0)).toBe(true);
  });

  it('refuses a character that no font has, by its code point and never by a box', () => {
    expect(() => shape('A\u0378B\u0379')).toThrow(UnprintableTextError);
    expect(unprintableCharacters('A\u0378B\u0379\u0378')).toEqual(['U+0378', 'U+0379']);
    expect(unprintableCharacters('plain')).toEqual([]);
  });

  it('composes characters and leaves marks of direction out', () => {
    expect(shape('Jose\u0301').text).toBe('Jos\u00e9');
    expect(shape('\u200fדוד').text).toBe('דוד');
    expect(shape('tab\there').text).not.toContain('\t');
  });

  it('draws Hebrew from its last letter to its first', () => {
    const [run] = glyphRuns('דוד כהן');
    expect(run?.glyphs.map((glyph) => glyph.text).join('')).toBe('ןהכ');
  });

  it('joins Arabic letters', () => {
    const joined = glyphRuns('علي').flatMap((run) => run.glyphs.map((glyph) => glyph.id));
    const apart = [...'علي'].flatMap((letter) =>
      glyphRuns(letter).flatMap((run) => run.glyphs.map((glyph) => glyph.id)),
    );
    expect(joined).not.toEqual([...apart].reverse());
  });

  it('keeps a Latin name whole around an Arabic one', () => {
    const order = shape('A علي Z').runs.map((run) => run.text.trim());
    expect(order[0]).toBe('A');
    expect(order[order.length - 1]).toBe('Z');
  });

  it('keeps a number of the sentence behind a name from right to left, and one of the name within it', () => {
    const order = (text: string): string =>
      shape(text)
        .runs.map((run) => (run.kind === 'base' ? run.text : run.glyphs.map((glyph) => glyph.text).join('')))
        .join('');
    expect(order('against דוד: 1 count')).toBe(
      'against דוד: 1 count'.replace('דוד', 'דוד'.split('').reverse().join('')),
    );
    expect(order('against דוד 2')).toBe('against 2 דוד');
  });
});
