import { type SourceRow } from '@clearway/record';

/** Something that a rule used: its name, its value as text, and where it stands (absent: derived from several places). */
export interface Fact {
  readonly name: string;
  readonly value: string;
  readonly at?: SourceRow;
}

export function fact(name: string, value: string, at?: SourceRow): Fact {
  return at === undefined ? { name, value } : { name, value, at };
}
