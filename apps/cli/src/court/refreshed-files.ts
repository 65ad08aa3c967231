import { type RunInputs } from '../sources/run-inputs';

/** Files with what became of cases, by what they are. */
export interface RefreshedFiles {
  /** Files of the state, RAP sheets and courts' exports with a mapping, one population together; absent where there are none. */
  readonly records?: RunInputs;
  /** Paths of courts' own lists of cases. */
  readonly lists: readonly string[];
}

/** A table that no mapping was named for is a court's own list, which is looked up by case number and names nobody. */
export function refreshedFiles({ sorted: { state, others }, cases }: RunInputs): RefreshedFiles {
  const joined = others.filter(({ kind, mapping }) => kind === 'rap-sheet' || mapping !== undefined);
  const lists = others.filter((each) => !joined.includes(each)).map(({ path }) => path);
  if (state.length + joined.length === 0) return { lists };
  return { records: { sorted: { state, others: joined }, ...(cases ? { cases } : {}) }, lists };
}
