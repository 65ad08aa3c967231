const SUFFIX = /^(?:JR|SR|II|III|IV|V)\.?$/;

/** `LAST,FIRST M` as the state writes names. Of `FIRST M LAST` the last word is the family name, a suffix after it stays last. */
export function stateName(text: string, order: 'last-first' | 'first-last'): string {
  const name = text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/\s*,\s*/g, ',')
    .toUpperCase();
  if (name.includes(',') && !SUFFIX.test(name.slice(name.indexOf(',') + 1))) return name;
  const words = name.replace(',', ' ').split(' ');
  if (order === 'last-first' || words.length < 2) return name;
  const suffix = words.length > 2 && SUFFIX.test(words[words.length - 1] ?? '') ? [words.pop() ?? ''] : [];
  const last = words.pop() ?? '';
  return `${last},${[...words, ...suffix].join(' ')}`;
}

/** The parts of a name in columns of their own. */
export function nameOfParts(last: string, first: string, middle: string, suffix: string): string {
  const given = [first, middle, suffix].map((each) => each.trim()).filter((each) => each !== '');
  const family = last.trim();
  return (given.length === 0 ? family : `${family},${given.join(' ')}`).replace(/\s+/g, ' ').toUpperCase();
}
