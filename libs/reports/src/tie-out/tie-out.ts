/** One number of a run and where it was counted. */
export interface CountedNumber {
  /** A file's name, or `All files`. */
  readonly scope: string;
  readonly name: string;
  readonly value: number;
  /** The part of the program or the file that the number was counted in. */
  readonly countedIn: string;
  /** When the number is nothing but others added up. */
  readonly sumOf?: readonly CountedNumber[];
}

/** Two sides that must be the same number. */
export interface TieOutCheck {
  readonly scope: string;
  readonly area: TieOutArea;
  readonly left: readonly CountedNumber[];
  readonly right: readonly CountedNumber[];
}

export type TieOutArea =
  | 'rows'
  | 'counts'
  | 'convictions'
  | 'people'
  | 'cases'
  | 'papers'
  | 'letters'
  | 'facts of cases'
  | 'data quality';

/** Numbers of a run that must agree do not: nothing of the run may be handed out. */
export class TieOutError extends Error {
  readonly code = 'tie-out.difference';
  constructor(readonly differences: readonly { readonly check: string; readonly difference: number }[]) {
    const shown = differences.slice(0, 5).map(({ check, difference }) => `${check} (difference ${difference})`);
    super(
      `the run does not tie out in ${differences.length} place(s): ${shown.join('; ')}${differences.length > 5 ? '; ...' : ''}. Do not use its outputs; keep the input files and report this as a defect`,
    );
    this.name = 'TieOutError';
  }
}

/** Collects the numbers of a run and the pairs of them that must agree. */
export class TieOut {
  readonly numbers: CountedNumber[] = [];
  readonly checks: TieOutCheck[] = [];

  number(scope: string, name: string, value: number, countedIn: string): CountedNumber {
    const number = { scope, name, value, countedIn };
    this.numbers.push(number);
    return number;
  }

  /** A number that is the sum of others, shown as a formula over them. */
  sum(scope: string, name: string, parts: readonly CountedNumber[]): CountedNumber {
    const number = { scope, name, value: sumOf(parts), countedIn: 'sum', sumOf: parts };
    this.numbers.push(number);
    return number;
  }

  mustAgree(
    scope: string,
    area: TieOutArea,
    left: CountedNumber | readonly CountedNumber[],
    right: CountedNumber | readonly CountedNumber[],
  ): void {
    this.checks.push({ scope, area, left: [left].flat(), right: [right].flat() });
  }

  /** Throws a `TieOutError` that names every pair that differs. */
  assertTies(): void {
    const differences = this.checks
      .map((check) => ({
        check: `${check.scope}: ${sideInWords(check.left)} = ${sideInWords(check.right)}`,
        difference: differenceOf(check),
      }))
      .filter(({ difference }) => difference !== 0);
    if (differences.length > 0) throw new TieOutError(differences);
  }
}

export function sumOf(side: readonly CountedNumber[]): number {
  return side.reduce((sum, { value }) => sum + value, 0);
}

export function differenceOf({ left, right }: TieOutCheck): number {
  return sumOf(left) - sumOf(right);
}

/** `rows used + rows rejected`, with where each was counted when it is one number. */
export function sideInWords(side: readonly CountedNumber[]): string {
  const [only] = side;
  if (side.length === 1 && only) return `${only.name} (${only.countedIn})`;
  return side.map(({ name }) => name).join(' + ');
}
