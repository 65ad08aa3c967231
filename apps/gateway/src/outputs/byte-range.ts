/** Bytes `first` to `last` of a file, both counted from 0 and both included. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/**
 * Reads a `Range` header for a file of `size` bytes: one range is answered, several or another unit are ignored (the
 * whole file is sent, as RFC 9110 allows), `unsatisfiable` when it begins after the end.
 *
 * @example readByteRange('bytes=0-99', 1000) // { first: 0, last: 99 }
 * @example readByteRange('bytes=-100', 1000) // { first: 900, last: 999 }
 */
export function readByteRange(header: string | undefined, size: number): ByteRange | 'whole' | 'unsatisfiable' {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return 'whole';
  if (match[1] === '') {
    const length = Math.min(Number(match[2]), size);
    return length === 0 ? 'unsatisfiable' : { first: size - length, last: size - 1 };
  }
  const first = Number(match[1]);
  const last = match[2] === '' ? size - 1 : Math.min(Number(match[2]), size - 1);
  if (match[2] !== '' && Number(match[2]) < first) return 'whole';
  return first >= size ? 'unsatisfiable' : { first, last };
}
