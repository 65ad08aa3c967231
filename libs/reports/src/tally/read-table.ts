/** Adds the numbers of a two-part table up by its first part, keys in code-unit order. */
export function byFirstPart(table: Readonly<Record<string, number>>): Map<string, number> {
  return sums(table, (key) => key.slice(0, key.lastIndexOf(' ')));
}

/** A two-part table as rows: first part -> second part -> number, first parts in code-unit order. */
export function byBothParts(table: Readonly<Record<string, number>>): Map<string, Map<string, number>> {
  const rows = new Map<string, Map<string, number>>();
  for (const key of Object.keys(table).sort()) {
    const cut = key.lastIndexOf(' ');
    const first = key.slice(0, cut);
    const row = rows.get(first) ?? new Map<string, number>();
    rows.set(first, row.set(key.slice(cut + 1), table[key] ?? 0));
  }
  return rows;
}

/** All numbers of a table added up. */
export function total(table: Readonly<Record<string, number>>): number {
  return Object.values(table).reduce((sum, n) => sum + n, 0);
}

function sums(table: Readonly<Record<string, number>>, keyOf: (key: string) => string): Map<string, number> {
  const result = new Map<string, number>();
  for (const key of Object.keys(table).sort())
    result.set(keyOf(key), (result.get(keyOf(key)) ?? 0) + (table[key] ?? 0));
  return result;
}
