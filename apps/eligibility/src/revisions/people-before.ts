import { isDeepStrictEqual } from 'node:util';
import { type CaseFactsBook } from '@clearway/case-facts';
import { type ChangeReason } from '@clearway/contracts';
import { type History } from '@clearway/record';
import { type DecidedPerson } from '@clearway/rules';

/** A batch of the revision before: people in one order in both. */
export interface BatchBefore {
  readonly histories: readonly History[];
  readonly decided: readonly DecidedPerson[];
}

/**
 * People as the revision before knew and decided them. A determination is a function of history, facts of the case, policy, county,
 * day and law: where all of them are the same it is taken over, and everyone else is decided again.
 */
export class PeopleBefore {
  private readonly people = new Map<string, { readonly history: History; readonly decided: DecidedPerson }>();

  /**
   * @param cases facts and decisions of the revision before
   * @param sameChoices are policy, county, day and law those of the revision before?
   */
  constructor(
    batches: Iterable<BatchBefore>,
    private readonly cases: CaseFactsBook | undefined,
    private readonly sameChoices: boolean,
  ) {
    for (const { histories, decided } of batches) {
      for (const [index, history] of histories.entries()) {
        const same = decided[index];
        if (same?.person === history.person) this.people.set(history.person, { history, decided: same });
      }
    }
  }

  /** What stands of the person, or why this one is decided again. `cases` are the facts and decisions of today. */
  of(history: History, cases: CaseFactsBook | undefined): DecidedPerson | ChangeReason {
    const before = this.people.get(history.person);
    if (!before) return 'new-person';
    if (!isDeepStrictEqual(before.history, history)) return 'history';
    if (!isDeepStrictEqual(this.cases?.about(history) ?? NOTHING, cases?.about(history) ?? NOTHING))
      return 'case-facts';
    return this.sameChoices ? before.decided : 'choices';
  }
}

const NOTHING = { rows: [], decisions: [] };
