/**
 * The one of `words` that is spelled most like `text`; '' when none is closer than half its length. Small letters, digits and
 * hyphens are compared.
 *
 * @example nearest('grantd', ['granted', 'denied']) // 'granted'
 */
export function nearest(text: string, words: readonly string[]): string {
  const wanted = bare(text);
  if (wanted === '') return '';
  let best = '';
  let least = Infinity;
  for (const word of words) {
    const candidate = bare(word);
    const distance = editDistance(wanted, candidate);
    if (distance < least && distance * 2 <= Math.max(candidate.length, wanted.length)) {
      least = distance;
      best = word;
    }
  }
  return best;
}

/** Longer words are no misspelled code, and would cost time. */
const LONGEST = 40;

function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '')
    .slice(0, LONGEST);
}

/** How many letters must be put in, taken out or changed. */
function editDistance(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (before[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(change, (before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    before = row;
  }
  return before[b.length] ?? 0;
}
