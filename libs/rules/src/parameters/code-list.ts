import { type Charge, type Offence, type PartialDate } from '@clearway/record';
import { type CodeListSource, type CombinationSource } from './code-list-source';
import { CodeMatcher } from './code-matcher';
import { type ListMatch, MATCH, NO_MATCH } from './list-match';
import { matchedEntry, StatuteMatcher } from './statute-matcher';

export { type CodeListSource } from './code-list-source';
export { type ListMatch } from './list-match';

export interface Combination {
  readonly enhancement: CodeMatcher;
  readonly base: CodeMatcher;
  readonly within: 'step' | 'charge';
  /** What a conviction of both is. */
  readonly match: ListMatch;
}

/**
 * A list of offences, asked by charge. In the lists of a replay attempts and conspiracies count as their offence and no
 * date is asked; a list of the statute says it for each entry, and is asked with the day of the offence. Answers are
 * remembered by charge: a reader makes one for each distinct text, and a county's file has few.
 */
export class CodeList {
  readonly name: string;
  readonly combinations: readonly Combination[];
  private readonly frozen: CodeMatcher | undefined;
  private readonly statute: StatuteMatcher | undefined;
  private readonly remembered = new WeakMap<Charge, ListMatch>();
  private readonly rememberedByDay = new WeakMap<Charge, Map<PartialDate, ListMatch>>();

  constructor(private readonly source: CodeListSource) {
    this.name = source.list;
    if (source.kind === 'statute') this.statute = new StatuteMatcher(source);
    else this.frozen = new CodeMatcher(source.entries);
    this.combinations = (source.combinations ?? []).map((each) => ({
      enhancement: new CodeMatcher([each.with]),
      base: new CodeMatcher(each.of),
      within: each.within,
      match: this.statute ? { verdict: 'yes', entry: combinedEntry(source, each) } : MATCH,
    }));
  }

  /** A list of the statute has entries that are in force on some days only. */
  get asksForDays(): boolean {
    return this.statute !== undefined;
  }

  /** The answer that was given before and holds on every day; undefined where `match` has to be asked. */
  known(charge: Charge): ListMatch | undefined {
    return this.remembered.get(charge);
  }

  /**
   * `cannot-tell` when the charge cannot be read, or when the list asks for a condition that a row cannot show. `on` is
   * the day of the offence, 0 when it is not known; the lists of a replay do not ask for it.
   */
  match(charge: Charge, on: PartialDate = 0): ListMatch {
    const known = this.known(charge);
    if (known) return known;
    const days = this.rememberedByDay.get(charge);
    const knownOnDay = days?.get(on);
    if (knownOnDay) return knownOnDay;
    const half = this.halfOf(charge);
    const judged = this.judge(charge, on);
    const answer = half === undefined ? judged : { ...judged, half };
    if (this.statute && charge.offences.some((each) => this.statute?.isDated(each))) {
      this.rememberedByDay.set(charge, (days ?? new Map<PartialDate, ListMatch>()).set(on, answer));
    } else {
      this.remembered.set(charge, answer);
    }
    return answer;
  }

  private halfOf(charge: Charge): ListMatch['half'] {
    const combinations = this.combinations.filter((each) => each.within === 'step');
    if (combinations.some((each) => matchesAny(each.enhancement, charge))) return 'enhancement';
    return combinations.some((each) => matchesAny(each.base, charge)) ? 'base' : undefined;
  }

  private judge(charge: Charge, on: PartialDate): ListMatch {
    if (charge.offences.length === 0) return { verdict: 'cannot-tell' };
    const matches = charge.offences.map((each) => this.matchOffence(each, on));
    const combined = this.combinations.find(
      (each) => matchesAny(each.enhancement, charge) && matchesAny(each.base, charge) && this.mayCombine(charge),
    );
    if (combined) return combined.match;
    return (
      matches.find((each) => each.verdict === 'yes') ??
      matches.find((each) => each.verdict === 'cannot-tell') ??
      NO_MATCH
    );
  }

  private matchOffence(offence: Offence, on: PartialDate): ListMatch {
    return this.statute?.match(offence, on) ?? this.frozen?.match(offence) ?? NO_MATCH;
  }

  private mayCombine(charge: Charge): boolean {
    if (!this.statute || this.source.attempts !== 'excluded') return true;
    return !charge.offences.some((each) => each.qualifiers.includes('attempt'));
  }
}

/** Does one of the offences of the charge stand in the matcher, without condition? */
export function matchesAny(matcher: Combination['base'], charge: Charge): boolean {
  return charge.offences.some((each) => matcher.match(each).verdict === 'yes');
}

function combinedEntry(list: CodeListSource, { with: enhancement, of: bases, ...rest }: CombinationSource) {
  const { within: _, ...entry } = rest;
  return matchedEntry(list, { ...entry, offence: `${bases.join(', ')} with ${enhancement}` });
}
