import { type Book, countsOf, type CountId, type Relation } from './book';
import { determined, type Equation } from './solve';

/** Counts from 1 to this one are withheld. */
export const SMALLEST_SHOWN = 11;

/**
 * The book without its small counts, and without as many others as it takes that no small one follows from the sums: not from one
 * sum and not from several put together. Of a sum whose withheld parts would add up to a small number, more are withheld.
 * Counts are chosen by size and place alone, so the same book gives the same answer.
 */
export function withholdSmall(book: Book): Book {
  const shown = countsOf(book);
  const values = new Map([...shown, ...book.unshown]);
  const withheld = new Set([...shown].filter(([, value]) => isSmall(value)).map(([id]) => id));
  for (;;) {
    const unknown = (id: CountId): boolean => withheld.has(id) || book.unshown.has(id);
    // One at a time: what covers one group often covers others.
    const [exposed] = exposures(book.relations, values, book.unshown, unknown);
    const printed = (id: CountId): boolean => shown.has(id) && !withheld.has(id);
    const next = exposed && nextToWithhold(book.relations, values, exposed, unknown, printed);
    if (next === undefined) return { ...book, withheld };
    withheld.add(next);
  }
}

function isSmall(value: number): boolean {
  return value > 0 && value < SMALLEST_SHOWN;
}

/** Groups of unknown counts of which a reader could find a small value, or a small sum. */
function exposures(
  relations: readonly Relation[],
  values: ReadonlyMap<CountId, number>,
  unshown: ReadonlyMap<CountId, number>,
  unknown: (id: CountId) => boolean,
): readonly (readonly CountId[])[] {
  const uses = new Map<CountId, number>();
  for (const relation of relations)
    for (const id of unknownOf(relation, unknown)) uses.set(id, (uses.get(id) ?? 0) + 1);
  // What is printed nowhere, is not small and stands in no other sum takes up any value: its sum says nothing about the others.
  const isSlack = (id: CountId): boolean => unshown.has(id) && uses.get(id) === 1 && !isSmall(values.get(id) ?? 0);
  const equations = relations
    .map(({ plus, minus }): Equation => {
      const terms = new Map<CountId, number>();
      for (const id of plus.filter(unknown)) terms.set(id, (terms.get(id) ?? 0) + 1);
      for (const id of minus.filter(unknown)) terms.set(id, (terms.get(id) ?? 0) - 1);
      return terms;
    })
    .filter((terms) => terms.size > 0 && ![...terms.keys()].some(isSlack));
  const groups: (readonly CountId[])[] = [];
  for (const { ids } of determined(equations)) {
    if (isSmall(ids.reduce((sum, id) => sum + (values.get(id) ?? 0), 0))) groups.push(ids);
  }
  for (const terms of equations) {
    const signs = new Set(terms.values());
    const ids = [...terms.keys()];
    if (signs.size === 1 && isSmall(ids.reduce((sum, id) => sum + (values.get(id) ?? 0), 0))) groups.push(ids);
  }
  return groups;
}

/**
 * A printed count that covers the group: of the sum that gives it away when one does, else of any sum that hangs together with it. The one
 * that covers most sums which have only one unknown, then the smallest; totals when nothing else is left. Zero covers nothing.
 */
function nextToWithhold(
  relations: readonly Relation[],
  values: ReadonlyMap<CountId, number>,
  group: readonly CountId[],
  unknown: (id: CountId) => boolean,
  isPrinted: (id: CountId) => boolean,
): CountId | undefined {
  const lonely = relations.filter((each) => unknownOf(each, unknown).length === 1);
  const covers = (id: CountId): number => lonely.filter((each) => idsOf(each).includes(id)).length;
  const giving = relations.filter((each) => {
    const ids = unknownOf(each, unknown);
    return ids.length > 0 && ids.every((id) => group.includes(id));
  });
  for (const near of [giving, connected(relations, group, unknown), relations]) {
    for (const candidates of [near.flatMap(({ plus }) => plus), near.flatMap(({ minus }) => minus)]) {
      const found = candidates.filter((id) => isPrinted(id) && (values.get(id) ?? 0) > 0);
      const rank = (id: CountId): readonly [number, number, string] => [-covers(id), values.get(id) ?? 0, id];
      if (found.length > 0) return found.reduce((best, id) => (isLess(rank(id), rank(best)) ? id : best));
    }
  }
  return undefined;
}

function idsOf({ plus, minus }: Relation): readonly CountId[] {
  return [...plus, ...minus];
}

function unknownOf(relation: Relation, unknown: (id: CountId) => boolean): readonly CountId[] {
  return idsOf(relation).filter(unknown);
}

/** The sums that share an unknown with the group, or with one that does. */
function connected(
  relations: readonly Relation[],
  group: readonly CountId[],
  unknown: (id: CountId) => boolean,
): readonly Relation[] {
  const reached = new Set(group);
  for (;;) {
    const near = relations.filter((each) => idsOf(each).some((id) => reached.has(id)));
    const before = reached.size;
    for (const id of near.flatMap((each) => unknownOf(each, unknown))) reached.add(id);
    if (reached.size === before) return near;
  }
}

function isLess(one: readonly [number, number, string], other: readonly [number, number, string]): boolean {
  if (one[0] !== other[0]) return one[0] < other[0];
  return one[1] !== other[1] ? one[1] < other[1] : one[2] < other[2];
}
