import { type FilingSink } from '../batch/filing-sink';

/** Keeps what is written, by path, in the order of writing; a path that is written twice is an error. */
export function collectFiles(): { readonly files: Map<string, Uint8Array>; readonly sink: FilingSink } {
  const files = new Map<string, Uint8Array>();
  const write = (path: string, content: Uint8Array | Iterable<Uint8Array>): void => {
    if (files.has(path)) throw new Error(`${path} is written twice`);
    files.set(path, content instanceof Uint8Array ? content : Buffer.concat([...content]));
  };
  return { files, sink: { write } };
}
