import { DOMAINS, FACT_NAMES, type FactName, type Situation } from '../situation';

/** The possible values of every fact. */
export type Possible = { readonly [Name in FactName]: readonly Situation[Name][] };

/** Every combination of the values, in the order of the facts. */
export function situationsOf(possible: Possible): Situation[] {
  let found: Partial<Situation>[] = [{}];
  for (const name of FACT_NAMES) {
    const values = possible[name];
    if (values.length === 1) for (const each of found) Object.assign(each, { [name]: values[0] });
    else found = found.flatMap((each) => values.map((value) => ({ ...each, [name]: value })));
  }
  return found as Situation[];
}

/**
 * Visits the situations of `situationsBy`, in the same order, as one object that changes: for who looks at thousands of them once. Who
 * keeps one copies it.
 */
export function visitSituations(names: readonly FactName[], visit: (situation: Situation) => void): void {
  const asked = FACT_NAMES.filter((name) => names.includes(name));
  const [first] = situationsBy([]);
  const situation = { ...(first as Situation) };
  const from = (at: number): void => {
    const name = asked[at];
    if (name === undefined) return visit(situation);
    for (const value of DOMAINS[name]) {
      (situation as Record<FactName, string>)[name] = value;
      from(at + 1);
    }
  };
  from(0);
}

/** The situations that differ in the facts named; of every other fact the first value stands for all. */
export function situationsBy(names: readonly FactName[], base: Partial<Situation> = {}): Situation[] {
  const possible = Object.fromEntries(
    FACT_NAMES.map((name) => {
      const known = base[name];
      if (known !== undefined && !names.includes(name)) return [name, [known]];
      return [name, names.includes(name) ? DOMAINS[name] : DOMAINS[name].slice(0, 1)];
    }),
  );
  return situationsOf(possible as unknown as Possible);
}
