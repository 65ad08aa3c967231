import { type CountRow, type Defendant, type ExtractCase } from './court-extract';

/** A person of the file has no more: what has is a word such as UNKNOWN that stands for many. */
export const MOST_CASES = 890;

interface Draft {
  readonly key: string;
  cii: string;
  readonly cases: Map<string, ExtractCase & { readonly used: Set<number> }>;
  incomplete: boolean;
}

/** Rows of the file by defendant and case, while they arrive. */
export class Defendants {
  private readonly drafts = new Map<string, Draft>();
  private readonly ciisOfNumber = new Map<string, Set<string>>();

  of(key: string, cii: string): Draft {
    const known = this.drafts.get(key);
    if (known) return known;
    const made: Draft = { key, cii, cases: new Map(), incomplete: false };
    this.drafts.set(key, made);
    return made;
  }

  /** Puts the row's counts into the case; a number that is taken becomes the next free one unless rows belong together. */
  add(
    draft: Draft,
    caseKey: string,
    rows: readonly CountRow[],
    together: boolean,
  ): 'added' | 'renumbered' | 'too-many' {
    let held = draft.cases.get(caseKey);
    if (!held) {
      if (draft.cases.size >= MOST_CASES) return 'too-many';
      held = { rows: [], used: new Set() };
      draft.cases.set(caseKey, held);
    }
    let renumbered = false;
    const numbers = new Map<number, number>();
    for (const { count, facts } of rows) {
      let number = numbers.get(count);
      if (number === undefined) {
        number = Math.max(1, count);
        if (!together) while (held.used.has(number)) number += 1;
        renumbered ||= count > 0 && number !== count;
        if (number > 999) return 'too-many';
        numbers.set(count, number);
        held.used.add(number);
      }
      held.rows.push({ count: number, facts });
    }
    return renumbered ? 'renumbered' : 'added';
  }

  noteCii(personNumber: string, cii: string): void {
    if (personNumber === '' || cii === '') return;
    const known = this.ciisOfNumber.get(personNumber) ?? new Set();
    this.ciisOfNumber.set(personNumber, known.add(cii));
  }

  finish(): readonly Defendant[] {
    const double = new Set(
      [...this.ciisOfNumber.values()].filter((each) => each.size > 1).flatMap((each) => [...each]),
    );
    return [...this.drafts.values()]
      .filter(({ cases }) => cases.size > 0)
      .map(({ key, cii, cases, incomplete }) => ({
        key,
        cii,
        cases: [...cases.values()].map(({ rows }) => ({ rows })),
        incomplete,
        twoCiis: cii !== '' && double.has(cii),
      }));
  }
}
