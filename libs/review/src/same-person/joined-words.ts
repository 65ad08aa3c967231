import { type SeenRecord } from './asked-pair';
import { type JoinedPair } from './joined-pair';
import { joinWords } from './pair-words';

/** Why a further record is of somebody: which record, where it stands, and what speaks for and against it. */
export interface JoinedWords {
  /** @example 'court.csv, line 99 (court-extract) is of the person of county.dat, line 2300 (state-file), by likeness' */
  readonly heading: string;
  readonly words: readonly string[];
}

const BY: Readonly<Record<JoinedPair['by'], string>> = {
  model: 'by likeness',
  decision: 'because somebody decided so',
  number: 'by a number',
};

/** A join in words, for whoever asks why a record is of this person. */
export function joinedWords({ records, by, ...found }: JoinedPair): JoinedWords {
  const [one, other] = records;
  const [known, further] = other.source === 'state-file' && one.source !== 'state-file' ? [other, one] : [one, other];
  return {
    heading: `${placeOf(further)} is of the person of ${placeOf(known)}, ${BY[by]}`,
    words: by === 'number' ? [found.guardWords] : joinWords(found),
  };
}

/** As lines of a text. */
export function joinedLines(joins: readonly JoinedWords[]): readonly string[] {
  return joins.flatMap(({ heading, words }) => [heading, ...words.map((each) => `  ${each}`)]);
}

function placeOf({ file, place, source }: SeenRecord): string {
  return `${[file, place].filter((each) => each !== '').join(', ')} (${source})`;
}
