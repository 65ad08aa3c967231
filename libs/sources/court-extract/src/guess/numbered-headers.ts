import { chargeOfName, fieldOfName } from './known-headers';
import { headerWords } from './header-words';
import { type Field, OF_A_COUNT } from '../mapping/fields';

/** A column that says something of one count of a row: `Charge 2`, `Dispo Dt 2`, `Count 2 Sentence`. */
export interface NumberedColumn {
  readonly field: Field;
  readonly count: number;
}

/**
 * The columns that belong to one count each, by their places; empty where the charge has no number in the names. A first charge without
 * a number before `Charge 2` is number 1, with what else stands there once without and once with a number.
 */
export function numberedColumns(names: readonly string[]): ReadonlyMap<number, NumberedColumn> {
  const found = new Map<number, NumberedColumn>();
  names.forEach((name, i) => {
    const numbered = chargeOfName(name) === undefined ? numberedOf(name) : undefined;
    if (numbered) found.set(i, numbered);
  });
  const charges = new Set([...found.values()].flatMap(({ field, count }) => (field === 'charge' ? [count] : [])));
  if (charges.size === 0) return new Map();
  const numbered = new Set([...found.values()].map(({ field }) => field));
  if (!charges.has(1) && names.some((name) => fieldOfName(name) === 'charge')) {
    charges.add(1);
    names.forEach((name, i) => {
      const field = fieldOfName(name);
      if (field !== undefined && numbered.has(field) && !found.has(i)) found.set(i, { field, count: 1 });
    });
  }
  return new Map([...found].filter(([, { count }]) => charges.has(count)));
}

function numberedOf(name: string): NumberedColumn | undefined {
  const words = headerWords(name.replace(/(?<=\p{L})(?=\d)|(?<=\d)(?=\p{L})/gu, ' '));
  const numbers = words.filter((each) => /^\d{1,2}$/.test(each));
  const [first] = numbers;
  if (first === undefined || numbers.length > 1 || Number(first) < 1) return undefined;
  const at = words.indexOf(first);
  const rest = words.filter((each, i) => i !== at && !(each === 'number' && i === at - 1));
  const field = fieldOfName((rest.length > 1 && rest[0] === 'count' ? rest.slice(1) : rest).join(' '));
  return field !== undefined && OF_A_COUNT.has(field) ? { field, count: Number(first) } : undefined;
}
