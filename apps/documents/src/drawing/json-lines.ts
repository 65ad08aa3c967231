import { closeSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

const PIECE = 1 << 18;

/** The values of a file of JSON lines, one after another; memory is bounded by the longest line. */
export function* linesOf(path: string): Generator<unknown> {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(PIECE);
    const decoder = new StringDecoder('utf8');
    let held = '';
    for (let count = readSync(file, bytes); count > 0; count = readSync(file, bytes)) {
      const lines = (held + decoder.write(bytes.subarray(0, count))).split('\n');
      held = lines.pop() ?? '';
      for (const line of lines) yield JSON.parse(line);
    }
    if (held !== '') yield JSON.parse(held);
  } finally {
    closeSync(file);
  }
}
