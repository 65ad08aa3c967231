/** Letters that do not come apart into a base letter and a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  Æ: 'AE',
  Œ: 'OE',
  Ø: 'O',
  ß: 'SS',
  ẞ: 'SS',
  Ł: 'L',
  Đ: 'D',
  Ð: 'D',
  Þ: 'TH',
  İ: 'I',
  ı: 'I',
};

/** Any spelling of a name in the letters A to Z and blanks: `Nuñez-O’Brien` is `NUNEZ OBRIEN`. Digits and marks are left out. */
export function foldName(text: string): string {
  const upper = PLAIN.test(text) ? text : decomposed(text);
  return upper
    .replace(/['’`´.]/g, '')
    .replace(/[^A-Z]+/g, ' ')
    .trim();
}

const PLAIN = /^[A-Z ,.'-]*$/;

function decomposed(text: string): string {
  const upper = text
    .toUpperCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '');
  return upper.replace(/[^\x20-\x7f]/g, (letter) => LETTERS[letter] ?? letter);
}
