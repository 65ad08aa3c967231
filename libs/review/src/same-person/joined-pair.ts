import { type AskedPair, pairId } from './asked-pair';
import { notSamePerson, readAskedPair } from './read-asked-pair';

const WHY = { model: 'joined', decision: 'decided', number: 'numbered' } as const;

/** A join of a run as a person can see and refuse it. */
export type JoinedPair = Omit<AskedPair, 'id' | 'why'> & { readonly by: keyof typeof WHY };

/**
 * Reads a line of the joins of a run, as ingestion keeps them (the JSON of a join). Throws a ReviewError
 * (`review.not-same-person`) with the line that cannot be used.
 */
export function readJoinedPair(json: string, line: number): AskedPair & JoinedPair {
  const { by, ...pair } = parsed(json, line);
  const [one, other] = Array.isArray(pair.records) ? pair.records : [];
  if (by === undefined || !(by in WHY) || !one || !other) throw notSamePerson(line);
  return { ...readAskedPair(JSON.stringify({ ...pair, id: pairId(one.id, other.id), why: WHY[by] }), line), by };
}

function parsed(json: string, line: number): Partial<JoinedPair> {
  try {
    const found: unknown = JSON.parse(json);
    return typeof found === 'object' && found !== null ? found : {};
  } catch {
    throw notSamePerson(line);
  }
}
