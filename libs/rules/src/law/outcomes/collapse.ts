import { DOMAINS, FACT_NAMES, type FactName, type Situation } from '../situation';

/** A set of situations that the law does not tell apart: of each fact the values that it holds. */
export type Block = { readonly [Name in FactName]: readonly string[] };

/** A block with what the law says of every situation in it. */
export interface Ruled {
  readonly block: Block;
  /** One text for everything that the sheet prints about it. */
  readonly says: string;
}

/**
 * The whole domain in few blocks: a fact is split only where some of its values lead to another answer, one fact after the
 * other in the order of `order`, and values with the same answer stay together. Every situation is in exactly one block.
 */
export function collapse(says: (situation: Situation) => string, order: readonly FactName[] = FACT_NAMES): Ruled[] {
  return split(order, {}, says);
}

interface Node {
  readonly key: string;
  readonly rows: readonly Ruled[];
}

function split(order: readonly FactName[], fixed: Partial<Situation>, says: (situation: Situation) => string): Ruled[] {
  return [...nodeOf(order, 0, fixed, says).rows];
}

function nodeOf(
  order: readonly FactName[],
  depth: number,
  fixed: Partial<Situation>,
  says: (situation: Situation) => string,
): Node {
  const name = order[depth];
  if (name === undefined) {
    const said = says(fixed as Situation);
    return { key: said, rows: [{ block: {} as Block, says: said }] };
  }
  const groups = new Map<string, { readonly values: string[]; readonly rows: readonly Ruled[] }>();
  for (const value of DOMAINS[name]) {
    const below = nodeOf(order, depth + 1, { ...fixed, [name]: value }, says);
    const group = groups.get(below.key);
    if (group) group.values.push(value);
    else groups.set(below.key, { values: [value], rows: below.rows });
  }
  const rows = [...groups.values()].flatMap(({ values, rows: each }) =>
    each.map((row) => ({ block: { ...row.block, [name]: values }, says: row.says })),
  );
  return { key: JSON.stringify([...groups].map(([key, { values }]) => [values, key])), rows };
}

/** How many situations a block holds. */
export function sizeOf(block: Block): number {
  return FACT_NAMES.reduce((size, name) => size * block[name].length, 1);
}
