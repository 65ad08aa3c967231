import { type Offence } from '@clearway/record';
import { type ListEntry } from './code-list-source';
import { type ListMatch, MATCH, NO_MATCH } from './list-match';
import { covers, SectionIndex, type Cited } from './section-index';

interface Entry extends Cited {
  readonly condition: string;
}

/** Offences compared by structure: code, section, and subdivisions under a listed one. The lists of the replays. */
export class CodeMatcher {
  private readonly index = new SectionIndex<Entry>();

  constructor(entries: readonly (string | ListEntry)[]) {
    for (const each of entries) {
      const condition = typeof each === 'string' ? '' : (each.condition ?? '');
      this.index.add(typeof each === 'string' ? each : each.offence, (cited) => ({ ...cited, condition }));
    }
  }

  match(offence: Offence): ListMatch {
    let conditional: ListMatch | undefined;
    for (const entry of this.index.ofSection(offence) ?? []) {
      if (!covers(entry, offence)) continue;
      if (entry.condition === '') return MATCH;
      conditional = { verdict: 'cannot-tell', condition: entry.condition };
    }
    return conditional ?? NO_MATCH;
  }
}
