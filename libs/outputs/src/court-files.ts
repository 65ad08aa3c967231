import { CourtBook, type CourtsText } from '@clearway/papers';
import { createHash } from 'node:crypto';

/** Court profiles of an office, read and checked, and by which hashes they stand in `run.json`. */
export interface ReadCourtFiles {
  readonly texts: readonly CourtsText[];
  readonly inputs: readonly { readonly name: string; readonly sha256: string }[];
}

/** Files of court profiles by name. Throws a CourtProfileError with every problem of all of them by file and line. */
export function readCourtFiles(
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): ReadCourtFiles {
  const sorted = [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
  const texts = sorted.map(({ name, bytes }) => ({ file: name, text: Buffer.from(bytes).toString('utf8') }));
  CourtBook.of(texts);
  const inputs = sorted.map(({ name, bytes }) => ({ name, sha256: createHash('sha256').update(bytes).digest('hex') }));
  return { texts, inputs };
}
