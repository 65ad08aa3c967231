import { distance } from 'fastest-levenshtein';
import { hasNicknames } from './nicknames';
import { areNeighboursSwapped } from './slips';

/** A name and how often the files have it. */
export interface CountedName {
  readonly text: string;
  readonly count: number;
}

/** A name counts as well known from this many records on, and a rare one as its misspelling when it is this many times rarer. */
const WELL_KNOWN = 20;
const TIMES_RARER = 20;
/** A name that one in this many records has is a name of its own, however near it is to another (`ROSE`, `JOSE`). */
const OWN_NAME = 20_000;
const SHORTEST = 4;

/**
 * Which well-known name of the files a rare one was meant to be: `DTNALD` and `DONLAD` are both `DONALD`. Names that are
 * only two slips apart are different names, unless both are one slip from a name that everybody knows.
 */
export class MeantNames {
  /** Well-known names by what is left when one letter is taken out, and by themselves. */
  private readonly index = new Map<string, CountedName[]>();

  /** @param counted how many records have a name */
  constructor(
    names: Iterable<CountedName>,
    private readonly counted: number,
  ) {
    for (const name of names) {
      if (name.count < WELL_KNOWN || name.text.length < SHORTEST) continue;
      for (const rest of withoutOneLetter(name.text)) {
        const known = this.index.get(rest);
        if (known === undefined) this.index.set(rest, [name]);
        else known.push(name);
      }
    }
  }

  /** The best known name one slip away; blank when there is none that is known enough. */
  meant({ text, count }: CountedName): string {
    if (text.length < SHORTEST || count > Math.max(2, this.counted / OWN_NAME) || hasNicknames(text)) return '';
    const least = Math.max(count, 1) * TIMES_RARER;
    let best: CountedName | undefined;
    for (const rest of withoutOneLetter(text)) {
      for (const name of this.index.get(rest) ?? []) {
        if (name.count < least || !isOneSlip(text, name.text)) continue;
        if (best === undefined || isBetter(name, best)) best = name;
      }
    }
    return best?.text ?? '';
  }
}

function isBetter(one: CountedName, other: CountedName): boolean {
  return one.count > other.count || (one.count === other.count && one.text < other.text);
}

function isOneSlip(one: string, other: string): boolean {
  return one !== other && (distance(one, other) === 1 || areNeighboursSwapped(one, other));
}

function* withoutOneLetter(text: string): Generator<string> {
  yield text;
  for (let at = 0; at < text.length; at++) yield text.slice(0, at) + text.slice(at + 1);
}
