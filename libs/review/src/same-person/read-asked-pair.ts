import { ReviewError } from '../errors';
import { type AskedPair, pairId } from './asked-pair';

/** The pairs of a text of JSON lines. Throws a ReviewError with the line that cannot be used. */
export function* readAskedPairs(text: string): Generator<AskedPair> {
  for (const [index, line] of text.split('\n').entries()) if (line !== '') yield readAskedPair(line, index + 1);
}

/** Throws a ReviewError (`review.not-same-person`) when the text is no question, or its id is not that of its records. */
export function readAskedPair(json: string, line: number): AskedPair {
  const pair = parsed(json);
  const records = Array.isArray(pair.records) ? pair.records : [];
  const [one, other] = records;
  const isWhole =
    records.length === 2 &&
    [one, other].every(
      (each) => each && typeof each.id === 'string' && typeof each.person === 'string' && Array.isArray(each.births),
    ) &&
    Array.isArray(pair.lines) &&
    typeof pair.odds === 'number' &&
    typeof pair.guardWords === 'string';
  if (!isWhole || !one || !other || pair.id !== pairId(one.id, other.id)) throw notSamePerson(line);
  return pair as AskedPair;
}

function parsed(json: string): Partial<AskedPair> {
  try {
    const found: unknown = JSON.parse(json);
    return typeof found === 'object' && found !== null ? found : {};
  } catch {
    return {};
  }
}

export function notSamePerson(line: number): ReviewError {
  return new ReviewError(
    'review.not-same-person',
    `questions about who is one person cannot be read: line ${line} was changed or was written by another version; run clearway analyze again`,
  );
}
