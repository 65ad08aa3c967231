import { lineBreaks } from './line-breaks';

/** The text with a bar wherever a line may end. */
function barred(text: string): string {
  let from = 0;
  return lineBreaks(text)
    .map((to) => text.slice(from, (from = to)))
    .join('|');
}

describe('lineBreaks', () => {
  it.each([
    ['at blanks', 'the People of', 'the |People |of'],
    ['not at a no-break blank', 'Dr.\u00a0Roe signs', 'Dr.\u00a0Roe |signs'],
    ['not behind a section sign', 'Code, §§ 11361.8, 11361.9', 'Code, |§§ 11361.8, |11361.9'],
    [
      'not between No., subd. or section and what they name',
      'Case No. BA1, subd. (e) of section 11361.8',
      'Case |No. BA1, |subd. (e) |of |section 11361.8',
    ],
    ['behind a hyphen between letters', 'HERNANDEZ-RODRIGUEZ', 'HERNANDEZ-|RODRIGUEZ'],
    ['not inside of a case number', 'BA417306-02', 'BA417306-02'],
    ['not behind a letter that stands alone', 'X-RAY', 'X-RAY'],
    ['not inside of a date or an amount', '03/12/1998 28.5 1,000', '03/12/1998 |28.5 |1,000'],
    ['behind a stroke between words', 'TRANSPORT/SELL', 'TRANSPORT/|SELL'],
    ['behind a comma without a blank', 'DOE,JOHN', 'DOE,|JOHN'],
    ['behind a dash', 'end—begin', 'end—|begin'],
    ['between Han, but not before a closing or behind an opening sign', '王小（明）。', '王|小|（明）。'],
  ])('allows a line to end %s', (_, text, expected) => expect(barred(text)).toBe(expected));
});
