import { levelCode } from '../model/model-source';
import { type NameTable } from '../table/name-table';
import { compareBirths } from './compare-births';
import { compareFirst, compareLast } from './compare-tokens';

/** Who somebody is said to be: numbers of names in a table, and birth dates. */
export interface Said {
  readonly names: readonly number[];
  readonly births: readonly number[];
}

const LAST_DIFFERENT = levelCode('last', 'different');
const FIRST_DIFFERENT = levelCode('first', 'different');
/** What a clerk's slip makes of a birth date, or leaves out of it, is no other birth date. */
const AGREES_UP_TO = levelCode('birth', 'year-only');

/** What two sides are to each other in one respect, the best of all that they say: a side that says nothing is `unknown`. */
type Likeness = 'alike' | 'unknown' | 'part' | 'two';

/**
 * Do name and birth date both say clearly that these are two people? No, as long as any name of the one is any name of the other by a
 * slip, a nickname or changed places, or any birth date is by one wrong digit, changed places or a missing part. Of names it is enough
 * that family names or first names are two. Where a side lacks the birth date both must be, and where it lacks the name nothing is clear.
 */
export function areClearlyTwo(table: NameTable, one: Said, other: Said, farYears: number): boolean {
  const births = best(one.births, other.births, (a, b) =>
    compareBirths(a, b, farYears) > AGREES_UP_TO ? 'two' : 'alike',
  );
  if (births === 'alike') return false;
  const names = best(one.names, other.names, (a, b) => likenessOf(table, a, b));
  return names === 'two' || (names === 'part' && births === 'two');
}

function best(
  some: readonly number[],
  others: readonly number[],
  likeness: (a: number, b: number) => Likeness,
): Likeness {
  let found: Likeness = some.length === 0 || others.length === 0 ? 'unknown' : 'two';
  for (const a of some)
    for (const b of others) {
      const each = likeness(a, b);
      if (each === 'alike') return each;
      if (each === 'part') found = each;
    }
  return found;
}

/** `part`: of family name and first name one is alike, or one is not said. */
function likenessOf(table: NameTable, one: number, other: number): Likeness {
  const isLast = (a: number, b: number): boolean =>
    a === 0 || b === 0 || compareLast(table.token(a), table.token(b)) !== LAST_DIFFERENT;
  const isFirst = (a: number, b: number): boolean =>
    a === 0 || b === 0 || compareFirst(table.token(a), table.token(b)) !== FIRST_DIFFERENT;
  const isMiddle = (first: number, of: number): boolean =>
    first !== 0 && first === table.middle(of) && table.token(first).joined.length > 1;
  const [lastOne, firstOne, lastOther, firstOther] = [
    table.last(one),
    table.first(one),
    table.last(other),
    table.first(other),
  ];
  const sameLast = isLast(lastOne, lastOther);
  const sameFirst = isFirst(firstOne, firstOther) || isMiddle(firstOne, other) || isMiddle(firstOther, one);
  if (sameLast && sameFirst) return 'alike';
  if (sameLast || sameFirst) return 'part';
  const isWhole = lastOne !== 0 && firstOne !== 0 && lastOther !== 0 && firstOther !== 0;
  return isWhole && isLast(lastOne, firstOther) && isFirst(firstOne, lastOther) ? 'alike' : 'two';
}
