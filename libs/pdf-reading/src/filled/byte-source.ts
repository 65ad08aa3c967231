/** Bytes that lie somewhere: in memory, in a file. */
export interface ByteSource {
  readonly length: number;
  /** The bytes from `from` to before `to`. */
  read(from: number, to: number): Uint8Array;
}

export function bytesInMemory(bytes: Uint8Array): ByteSource {
  return { length: bytes.length, read: (from, to) => bytes.subarray(from, to) };
}
