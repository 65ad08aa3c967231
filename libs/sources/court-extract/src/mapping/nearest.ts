/** The known name that is nearest to one that is not known, when it is near enough to be meant. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  const wanted = plainName(name);
  let best: string | undefined;
  let least = Math.max(2, Math.ceil(wanted.length / 3)) + 1;
  for (const each of known) {
    const away = distance(wanted, plainName(each));
    if (away < least) {
      least = away;
      best = each;
    }
  }
  return best;
}

/** Names of columns are compared without case, blanks and signs. */
export function plainName(name: string): string {
  return name
    .replace(/^\uFEFF/, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

function distance(one: string, other: string): number {
  let before = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      row.push(Math.min((before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (before[j - 1] ?? 0) + same));
    }
    before = row;
  }
  return before[other.length] ?? 0;
}
