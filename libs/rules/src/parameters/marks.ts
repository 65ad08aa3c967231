/**
 * How sure a fact is. `F` found in the source that is named, `V` read in the official text; the others come from memory:
 * `K+` likely right, `K~` perhaps, `K-` doubtful, `M` memory without a grade. What is not `F` or `V` stands in
 * docs/law-to-confirm.md until counsel has confirmed it.
 */
export type Mark = 'F' | 'V' | 'K+' | 'K~' | 'K-' | 'M';

/** Where a fact was found, or should be looked up. */
export interface Source {
  readonly title: string;
  readonly address?: string;
  /** The day on which it was read, `YYYY-MM-DD`, when that was noted. */
  readonly read?: string;
}

/** True when the fact was found in a source. */
export function isFound(mark: Mark): boolean {
  return mark === 'F' || mark === 'V';
}
