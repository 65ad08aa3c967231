import { createHash } from 'node:crypto';

/** Takes finished files; a path is given once. Long ones come in pieces. */
export interface FilingSink {
  write(path: string, content: Uint8Array | Iterable<Uint8Array>): void | Promise<void>;
}

export interface WrittenContent {
  readonly sha256: string;
  readonly bytes: number;
}

/** Writes a file piece by piece and gives the hash of what was written. */
export async function writePieces(
  sink: FilingSink,
  path: string,
  pieces: Iterable<Uint8Array>,
): Promise<WrittenContent> {
  const hash = createHash('sha256');
  let bytes = 0;
  function* counted(): Generator<Uint8Array> {
    for (const piece of pieces) {
      hash.update(piece);
      bytes += piece.byteLength;
      yield piece;
    }
  }
  await sink.write(path, counted());
  return { sha256: hash.digest('hex'), bytes };
}

/** A JSON document with one long list, an item at a time. */
export function* jsonList(
  head: Readonly<Record<string, unknown>>,
  name: string,
  items: Iterable<unknown>,
): Generator<Uint8Array> {
  let text = `${JSON.stringify(head).slice(0, -1)},${JSON.stringify(name)}:[`;
  let first = true;
  for (const item of items) {
    text += `${first ? '\n' : ',\n'}${JSON.stringify(item)}`;
    first = false;
    if (text.length < 1 << 16) continue;
    yield Buffer.from(text);
    text = '';
  }
  yield Buffer.from(`${text}\n]}\n`);
}
