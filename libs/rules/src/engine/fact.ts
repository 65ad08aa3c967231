import { type SourceRow } from '@clearway/record';

/** Something that a rule used: its name, its value as text, and where it stands (absent: derived from several places). */
export interface Fact {
  readonly name: string;
  readonly value: string;
  readonly at?: SourceRow;
}

/** Makes the facts that a rule used. Who writes verdicts alone never asks, and texts of dates and lists are most of what a rule costs. */
export type FactsAsked = () => readonly Fact[];

export const NO_FACTS: FactsAsked = () => NONE;

const NONE: readonly Fact[] = [];

/** What is made when somebody first asks, and stays the same object. */
export function once<Made>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => (made ??= make());
}

export function fact(name: string, value: string, at?: SourceRow): Fact {
  return at === undefined ? { name, value } : { name, value, at };
}
