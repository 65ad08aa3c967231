import { type History, printDate, settle, type SourceSays } from '@clearway/record';
import { arrestsOfSources } from '../law/reading/offence-date';
import { type Conviction } from '../person/convictions';
import { saysOf } from './disputed';

/** More readings than these are not followed: what is open stays a question. */
const MOST_READINGS = 32;
const ABOUT = ['conviction', 'severity', 'date', 'sentence'] as const;

/** A value about which sources disagree, with one word of a source for each of its values. */
export interface Dispute {
  readonly conviction: Conviction;
  readonly of: SourceSays['of'];
  readonly choices: readonly SourceSays[];
}

/** What sources disagree about in the record of a person, without whether this conviction is one. */
export function disputesBeside(conviction: Conviction, all: readonly Conviction[]): readonly Dispute[] {
  const beside = all.flatMap((each) =>
    ABOUT.flatMap((of): readonly Dispute[] => {
      if (of === 'conviction' && each.key === conviction.key) return [];
      const choices = choicesOf(each, of);
      return choices.length < 2 ? [] : [{ conviction: each, of, choices }];
    }),
  );
  return [...beside, ...disputedArrestsOf(all)];
}

/** An arrest is that of all counts of its cycle: what their sources say of it is one dispute. */
function disputedArrestsOf(all: readonly Conviction[]): readonly Dispute[] {
  const ofCycles = new Map<string, Dispute & { readonly choices: SourceSays[] }>();
  for (const conviction of all) {
    const possible = arrestsOfSources(conviction).map(printDate);
    for (const said of choicesOf(conviction, 'arrest')) {
      if (!possible.includes(said.value)) continue;
      const cycle = `${conviction.cycle.subject}:${conviction.cycle.order}`;
      const dispute = ofCycles.get(cycle) ?? { conviction, of: 'arrest', choices: [] };
      ofCycles.set(cycle, dispute);
      if (!dispute.choices.some(({ value }) => value === said.value)) dispute.choices.push(said);
    }
  }
  return [...ofCycles.values()];
}

/** One history for each combination of what sources say; none where there are too many. */
export function readingsOf(history: History, disputes: readonly Dispute[]): readonly History[] {
  const count = disputes.reduce((product, { choices }) => product * choices.length, 1);
  if (count > MOST_READINGS) return [];
  return disputes.reduce<readonly History[]>(
    (found, { conviction, choices }) =>
      found.flatMap((each) => choices.map((said) => settle(each, conviction.key, said))),
    [history],
  );
}

/** Sources that say the same are one reading; of a sentence each source is one. */
function choicesOf(conviction: Conviction, of: SourceSays['of']): readonly SourceSays[] {
  const seen = new Set<string>();
  return saysOf(conviction, of).filter(({ value, at }) => {
    const key = of === 'sentence' ? String(at.file) : of === 'conviction' ? String(/^CONVICTED/i.test(value)) : value;
    return seen.has(key) ? false : seen.add(key) !== undefined;
  });
}
