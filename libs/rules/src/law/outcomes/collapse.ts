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
 * other in the order of `order`, and values with the same answer stay together. Every situation is in exactly one block. The
 * facts of `first` go before the others within a plea to a related section, where they leave the fewest blocks.
 */
export function collapse(
  says: (situation: Situation) => string,
  order: readonly FactName[] = FACT_NAMES,
  first: readonly FactName[] = [],
): Ruled[] {
  return split(order, {}, says, first);
}

interface Node {
  readonly key: string;
  readonly rows: readonly Ruled[];
}

function split(
  order: readonly FactName[],
  fixed: Partial<Situation>,
  says: (situation: Situation) => string,
  first: readonly FactName[],
): Ruled[] {
  return [...nodeOf(order, 0, fixed, says, first).rows];
}

/** The order of what is left, `first` before it. */
function withFirst(order: readonly FactName[], depth: number, first: readonly FactName[]): readonly FactName[] {
  const left = order.slice(depth);
  return [...order.slice(0, depth), ...first, ...left.filter((each) => !first.includes(each))];
}

function nodeOf(
  order: readonly FactName[],
  depth: number,
  fixed: Partial<Situation>,
  says: (situation: Situation) => string,
  first: readonly FactName[],
): Node {
  const name = order[depth];
  if (name === undefined) {
    const said = says(fixed as Situation);
    return { key: said, rows: [{ block: {} as Block, says: said }] };
  }
  const groups = new Map<string, { readonly values: string[]; readonly rows: readonly Ruled[] }>();
  for (const value of DOMAINS[name]) {
    const within = name === 'offence' && value === 'related' ? withFirst(order, depth + 1, first) : order;
    const below = nodeOf(within, depth + 1, { ...fixed, [name]: value }, says, first);
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
