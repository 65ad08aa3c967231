import { readCharge, type Charge, type Offence, type Verdict } from '@clearway/record';

/** A list of offences as its YAML file has it (see README.md beside this file). */
export interface CodeListSource {
  readonly list: string;
  readonly title: string;
  /** Where the list comes from, so that counsel can check it. */
  readonly citation: string;
  readonly entries: readonly (string | { readonly offence: string; readonly condition: string })[];
  readonly combinations?: readonly CombinationSource[];
}

interface CombinationSource {
  readonly with: string;
  readonly of: readonly string[];
  /** Where the two must meet: convictions of one step of a cycle, or one charge field. */
  readonly within: 'step' | 'charge';
}

interface Entry {
  readonly path: readonly string[];
  readonly exactly: boolean;
  readonly condition: string;
}

export interface Combination {
  readonly enhancement: CodeMatcher;
  readonly base: CodeMatcher;
  readonly within: 'step' | 'charge';
}

/** How a charge stands to a list. `condition` says what a state row cannot show. */
export interface ListMatch {
  readonly verdict: Verdict;
  readonly condition?: string;
  /** The charge is one half of a combination that another conviction of the step can complete. */
  readonly half?: 'base' | 'enhancement';
}

const NO_MATCH: ListMatch = { verdict: 'no' };
const MATCH: ListMatch = { verdict: 'yes' };

/** Offences compared by structure: code, section, and subdivisions under a listed one. */
class CodeMatcher {
  /** By code and section; a section `190.*` stands for every decimal section of 190. */
  private readonly entries = new Map<string, Map<string, Entry[]>>();

  constructor(entries: readonly (string | { readonly offence: string; readonly condition: string })[]) {
    for (const entry of entries) this.add(entry);
  }

  private add(source: string | { readonly offence: string; readonly condition: string }): void {
    const text = typeof source === 'string' ? source : source.offence;
    const exactly = text.endsWith(' exactly');
    const wildcard = text.endsWith('.*');
    const citation = text.replace(/ exactly$/, '').replace(/\.\*$/, '');
    const offence = readCharge(citation).offences[0];
    if (!offence) throw new RangeError(`the code list entry "${text}" is not a citation such as "PC 288(a)"`);
    const entry = { path: offence.path, exactly, condition: typeof source === 'string' ? '' : source.condition };
    const sections = this.entries.get(offence.code) ?? new Map<string, Entry[]>();
    const section = `${offence.section}${wildcard ? '.*' : ''}`;
    sections.set(section, [...(sections.get(section) ?? []), entry]);
    this.entries.set(offence.code, sections);
  }

  match(offence: Offence): ListMatch {
    const sections = this.entries.get(offence.code);
    if (!sections) return NO_MATCH;
    const decimal = offence.section.indexOf('.');
    const entries =
      sections.get(offence.section) ??
      (decimal > 0 ? sections.get(`${offence.section.slice(0, decimal)}.*`) : undefined);
    if (!entries) return NO_MATCH;
    let conditional: ListMatch | undefined;
    for (const entry of entries) {
      if (entry.exactly && entry.path.length !== offence.path.length) continue;
      if (!entry.path.every((each, i) => offence.path[i] === each)) continue;
      if (entry.condition === '') return MATCH;
      conditional = { verdict: 'cannot-tell', condition: entry.condition };
    }
    return conditional ?? NO_MATCH;
  }
}

/**
 * A list of offences, asked by charge. Attempts and conspiracies count as their offence. Answers are remembered by charge:
 * a reader makes one for each distinct text, and a county's file has few.
 */
export class CodeList {
  readonly name: string;
  readonly combinations: readonly Combination[];
  private readonly matcher: CodeMatcher;
  private readonly remembered = new WeakMap<Charge, ListMatch>();

  constructor(source: CodeListSource) {
    this.name = source.list;
    this.matcher = new CodeMatcher(source.entries);
    this.combinations = (source.combinations ?? []).map((each) => ({
      enhancement: new CodeMatcher([each.with]),
      base: new CodeMatcher(each.of),
      within: each.within,
    }));
  }

  /** `cannot-tell` when the charge cannot be read, or when the list asks for a condition that a row cannot show. */
  match(charge: Charge): ListMatch {
    const known = this.remembered.get(charge);
    if (known) return known;
    const half = this.halfOf(charge);
    const judged = this.judge(charge);
    const answer = half === undefined ? judged : { ...judged, half };
    this.remembered.set(charge, answer);
    return answer;
  }

  private halfOf(charge: Charge): ListMatch['half'] {
    const combinations = this.combinations.filter((each) => each.within === 'step');
    if (combinations.some((each) => matchesAny(each.enhancement, charge))) return 'enhancement';
    return combinations.some((each) => matchesAny(each.base, charge)) ? 'base' : undefined;
  }

  private judge(charge: Charge): ListMatch {
    if (charge.offences.length === 0) return { verdict: 'cannot-tell' };
    const matches = charge.offences.map((each) => this.matcher.match(each));
    const combined = this.combinations.some(
      (each) => matchesAny(each.enhancement, charge) && matchesAny(each.base, charge),
    );
    if (combined) return MATCH;
    return (
      matches.find((each) => each.verdict === 'yes') ??
      matches.find((each) => each.verdict === 'cannot-tell') ??
      NO_MATCH
    );
  }
}

/** Does one of the offences of the charge stand in the matcher, without condition? */
export function matchesAny(matcher: Combination['base'], charge: Charge): boolean {
  return charge.offences.some((each) => matcher.match(each).verdict === 'yes');
}
