import { NICKNAME_GROUPS } from './nicknames.generated';

const NONE: readonly number[] = [];
const GROUPS = new Map<string, number[]>();
NICKNAME_GROUPS.forEach((names, group) => {
  for (const name of names) {
    const groups = GROUPS.get(name);
    if (groups === undefined) GROUPS.set(name, [group]);
    else groups.push(group);
  }
});

/** Can one stand for the other? Both directly in one group: `TONY` for `ANTHONY`, but `ALEX` links no `SASHA` to `SANDRA`. */
export function standForOneAnother(one: string, other: string): boolean {
  const groups = GROUPS.get(one) ?? NONE;
  const others = GROUPS.get(other) ?? NONE;
  return groups.some((group) => others.includes(group));
}

/** Is it in the table, and so a name that people have? */
export function hasNicknames(name: string): boolean {
  return GROUPS.has(name);
}

/** The formal name that a nickname is looked for under; a name in several groups is looked for under its first. */
export function formalName(name: string): string {
  const group = GROUPS.get(name)?.[0];
  return (group === undefined ? undefined : NICKNAME_GROUPS[group]?.[0]) ?? name;
}
