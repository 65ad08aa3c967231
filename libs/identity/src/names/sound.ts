/** Letters and groups that different alphabets and ears write for one sound; longer groups first. */
const GROUPS: readonly (readonly [RegExp, string])[] = [
  [/SHCH|SCH|SH|CH|TCH|CZ|TZ/g, 'S'],
  [/PH/g, 'F'],
  [/KH|GH/g, 'H'],
  [/ZH|DZH|DJ/g, 'J'],
  [/CK|CC|Q/g, 'K'],
  [/C(?=[EIY])/g, 'S'],
  [/C/g, 'K'],
  [/X/g, 'KS'],
  [/G(?=[EIY])/g, 'H'],
  [/J/g, 'H'],
  [/Z/g, 'S'],
  [/[VW]/g, 'B'],
  [/TH/g, 'T'],
  [/LL/g, 'L'],
];

/**
 * What is left of a name when spelling is taken away: consonants, at most seven, and whether it begins with a vowel. Made
 * for names of California: `MOHAMMED` and `MUHAMAD` are the same, `GONZALEZ` and `GONSALES`, `YUSUF` and `YOUSSEF`.
 */
export function soundOf(folded: string): string {
  let text = folded.replaceAll(' ', '');
  for (const [pattern, by] of GROUPS) text = text.replace(pattern, by);
  const start = /^[AEIOUY]/.test(text) ? 'A' : '';
  const consonants = text.replace(/[AEIOUY]/g, '').replace(/(.)\1+/g, '$1');
  return (start + (consonants.length > 1 ? consonants.replace(/(?<!^)H/g, '') : consonants)).slice(0, 7);
}
