import { type CountId } from './book';

/** Coefficients of unknown counts whose sum is known. */
export type Equation = ReadonlyMap<CountId, number>;

/** A prime whose square still is an exact integer of a double: what is independent over it is independent over the numbers. */
const PRIME = 94_906_249;

/**
 * What follows from the equations when they are put together: each single count that they fix, and each group of counts of which
 * they fix the plain sum. Gauss and Jordan over a prime field, so that nothing is rounded.
 */
export function determined(equations: readonly Equation[]): readonly { readonly ids: readonly CountId[] }[] {
  const ids = [...new Set(equations.flatMap((each) => [...each.keys()]))];
  const place = new Map(ids.map((id, i) => [id, i]));
  const rows: Float64Array[] = equations.map((each) => {
    const row = new Float64Array(ids.length);
    for (const [id, factor] of each) row[place.get(id) as number] = modulo(factor);
    return row;
  });
  let rank = 0;
  for (let column = 0; column < ids.length && rank < rows.length; column++) {
    const pivot = rows.findIndex((row, i) => i >= rank && row[column] !== 0);
    if (pivot < 0) continue;
    [rows[rank], rows[pivot]] = [rows[pivot] as Float64Array, rows[rank] as Float64Array];
    const at = rows[rank] as Float64Array;
    scale(at, inverse(at[column] as number), column);
    rows.forEach((row, i) => {
      if (i !== rank && row[column] !== 0) subtract(row, at, row[column] as number, column);
    });
    rank += 1;
  }
  return rows.slice(0, rank).flatMap((row) => {
    const found = ids.filter((_, i) => row[i] !== 0);
    return found.every((id) => row[place.get(id) as number] === 1) ? [{ ids: found }] : [];
  });
}

function modulo(value: number): number {
  return ((value % PRIME) + PRIME) % PRIME;
}

function scale(row: Float64Array, factor: number, from: number): void {
  for (let i = from; i < row.length; i++) if (row[i] !== 0) row[i] = ((row[i] as number) * factor) % PRIME;
}

function subtract(row: Float64Array, other: Float64Array, factor: number, from: number): void {
  for (let i = from; i < row.length; i++) {
    if (other[i] !== 0) row[i] = modulo((row[i] as number) - (((other[i] as number) * factor) % PRIME));
  }
}

/** By Fermat: the power of two less than the prime. */
function inverse(value: number): number {
  let result = 1;
  let base = value;
  for (let power = PRIME - 2; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = (result * base) % PRIME;
    base = (base * base) % PRIME;
  }
  return result;
}
