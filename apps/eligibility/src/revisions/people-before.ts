import { isDeepStrictEqual } from 'node:util';
import { type CaseData, type CaseFactsBook } from '@clearway/case-facts';
import { type ChangeReason } from '@clearway/contracts';
import { defectsOf, type History, type SourceFile } from '@clearway/record';
import { type DecidedPerson } from '@clearway/rules';
import { FileNumbers } from './file-numbers';

/** A batch of the revision before: people in one order in both. */
export interface BatchBefore {
  readonly histories: readonly History[];
  readonly decided: readonly DecidedPerson[];
}

/** What is known beside the histories. */
export interface KnownBeside {
  /** Facts and decisions. */
  readonly cases: CaseFactsBook | undefined;
  /** What each input is and covers; nothing where all are files of the state. */
  readonly files: readonly SourceFile[];
}

/**
 * People as the revision before knew and decided them. A determination is a function of history, facts of the case, policy, county,
 * day and law: where all of them are the same it is taken over, and everyone else is decided again.
 */
export class PeopleBefore {
  private readonly numbers: FileNumbers;
  private readonly people = new Map<string, { readonly history: History; readonly decided: DecidedPerson }>();

  /**
   * @param then what was known then beside the histories
   * @param then.sameChoices are policy, county, day and law the same now?
   * @param then.fileNumbers number now of each input by its number then
   */
  constructor(
    batches: Iterable<BatchBefore>,
    private readonly then: KnownBeside & { readonly sameChoices: boolean; readonly fileNumbers: readonly number[] },
  ) {
    this.numbers = new FileNumbers(then.fileNumbers);
    for (const { histories, decided } of batches) {
      for (const [index, history] of histories.entries()) {
        const same = decided[index];
        if (same?.person === history.person) this.people.set(history.person, { history, decided: same });
      }
    }
  }

  /** What stands of the person, or why this one is decided again. */
  of(history: History, now: KnownBeside): DecidedPerson | ChangeReason {
    const before = this.people.get(history.person);
    if (!before) return 'new-person';
    if (!isDeepStrictEqual(this.numbers.history(before.history), history)) return 'history';
    if (!isDeepStrictEqual(aboutOf(this.then, history), aboutOf(now, history))) return 'case-facts';
    if (!this.then.sameChoices) return 'choices';
    if (!this.lacksTheSame(before.history, history, now)) return 'sources';
    return this.numbers.decided(before.decided, before.history);
  }

  /** What a record lacks depends on what other sources cover. */
  private lacksTheSame(before: History, history: History, { files }: KnownBeside): boolean {
    if (isDeepStrictEqual(this.then.files, files)) return true;
    const then = this.numbers.places(defectsOf(before, this.then.files));
    return isDeepStrictEqual(then, defectsOf(history, files));
  }
}

const NOTHING: CaseData = { rows: [], decisions: [], corrections: [] };

function aboutOf({ cases }: KnownBeside, history: History): CaseData {
  return cases?.about(history) ?? NOTHING;
}
