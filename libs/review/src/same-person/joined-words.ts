import { type SeenRecord } from './asked-pair';
import { type JoinedPair } from './joined-pair';
import { joinWords } from './pair-words';

/** Why further records are of somebody: which, where they stand, and what speaks for and against it. */
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

/**
 * Joins in words, for whoever asks why records are of this person. Records of one file that the same speaks for stand together, in the
 * order of the joins: a person can have fifty cases at the court.
 */
export function joinedWords(joins: readonly JoinedPair[]): readonly JoinedWords[] {
  const together = new Map<
    string,
    { known: SeenRecord; further: SeenRecord[]; by: JoinedPair['by']; words: readonly string[] }
  >();
  for (const { records, by, ...found } of joins) {
    const [one, other] = records;
    const [known, further] = other.source === 'state-file' && one.source !== 'state-file' ? [other, one] : [one, other];
    const words = by === 'number' ? [found.guardWords] : joinWords(found);
    const key = JSON.stringify([known.id, further.file, further.source, by, words]);
    const alike = together.get(key);
    if (alike) alike.further.push(further);
    else together.set(key, { known, further: [further], by, words });
  }
  return Array.from(together.values(), ({ known, further, by, words }) => ({
    heading: `${placesOf(further)} ${further.length === 1 ? 'is' : 'are'} of the person of ${placesOf([known])}, ${BY[by]}`,
    words,
  }));
}

/** As lines of a text. */
export function joinedLines(joins: readonly JoinedWords[]): readonly string[] {
  return joins.flatMap(({ heading, words }) => [heading, ...words.map((each) => `  ${each}`)]);
}

/** Of records of one file. */
function placesOf(records: readonly SeenRecord[]): string {
  const [first] = records;
  return `${[first?.file ?? '', ...records.map(({ place }) => place)].filter((each) => each !== '').join(', ')} (${first?.source ?? ''})`;
}
