/** The known name that needs the fewest changed letters; the first of them in order where several need as few. */
export function nearest(name: string, known: readonly string[]): string {
  let best = known[0] ?? '';
  let least = Infinity;
  for (const each of known) {
    const changes = distance(name.toLowerCase(), each.toLowerCase());
    if (changes < least) [best, least] = [each, changes];
  }
  return best;
}

/** Letters to put in, take out or change, after Levenshtein. */
function distance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(change, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    above = row;
  }
  return above[b.length] ?? 0;
}
